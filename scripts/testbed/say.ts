// Progress in a terminal: lines that end in `…` are replaced by the next, and left out where there is no terminal.

/** @param stream where to write, such as stderr */
export function createSay(stream: NodeJS.WriteStream): (line: string) => void {
  let pending = false
  return (line) => {
    const passing = line.endsWith('…')
    if (passing && !stream.isTTY) return
    const clear = pending ? '\r\x1b[K' : ''
    stream.write(`${clear}testbed: ${line}${passing ? '' : '\n'}`)
    pending = passing
  }
}
