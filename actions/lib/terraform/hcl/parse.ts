// Reading a configuration file: the one way to HCL.
import type { HclFile } from './body.ts'
import { parseJson } from './json.ts'
import { parseNative } from './native.ts'

/** In UTF-16 units. Configuration that is written has some thousands; what is larger than this is data. */
const maxLength = 4 * 1024 * 1024

const byteOrderMark = '\uFEFF'

/**
 * Reads a file of HCL, or of its JSON syntax where its name ends in `.json`. Never throws for what the text is: with problems, the body
 * has what could be read. What Terraform would read otherwise than we do is a problem, too.
 */
export async function parseHclFile(text: string, file: string): Promise<HclFile> {
  const refused = refusal(text, file)
  if (refused !== undefined) return { file, body: { arguments: [], blocks: [] }, problems: [refused] }
  const content = text.startsWith(byteOrderMark) ? text.slice(1) : text
  return file.endsWith('.json') ? parseJson(content, file) : parseNative(content, file)
}

function refusal(text: string, file: string) {
  if (text.length > maxLength) {
    const message = `The file has ${text.length} characters; at most ${maxLength} are read. Split it.`
    return { message, at: { file, line: 1, column: 1 } }
  }
  const zero = text.indexOf('\0')
  if (zero < 0) return undefined
  const line = text.slice(0, zero).split('\n')
  const at = { file, line: line.length, column: (line.at(-1)?.length ?? 0) + 1 }
  return { message: 'The file has a zero byte, which no configuration has. Remove it.', at }
}
