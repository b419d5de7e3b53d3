import { randomBytes } from 'node:crypto'
import { brotliDecompressSync, constants } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { compressPieces, inflatePieces } from './pieces.ts'

const bytes = Buffer.concat([Buffer.alloc(100_000), randomBytes(1_003), Buffer.from('wasm'.repeat(999))])

describe('a module in pieces', () => {
  it('comes back byte for byte', async () => {
    const { compressed, pieces } = await compressPieces(bytes, 5)
    expect((await inflatePieces(compressed, pieces)).equals(bytes)).toBe(true)
    expect(pieces.reduce((sum, [length]) => sum + length, 0)).toBe(compressed.length)
  })

  it('is brotli, each piece by itself', async () => {
    const text = Buffer.from('seaworthy '.repeat(100))
    const { compressed, pieces } = await compressPieces(text, 5)
    let at = 0
    const inflated = pieces.map(([length]) => {
      at += length
      return brotliDecompressSync(compressed.subarray(at - length, at), {
        params: { [constants.BROTLI_DECODER_PARAM_LARGE_WINDOW]: 1 },
      })
    })
    expect(Buffer.concat(inflated).equals(text)).toBe(true)
  })

  it('is refused when bytes and pieces are not of the same build', async () => {
    const { compressed, pieces } = await compressPieces(bytes, 5)
    const longer = pieces.map(([length, size], index) => [length, index === 0 ? size + 1 : size] as const)
    await expect(inflatePieces(compressed.subarray(1), pieces)).rejects.toThrow(/bytes where/)
    await expect(inflatePieces(compressed, longer)).rejects.toThrow(/bytes where/)
  })
})
