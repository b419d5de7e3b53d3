// Finds any of many texts in one pass (Aho and Corasick, 1975), over UTF-16 units.
import { UserError } from '../../toolkit/user-error.ts'

export type Needle = {
  /** At least four units. */
  readonly text: string
  /** Found only where no letter, digit or `_` is next to it. */
  readonly wholeWord: boolean
}

export type Automaton = {
  /**
   * Calls `found` for the longest needle that ends at each place, `end` exclusive. Time grows with the length only, whatever the
   * needles are. Returns how many units at the end are the beginning of a needle.
   */
  readonly scan: (units: Uint16Array, found: (start: number, end: number) => void) => number
  readonly shortest: number
}

/** About 45 bytes of memory each. */
const maxUnits = 6 * 1024 * 1024

/** Builds it. Throws a UserError where the needles have more than six million characters. */
export function buildAutomaton(needles: readonly Needle[]): Automaton {
  const total = needles.reduce((sum, { text }) => sum + text.length, 0)
  if (total > maxUnits) {
    throw new UserError(`The secret values have ${total} characters; at most ${maxUnits} can be looked for.`, {
      next: 'keep large files out of sensitive values',
    })
  }
  const edges = edgeTable(total)
  const depth = new Uint16Array(total + 1)
  const parent = new Int32Array(total + 1)
  const unitOf = new Uint16Array(total + 1)
  /** 0: no needle ends here, 1: a whole word, 2: anywhere. */
  const ends = new Uint8Array(total + 1)
  let count = 1
  for (const { text, wholeWord } of needles) {
    let node = 0
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index)
      let next = edges.get(node, unit)
      if (next < 0) {
        next = count++
        edges.set(node, unit, next)
        depth[next] = index + 1
        parent[next] = node
        unitOf[next] = unit
      }
      node = next
    }
    if (node !== 0) ends[node] = Math.max(ends[node] as number, wholeWord ? 1 : 2)
  }
  const fail = new Int32Array(count)
  /** The longest needle that is an end of this node's text, itself included. */
  const output = new Int32Array(count)
  for (const node of byDepth(depth, count)) {
    if (node === 0) continue
    let back = parent[node] as number
    let target = -1
    while (target < 0 && back !== 0) {
      back = fail[back] as number
      target = edges.get(back, unitOf[node] as number)
    }
    fail[node] = target < 0 ? 0 : target
    output[node] = ends[node] ? node : (output[fail[node] as number] as number)
  }
  const { set, mask } = beginnings(needles)
  const scan: Automaton['scan'] = (units, found) => {
    // Towards the end only the beginning of a needle may be left, which the filter does not know.
    const filtered = units.length - gram
    let node = 0
    let rolling = 0
    for (let index = 0; index < gram - 1; index += 1) rolling = roll(rolling, units[index] ?? 0)
    for (let index = 0; index < units.length; index += 1) {
      rolling = roll(rolling, index <= filtered ? (units[index + gram - 1] as number) : 0)
      if (node === 0 && index <= filtered) {
        const slot = slotOf(rolling) & mask
        if (((set[slot >>> 5] as number) & (1 << (slot & 31))) === 0) continue
      }
      const unit = units[index] as number
      let next = edges.get(node, unit)
      while (next < 0 && node !== 0) {
        node = fail[node] as number
        next = edges.get(node, unit)
      }
      node = Math.max(0, next)
      // Words have no more than seven characters, so that few are tried before one is found or none is left.
      for (let needle = output[node] as number; needle !== 0; needle = output[fail[needle] as number] as number) {
        const start = index + 1 - (depth[needle] as number)
        if (ends[needle] === 1 && (isWord(units[start - 1]) || isWord(units[index + 1]))) continue
        found(start, index + 1)
        break
      }
    }
    return depth[node] as number
  }
  return { scan, shortest: needles.reduce((least, { text }) => Math.min(least, text.length), Number.POSITIVE_INFINITY) }
}

/** Units at the beginning of a needle that the filter looks at. */
const gram = 4
/** Of the last four units: what is older has left the 32 bits. */
const roll = (before: number, unit: number) => (before << 8) ^ unit
const slotOf = (rolling: number) => {
  const mixed = Math.imul(rolling, 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}

/** What needles begin with, as bits: a filter that is sometimes wrong about yes, never about no. */
function beginnings(needles: readonly Needle[]): { readonly set: Uint32Array; readonly mask: number } {
  let bits = 1024
  while (bits < needles.length * 64) bits *= 2
  const set = new Uint32Array(bits / 32)
  for (const { text } of needles) {
    let rolling = 0
    for (let index = 0; index < gram; index += 1) rolling = roll(rolling, text.charCodeAt(index))
    const slot = slotOf(rolling) & (bits - 1)
    set[slot >>> 5] = (set[slot >>> 5] as number) | (1 << (slot & 31))
  }
  return { set, mask: bits - 1 }
}

const isWord = (unit: number | undefined) =>
  unit !== undefined &&
  ((unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || unit === 95 || (unit >= 97 && unit <= 122))

/** Nodes with the shortest text first: a counting sort. */
function byDepth(depth: Uint16Array, count: number): Int32Array {
  const starts = new Int32Array(65537)
  for (let node = 0; node < count; node += 1) (starts[(depth[node] as number) + 1] as number)++
  for (let index = 1; index < starts.length; index += 1) (starts[index] as number) += starts[index - 1] as number
  const sorted = new Int32Array(count)
  for (let node = 0; node < count; node += 1) sorted[(starts[depth[node] as number] as number)++] = node
  return sorted
}

/** Edges by node and unit in one open hash table: objects or maps for each node would take ten times the memory. */
function edgeTable(edges: number) {
  let size = 16
  while (size < edges * 2) size *= 2
  const mask = size - 1
  const nodes = new Int32Array(size)
  const units = new Uint16Array(size)
  const targets = new Int32Array(size)
  const slotOf = (node: number, unit: number) => {
    let hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
    let slot = (hash ^ (hash >>> 13)) & mask
    while (targets[slot] !== 0 && (nodes[slot] !== node || units[slot] !== unit)) slot = (slot + 1) & mask
    return slot
  }
  return {
    /** Below zero where there is none; no edge leads to the root. */
    get: (node: number, unit: number): number => (targets[slotOf(node, unit)] as number) || -1,
    set: (node: number, unit: number, target: number): void => {
      const slot = slotOf(node, unit)
      nodes[slot] = node
      units[slot] = unit
      targets[slot] = target
    },
  }
}
