// A text as those read it that take an encoding off: escapes, percent, base64, hexadecimal. Each unit knows where it came from.

/** Units, and for each the span of the first text that it stands for. Without spans: the text itself. */
export type View = {
  readonly units: Uint16Array
  readonly from?: Int32Array
  readonly to?: Int32Array
}

export const startOf = (view: View, index: number): number => view.from?.[index] ?? index
export const endOf = (view: View, index: number): number => view.to?.[index] ?? index + 1

/** The text as it is. */
export function plainView(text: string): View {
  const units = new Uint16Array(text.length)
  for (let index = 0; index < text.length; index += 1) units[index] = text.charCodeAt(index)
  return { units }
}

const backslash = 92
const percent = 37
const plus = 43
const dollar = 36
const brace = 123
/** Between runs that do not belong together; it is part of no word. */
const separator = 0

/** Collects units with their spans. */
function writer(view: View, capacity: number) {
  const units = new Uint16Array(capacity)
  const from = new Int32Array(capacity)
  const to = new Int32Array(capacity)
  let length = 0
  return {
    /** A unit that stands for those from `first` to `last` of the view, both included. */
    add: (unit: number, first: number, last: number) => {
      units[length] = unit
      from[length] = startOf(view, first)
      to[length] = endOf(view, last)
      length += 1
    },
    view: (): View => ({
      units: units.subarray(0, length),
      from: from.subarray(0, length),
      to: to.subarray(0, length),
    }),
  }
}

const hexDigit = new Int8Array(65536).fill(-1)
const base64Digit = new Int8Array(65536).fill(-1)
for (const [index, digit] of [...'0123456789abcdef'].entries()) {
  hexDigit[digit.charCodeAt(0)] = index
  hexDigit[digit.toUpperCase().charCodeAt(0)] = index
}
for (const [index, digit] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries()) {
  base64Digit[digit.charCodeAt(0)] = index
}
base64Digit['-'.charCodeAt(0)] = 62
base64Digit['_'.charCodeAt(0)] = 63

const escapeUnits = new Int32Array(65536).fill(-1)
for (const [letter, meant] of [
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['a', '\x07'],
  ['0', '\0'],
  ['"', '"'],
  ["'", "'"],
  ['/', '/'],
  ['\\', '\\'],
] as const) {
  escapeUnits[letter.charCodeAt(0)] = meant.charCodeAt(0)
}

function hexNumber(units: Uint16Array, start: number, digits: number): number {
  let number = 0
  for (let index = start; index < start + digits; index += 1) {
    const digit = index < units.length ? (hexDigit[units[index] as number] as number) : -1
    if (digit < 0) return -1
    number = number * 16 + digit
  }
  return number
}

/** Without the backslashes of JSON, Go and HCL. Undefined where there are none. */
export function unescapedView(view: View): View | undefined {
  const { units } = view
  if (!units.includes(backslash)) return undefined
  const out = writer(view, units.length)
  for (let index = 0; index < units.length; ) {
    const unit = units[index] as number
    const next = units[index + 1]
    if (unit === backslash && next !== undefined) {
      const simple = escapeUnits[next] as number
      if (simple >= 0) {
        out.add(simple, index, index + 1)
        index += 2
        continue
      }
      // \u00e9, \x7f, \U0001f600
      const digits = next === 117 ? 4 : next === 120 ? 2 : next === 85 ? 8 : 0
      const code = digits === 0 ? -1 : hexNumber(units, index + 2, digits)
      if (code >= 0 && code <= 0x10ffff) {
        const last = index + 1 + digits
        for (const char of String.fromCodePoint(code).split('')) out.add(char.charCodeAt(0), index, last)
        index = last + 1
        continue
      }
    }
    out.add(unit, index, index)
    index += 1
  }
  return out.view()
}

/** With HCL's `$${` and `%%{` as what they stand for. Undefined where there are none. */
export function templateView(view: View): View | undefined {
  const { units } = view
  const isDoubled = (index: number) =>
    (units[index] === dollar || units[index] === percent) &&
    units[index + 1] === units[index] &&
    units[index + 2] === brace
  let at = units.indexOf(brace, 2)
  while (at >= 0 && !isDoubled(at - 2)) at = units.indexOf(brace, at + 1)
  if (at < 0) return undefined
  const out = writer(view, units.length)
  for (let index = 0; index < units.length; index += 1) {
    const first = index
    if (isDoubled(index)) index += 1
    out.add(units[index] as number, first, index)
  }
  return out.view()
}

