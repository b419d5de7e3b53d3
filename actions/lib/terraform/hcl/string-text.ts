// The literal text of HCL strings: escapes, and the indentation of heredocs (hclsyntax/spec.md, "Template Expressions").

/** What a literal piece of a string or heredoc stands for, or what Terraform would take it for instead. */
export type LiteralText = { readonly text: string } | { readonly problem: string }

const simpleEscapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }

/**
 * Decodes a literal piece, between interpolations. The grammar's scanner is not exact: it takes `$$$` before a brace and text behind
 * a heredoc's marker for something else than Terraform does. A piece that Terraform reads differently is a problem.
 */
export function literalText(raw: string, quoted: boolean): LiteralText {
  let text = ''
  for (let index = 0; index < raw.length; ) {
    const character = raw.charAt(index)
    if (quoted && character === '\\') {
      const escaped = escapeAt(raw, index)
      if (escaped === undefined)
        return { problem: 'An escape in this string is not one of \\n, \\r, \\t, \\", \\\\, \\uNNNN.' }
      text += escaped.text
      index += escaped.length
    } else if (quoted && (character === '"' || character === '\n')) {
      return { problem: 'A string in quotes ends on the line it starts on.' }
    } else if (character === '$' || character === '%') {
      let run = index
      while (raw.charAt(run) === character) run += 1
      const count = run - index
      if (raw.charAt(run) !== '{') {
        text += raw.slice(index, run)
        index = run
      } else if (count === 1) {
        return {
          problem: `A template sequence stands where it cannot be read: move the text around ${character}{ apart.`,
        }
      } else {
        text += `${character.repeat(count - 1)}{`
        index = run + 1
      }
    } else {
      text += character
      index += 1
    }
  }
  return { text }
}

function escapeAt(raw: string, index: number): { readonly text: string; readonly length: number } | undefined {
  const letter = raw.charAt(index + 1)
  const simple = Object.hasOwn(simpleEscapes, letter) ? simpleEscapes[letter] : undefined
  if (simple !== undefined) return { text: simple, length: 2 }
  const digits = letter === 'u' ? 4 : letter === 'U' ? 8 : 0
  const hexadecimal = raw.slice(index + 2, index + 2 + digits)
  if (digits === 0 || !/^[0-9a-fA-F]+$/.test(hexadecimal) || hexadecimal.length !== digits) return undefined
  const code = Number.parseInt(hexadecimal, 16)
  // Go writes the replacement character for what is no character.
  const isCharacter = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return { text: isCharacter ? String.fromCodePoint(code) : '\uFFFD', length: 2 + digits }
}

/** Takes the indentation that all lines share from a heredoc of `<<-`. Blank lines do not count. */
export function withoutIndentation(text: string): string {
  const lines = text.split(/(?<=\n)/)
  const isBlank = (line: string) => line.trim() === '' && line.endsWith('\n')
  const indents = lines
    .filter((line) => line !== '' && !isBlank(line))
    .map((line) => line.length - line.trimStart().length)
  const shared = indents.length === 0 ? 0 : Math.min(...indents)
  return lines.map((line) => (isBlank(line) ? line : line.slice(shared))).join('')
}
