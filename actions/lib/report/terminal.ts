// Colour and line width of a terminal; whether there is colour at all is decided by the caller.

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan'

const codes: Readonly<Record<Style, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
}

export type Paint = (text: string, ...styles: readonly Style[]) => string

/** Returns what puts styles around a text; without colour the text stays as it is. */
export function painter(color: boolean): Paint {
  if (!color) return (text) => text
  return (text, ...styles) =>
    styles.reduce((inner, style) => `\u001b[${codes[style][0]}m${inner}\u001b[${codes[style][1]}m`, text)
}

/**
 * Breaks one line at spaces so that no part is longer than `width`. A word that is longer stays whole: a path that is
 * broken cannot be clicked or copied.
 */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line]
}
