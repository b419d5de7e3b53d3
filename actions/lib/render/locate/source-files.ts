// The files that a locator has read: each is fetched and parsed once.
import { parseYamlSource, type YamlSource } from '../../yaml/source-document.ts'

export type ReadText = (path: string) => Promise<string | undefined>

export type SourceFiles = {
  readonly text: (path: string) => Promise<string | undefined>
  /** Undefined when the file is missing or too large to be worth a position. */
  readonly yaml: (path: string) => Promise<YamlSource | undefined>
}

/** Positions in a file beyond this size are not worth the memory of its syntax tree: the file alone is named. */
const largestParsed = 4 * 1024 * 1024

/** Takes how a file of the repository is read; an error of it counts as a missing file. */
export function sourceFiles(readText: ReadText): SourceFiles {
  const texts = new Map<string, Promise<string | undefined>>()
  const parsed = new Map<string, Promise<YamlSource | undefined>>()
  const text = (path: string) => remembered(texts, path, () => readText(path).catch(() => undefined))
  const yaml = (path: string) =>
    remembered(parsed, path, async () => {
      const content = await text(path)
      return content === undefined || content.length > largestParsed ? undefined : parseYamlSource(content)
    })
  return { text, yaml }
}

function remembered<Value>(
  known: Map<string, Promise<Value>>,
  key: string,
  make: () => Promise<Value>,
): Promise<Value> {
  const existing = known.get(key)
  if (existing !== undefined) return existing
  const made = make()
  known.set(key, made)
  return made
}
