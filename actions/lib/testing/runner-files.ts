// What a runner reads from an action: the key-value files and the workflow commands on stdout.
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands

export type ReadAnnotation = {
  readonly severity: 'error' | 'warning' | 'notice'
  readonly message: string
  readonly title?: string
  readonly file?: string
  readonly line?: number
  readonly column?: number
}

/** Reads a `GITHUB_OUTPUT`-like file: `name=value` lines and `name<<END … END` blocks; the last value of a name wins. */
export function parseFileCommands(text: string): Record<string, string> {
  const values: Record<string, string> = {}
  const lines = text.split('\n')
  for (let index = 0; index < lines.length; index += 1) {
    const line = (lines[index] ?? '').replace(/\r$/, '')
    if (line === '') continue
    const block = /^([^=]+?)<<(.+)$/.exec(line)
    if (block?.[1] !== undefined) {
      const end = lines.findIndex((candidate, at) => at > index && candidate.replace(/\r$/, '') === block[2])
      if (end < 0) throw new Error(`the block of "${block[1]}" does not end`)
      values[block[1]] = lines.slice(index + 1, end).join('\n')
      index = end
    } else {
      const equals = line.indexOf('=')
      if (equals < 1) throw new Error(`not a file command: ${line}`)
      values[line.slice(0, equals)] = line.slice(equals + 1)
    }
  }
  return values
}

/** Reads the annotations (`::error file=…,line=…::message`) from an action's stdout, in order. */
export function parseAnnotations(stdout: string): readonly ReadAnnotation[] {
  return [...stdout.matchAll(/^::(error|warning|notice)(?: ([^\n]*?))?::(.*)$/gm)].map(
    ([, severity, properties = '', message = '']) => {
      const pairs = properties.split(',').filter((pair) => pair !== '')
      const value = Object.fromEntries(
        pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), unescapeProperty(pair.slice(pair.indexOf('=') + 1))]),
      )
      return {
        severity: severity as ReadAnnotation['severity'],
        message: unescapeData(message),
        ...(value.title !== undefined && { title: value.title }),
        ...(value.file !== undefined && { file: value.file }),
        ...(value.line !== undefined && { line: Number(value.line) }),
        ...(value.col !== undefined && { column: Number(value.col) }),
      }
    },
  )
}

const unescapeData = (text: string) => text.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%')
const unescapeProperty = (text: string) => unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','))