/** With `%XX` as the bytes that they stand for, and `+` as a space where that is asked. Undefined where nothing changes. */
export function percentView(view: View, plusIsSpace: boolean): View | undefined {
  const { units } = view
  if (!units.includes(plusIsSpace ? plus : percent)) return undefined
  const out = writer(view, units.length)
  for (let index = 0; index < units.length; ) {
    const unit = units[index] as number
    const byte = unit === percent ? hexNumber(units, index + 1, 2) : -1
    const last = byte < 0 ? index : index + 2
    out.add(byte < 0 ? (unit === plus && plusIsSpace ? 32 : unit) : byte, index, last)
    index = last + 1
  }
  return out.view()
}

/** Lines of this length and more are taken for wrapped base64 (64 in PEM, 76 in MIME), which goes on in the next. */
const wrappedLine = 56

/**
 * Runs of base64 digits of either alphabet, as their values, with `separator` + 64 between them. What follows a run as
 * padding belongs to its last digit.
 */
export function base64Runs(view: View, minRun: number): View | undefined {
  const { units } = view
  let out: ReturnType<typeof writer> | undefined
  for (let index = 0; index < units.length; ) {
    if ((base64Digit[units[index] as number] as number) < 0) {
      index += 1
      continue
    }
    const spans: [number, number][] = []
    let end = index
    let total = 0
    for (;;) {
      const start = end
      while (end < units.length && (base64Digit[units[end] as number] as number) >= 0) end += 1
      spans.push([start, end])
      total += end - start
      const next = end - start >= wrappedLine ? afterLineBreak(units, end) : undefined
      if (next === undefined || (base64Digit[units[next] as number] ?? -1) < 0) break
      end = next
    }
    let padded = end
    while (padded < units.length && padded < end + 2 && units[padded] === 61) padded += 1
    if (total >= minRun) {
      out ??= writer(view, units.length + 1)
      for (const [start, stop] of spans) {
        for (let at = start; at < stop; at += 1) {
          out.add(base64Digit[units[at] as number] as number, at, at === end - 1 ? padded - 1 : at)
        }
      }
      if (padded < units.length) out.add(runEnd, padded - 1, padded - 1)
    }
    index = Math.max(padded, end)
  }
  return out?.view()
}

const runEnd = 64

function afterLineBreak(units: Uint16Array, index: number): number | undefined {
  const newline = units[index] === 13 ? index + 1 : index
  if (units[newline] !== 10) return undefined
  let next = newline + 1
  while (units[next] === 32 || units[next] === 9) next += 1
  return next
}

/** The bytes of runs from `base64Runs`, of which `skipped` (0 to 3) digits at the beginning of each are no part. */
export function base64View(runs: View, skipped: number): View {
  const { units } = runs
  const out = writer(runs, units.length)
  let bits = 0
  let held = 0
  let skip = skipped
  for (let index = 0; index < units.length; index += 1) {
    const digit = units[index] as number
    if (digit === runEnd) {
      out.add(separator, index, index)
      bits = 0
      held = 0
      skip = skipped
    } else if (skip > 0) {
      skip -= 1
    } else {
      held = ((held << 6) | digit) & 0xffff
      bits += 6
      if (bits < 8) continue
      bits -= 8
      // The byte's first bits are in the digit before.
      out.add((held >> bits) & 0xff, index - 1, index)
    }
  }
  return out.view()
}

/** The bytes of runs of hexadecimal digits, of which `skipped` (0 or 1) digits at the beginning of each are no part. */
export function hexView(view: View, minRun: number, skipped: number): View | undefined {
  const { units } = view
  let out: ReturnType<typeof writer> | undefined
  for (let index = 0; index < units.length; ) {
    if ((hexDigit[units[index] as number] as number) < 0) {
      index += 1
      continue
    }
    const start = index
    while (index < units.length && (hexDigit[units[index] as number] as number) >= 0) index += 1
    if (index - start < minRun) continue
    out ??= writer(view, units.length)
    for (let at = start + skipped; at + 1 < index; at += 2) out.add(hexNumber(units, at, 2), at, at + 1)
    out.add(separator, index - 1, index - 1)
  }
  return out?.view()
}
