// Bytes that arrive in pieces, as lines.

export type LineReader = {
  /** Takes the next piece and hands on each line that it completes. */
  readonly push: (chunk: Buffer) => void
  /** Hands on what stands after the last line end. */
  readonly end: () => void
  /** How many lines were longer than the limit, and not handed on. */
  readonly leftOut: () => number
}

const lineEnd = 0x0a

/** Splits at line ends before decoding, so that no character is cut. Holds at most `maxBytes` of a line that is not complete. */
export function createLineReader(maxBytes: number, onLine: (line: string) => void): LineReader {
  let pending: Buffer[] = []
  let size = 0
  let leftOut = 0
  const add = (part: Buffer) => {
    size += part.length
    if (size <= maxBytes) pending.push(part)
    else pending = []
  }
  const finish = () => {
    const line = size <= maxBytes ? Buffer.concat(pending).toString('utf8') : undefined
    pending = []
    size = 0
    if (line === undefined) leftOut += 1
    else onLine(line.endsWith('\r') ? line.slice(0, -1) : line)
  }
  return {
    push: (chunk) => {
      let from = 0
      for (let at = chunk.indexOf(lineEnd); at !== -1; at = chunk.indexOf(lineEnd, from)) {
        add(chunk.subarray(from, at))
        from = at + 1
        finish()
      }
      if (from < chunk.length) add(chunk.subarray(from))
    },
    end: () => {
      if (size > 0) finish()
    },
    leftOut: () => leftOut,
  }
}
