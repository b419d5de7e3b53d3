// How a module is kept: in pieces, each compressed by itself, so that several threads inflate it at the same time.

import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants } from 'node:zlib'

/** Bytes of one piece, compressed and as they were. */
export type Piece = readonly [compressed: number, size: number]

/** As many as Node has threads for it. More would each lose what the window knew. */
const count = 4

/** Compresses bytes. `quality` is brotli's, 0 to 11. */
export const compressPieces = async (
  bytes: Uint8Array,
  quality: number,
): Promise<{ readonly compressed: Buffer; readonly pieces: readonly Piece[] }> => {
  const length = Math.ceil(bytes.length / count)
  const raw = Array.from({ length: count }, (_, index) => bytes.subarray(index * length, (index + 1) * length))
  const compress = (piece: Uint8Array) => {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_LARGE_WINDOW]: 1,
      [constants.BROTLI_PARAM_LGWIN]: 28,
      [constants.BROTLI_PARAM_SIZE_HINT]: piece.length,
    }
    return promisify(brotliCompress)(piece, { params })
  }
  const parts = await Promise.all(raw.map(compress))
  const pieces = parts.map((part, index) => [part.length, raw[index]?.length ?? 0] as const)
  return { compressed: Buffer.concat(parts), pieces }
}

/** Inflates what `compressPieces` made. @throws Error when the bytes are not those that the pieces describe */
export const inflatePieces = async (compressed: Uint8Array, pieces: readonly Piece[]): Promise<Buffer> => {
  const total = (index: 0 | 1) => pieces.reduce((sum, piece) => sum + piece[index], 0)
  if (compressed.length !== total(0)) throw new Error(`there are ${compressed.length} bytes where ${total(0)} belong`)
  const bytes = Buffer.allocUnsafeSlow(total(1))
  let [from, to] = [0, 0]
  await Promise.all(
    pieces.map(async ([length, size]) => {
      const part = compressed.subarray(from, from + length)
      const at = to
      from += length
      to += size
      const params = { [constants.BROTLI_DECODER_PARAM_LARGE_WINDOW]: 1 }
      // Into one buffer: smaller ones would be put together on this thread.
      const inflated = await promisify(brotliDecompress)(part, {
        params,
        chunkSize: size + 64,
        maxOutputLength: size + 64,
      })
      if (inflated.length !== size) throw new Error(`a piece has ${inflated.length} bytes where ${size} belong`)
      inflated.copy(bytes, at)
    }),
  )
  return bytes
}
