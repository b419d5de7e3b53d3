// Where secrets stand in a text, in any encoding that they are looked for in.
import type { Automaton } from './automaton.ts'
import {
  base64Runs,
  base64View,
  endOf,
  hexView,
  percentView,
  plainView,
  startOf,
  templateView,
  unescapedView,
  type View,
} from './views.ts'

export type Coverage = {
  /** Rises by one where a secret begins and falls by one where it ends; its running sum is above zero within secrets. */
  readonly edges: Int32Array | undefined
  /** From here on the text may be the beginning of a secret that goes on after its end. */
  readonly pendingFrom: number
}

/**
 * Looks through the text and what it decodes to: escapes (twice, and HCL's own), percent (with `+` as a space too), base64 at each of its four
 * alignments (and escapes or base64 inside that), hexadecimal.
 * @param leave spans, in order, of which a secret that lies inside one is none: markers
 */
export function findSecrets(
  text: string,
  automaton: Automaton,
  leave: readonly (readonly [number, number])[] = [],
): Coverage {
  let edges: Int32Array | undefined
  let pendingFrom = text.length
  const scan = (view: View | undefined, mayGoOn = false) => {
    if (view === undefined || (view.units.length < automaton.shortest && !mayGoOn)) return
    const pending = automaton.scan(view.units, (first, end) => {
      const span = widened(startOf(view, first), endOf(view, end - 1), leave)
      if (span === undefined) return
      edges ??= new Int32Array(text.length + 1)
      edges[span[0]] = (edges[span[0]] as number) + 1
      edges[span[1]] = (edges[span[1]] as number) - 1
    })
    if (mayGoOn && pending > 0) pendingFrom = Math.min(pendingFrom, startOf(view, view.units.length - pending))
  }
  const scanBase64 = (view: View, deep: boolean) => {
    const runs = base64Runs(view, Math.ceil((automaton.shortest * 4) / 3))
    for (let skipped = 0; runs !== undefined && skipped < 4; skipped += 1) {
      const bytes = base64View(runs, skipped)
      scan(bytes)
      if (!deep) continue
      scan(unescapedView(bytes))
      scanBase64(bytes, false)
    }
  }
  const scanPercent = (view: View) => {
    const decoded = percentView(view, false)
    scan(decoded)
    scan(percentView(view, true))
    if (decoded !== undefined) scanBase64(decoded, false)
  }

  const plain = plainView(text)
  scan(plain, true)
  scanBase64(plain, true)
  scanPercent(plain)
  for (const skipped of [0, 1]) scan(hexView(plain, automaton.shortest * 2, skipped))
  scan(templateView(plain), true)
  const once = unescapedView(plain)
  if (once === undefined) return { edges, pendingFrom }
  scan(once, true)
  scan(templateView(once), true)
  scanBase64(once, false)
  scanPercent(once)
  scan(unescapedView(once), true)
  return { edges, pendingFrom }
}

/** A span with the markers that it touches; undefined where it lies in one. */
function widened(
  start: number,
  end: number,
  markers: readonly (readonly [number, number])[],
): readonly [number, number] | undefined {
  if (markers.length === 0) return [start, end]
  let [from, to] = [start, end]
  // By bisection: the first that ends behind the start.
  let low = 0
  let high = markers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((markers[middle] as readonly [number, number])[1] > start) high = middle
    else low = middle + 1
  }
  const first = markers[low]
  if (first !== undefined && first[0] <= start && end <= first[1]) return undefined
  for (let index = low; index < markers.length; index += 1) {
    const [markerStart, markerEnd] = markers[index] as readonly [number, number]
    if (markerStart >= to) break
    from = Math.min(from, markerStart)
    to = Math.max(to, markerEnd)
  }
  return [from, to]
}
