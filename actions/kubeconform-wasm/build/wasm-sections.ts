// The few sections of a WebAssembly module that a snapshot changes: exports, memory, globals, data.

export type Section = { readonly id: number; readonly body: Uint8Array }

const magic = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])
const sectionIds = { memory: 5, global: 6, export: 7, data: 11, dataCount: 12 } as const
const pageSize = 65_536
const opcode = { i32Const: 0x41, i64Const: 0x42, end: 0x0b } as const
const valueType = { i32: 0x7f, i64: 0x7e } as const
/** V8 refuses modules with more. */
const dataSegmentLimit = 100_000

const unsigned = (value: number): Buffer => {
  const bytes: number[] = []
  for (let rest = value; ; ) {
    const low = rest % 128
    rest = Math.floor(rest / 128)
    bytes.push(rest > 0 ? low | 128 : low)
    if (rest === 0) return Buffer.from(bytes)
  }
}

const signed = (value: bigint): Buffer => {
  const bytes: number[] = []
  for (let rest = value; ; ) {
    const low = Number(rest & 127n)
    rest >>= 7n
    const last = (rest === 0n && (low & 64) === 0) || (rest === -1n && (low & 64) !== 0)
    bytes.push(last ? low : low | 128)
    if (last) return Buffer.from(bytes)
  }
}

const readUnsigned = (bytes: Uint8Array, at: number): { readonly value: number; readonly next: number } => {
  let value = 0
  let scale = 1
  for (let next = at; ; scale *= 128) {
    const byte = bytes[next++] ?? 0
    value += (byte & 127) * scale
    if (byte < 128) return { value, next }
  }
}

/** Splits a module into its sections. @throws when it is no WebAssembly module of version 1 */
export const parseSections = (module: Uint8Array): Section[] => {
  if (!magic.equals(module.subarray(0, 8))) throw new Error('not a WebAssembly module of version 1')
  const sections: Section[] = []
  for (let at = 8; at < module.length; ) {
    const length = readUnsigned(module, at + 1)
    sections.push({ id: module[at] ?? 0, body: module.subarray(length.next, length.next + length.value) })
    at = length.next + length.value
  }
  return sections
}

export const emitSections = (sections: readonly Section[]): Buffer =>
  Buffer.concat([magic, ...sections.flatMap(({ id, body }) => [Buffer.from([id]), unsigned(body.length), body])])

const bodyOf = (sections: readonly Section[], id: number): Uint8Array => {
  const found = sections.filter((section) => section.id === id)
  if (found.length !== 1 || !found[0]) throw new Error(`the module has ${found.length} sections of type ${id}, not one`)
  return found[0].body
}

/** Types of the module's globals. @throws unless every one is a mutable integer, as Go's linker makes them */
export const globalTypes = (sections: readonly Section[]): number[] => {
  const body = bodyOf(sections, sectionIds.global)
  const count = readUnsigned(body, 0)
  const types: number[] = []
  let at = count.next
  for (let index = 0; index < count.value; index++) {
    const type = body[at] ?? 0
    if (body[at + 1] !== 1) throw new Error(`global ${index} is not mutable`)
    const constant = type === valueType.i32 ? opcode.i32Const : opcode.i64Const
    if ((type !== valueType.i32 && type !== valueType.i64) || body[at + 2] !== constant)
      throw new Error(`global ${index} is not an integer with a constant for its start`)
    at = readUnsigned(body, at + 3).next
    if (body[at++] !== opcode.end) throw new Error(`global ${index} starts with more than a constant`)
    types.push(type)
  }
  return types
}

/** Adds an export `global0`, `global1` … for each global, so that their values can be read after a run. */
export const exportGlobals = (module: Uint8Array): Buffer => {
  const sections = parseSections(module)
  const names = globalTypes(sections).map((_type, index) => Buffer.from(`global${index}`))
  const body = bodyOf(sections, sectionIds.export)
  const count = readUnsigned(body, 0)
  const added = names.flatMap((name, index) => [unsigned(name.length), name, Buffer.from([3]), unsigned(index)])
  const changed = Buffer.concat([unsigned(count.value + names.length), body.subarray(count.next), ...added])
  return emitSections(sections.map((s) => (s.id === sectionIds.export ? { id: s.id, body: changed } : s)))
}

type Range = { readonly from: number; readonly to: number }

/** The parts of memory that are not zero, in words; zeroes up to `gap` words long are kept inside a part. */
const filledRanges = (words: BigUint64Array, gap: number): Range[] => {
  const ranges: Range[] = []
  for (let at = 0; at < words.length; ) {
    while (at < words.length && words[at] === 0n) at++
    if (at === words.length) break
    const from = at
    let last = at
    for (; at < words.length && at - last <= gap; at++) if (words[at] !== 0n) last = at
    ranges.push({ from: from * 8, to: (last + 1) * 8 })
    at = last + 1
  }
  return ranges
}

const dataSection = (memory: Uint8Array): Buffer => {
  const words = new BigUint64Array(memory.buffer, memory.byteOffset, memory.length / 8)
  let gap = 3
  let ranges = filledRanges(words, gap)
  while (ranges.length >= dataSegmentLimit) {
    gap *= 2
    ranges = filledRanges(words, gap)
  }
  const segments = ranges.flatMap(({ from, to }) => [
    Buffer.concat([Buffer.from([0, opcode.i32Const]), signed(BigInt(from | 0)), Buffer.from([opcode.end])]),
    unsigned(to - from),
    memory.subarray(from, to),
  ])
  return Buffer.concat([unsigned(ranges.length), ...segments])
}

export type Image = { readonly memory: Uint8Array; readonly globals: readonly bigint[]; readonly maximumPages: number }

/**
 * Writes a memory image and the values of the globals into the module, in place of its own data.
 * @throws when the module's sections are not as Go's linker writes them
 */
export const bakeImage = (module: Uint8Array, image: Image): Buffer => {
  const sections = parseSections(module)
  const types = globalTypes(sections)
  if (types.length !== image.globals.length)
    throw new Error(`${types.length} globals, but ${image.globals.length} values`)
  if (sections.some((section) => section.id === sectionIds.dataCount))
    throw new Error(
      'the module counts its data segments: bulk memory instructions would refer to segments that go away',
    )
  if (bodyOf(sections, sectionIds.memory)[0] !== 1) throw new Error('the module does not have exactly one memory')
  const globals = types.flatMap((type, index) => [
    Buffer.from([type, 1, type === valueType.i32 ? opcode.i32Const : opcode.i64Const]),
    signed(image.globals[index] ?? 0n),
    Buffer.from([opcode.end]),
  ])
  const bodies = new Map<number, Buffer>([
    [
      sectionIds.memory,
      Buffer.concat([Buffer.from([1, 1]), unsigned(image.memory.length / pageSize), unsigned(image.maximumPages)]),
    ],
    [sectionIds.global, Buffer.concat([unsigned(types.length), ...globals])],
    [sectionIds.data, dataSection(image.memory)],
  ])
  bodyOf(sections, sectionIds.data)
  return emitSections(sections.map((section) => ({ id: section.id, body: bodies.get(section.id) ?? section.body })))
}
