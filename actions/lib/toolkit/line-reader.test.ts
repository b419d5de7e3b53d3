import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLineReader } from './line-reader.ts'

const read = (pieces: readonly Buffer[], limit = 1000) => {
  const lines: string[] = []
  const reader = createLineReader(limit, (line) => lines.push(line))
  for (const piece of pieces) reader.push(piece)
  reader.end()
  return { lines, leftOut: reader.leftOut() }
}

test('lines are the same however their bytes arrive', () => {
  const line = fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replaceAll(/[\r\n]/g, ''))
  fc.assert(
    fc.property(fc.array(line), fc.array(fc.nat({ max: 8 })), (lines, sizes) => {
      const bytes = Buffer.from(lines.map((text) => `${text}\n`).join(''))
      const pieces: Buffer[] = []
      let at = 0
      for (const size of sizes) {
        pieces.push(bytes.subarray(at, at + size))
        at += size
      }
      pieces.push(bytes.subarray(at))
      expect(read(pieces).lines).toEqual(lines)
    }),
  )
})

test('the last line needs no end, and an end may have two characters', () => {
  expect(read([Buffer.from('a\r\nb')]).lines).toEqual(['a', 'b'])
  expect(read([Buffer.from('a\n\n')]).lines).toEqual(['a', ''])
})

test('a line that is too long is counted and not kept', () => {
  const long = Buffer.alloc(500, 'x')
  expect(read([Buffer.from('a\n'), long, long, Buffer.from('\nb\n')], 999)).toEqual({ lines: ['a', 'b'], leftOut: 1 })
  expect(read([long, long], 1000).lines).toEqual(['x'.repeat(1000)])
  expect(read([long, long], 999)).toEqual({ lines: [], leftOut: 1 })
})
