// The proof that an edit changed what was meant and nothing else. It trusts neither the places nor the quotes of the editor.
import { isScalar, parseDocument, type Scalar } from 'yaml'
import { compareTrees, type EditedScalar, expectSame, Unproved } from './compare-trees.ts'
import type { YamlText } from './text-file.ts'

/** What was meant: the scalars of the file before, and the text that each shall have. */
export type Intended = ReadonlyMap<Scalar, string>

/**
 * Compares what a file says before and after an edit. Returns why it is not proved that only the intended scalars changed;
 * undefined when it is.
 *
 * 1. Every node of every document is the same, in the same order, with the same text, style, tag and anchor, except the
 *    intended scalars, whose text is the new one, which YAML 1.1 and 1.2 both read as that string. What a schema makes of
 *    a scalar follows from its text, style and tag, so all else reads the same under every schema.
 * 2. The old text comes back when the old scalars are put where the new reading finds the new ones.
 * 3. There are as many lines as before, with the same ends, and those differ on which an intended scalar stands.
 */
export function whyUnproved(before: YamlText, after: YamlText, intended: Intended): string | undefined {
  try {
    const edited = compareDocuments(before, after, intended)
    expectSame(edited.length, intended.size, 'an edited value would not be found again')
    for (const one of edited) checkEdited(one, intended.get(one.old), after.parsed.text)
    expectSame(restored(before, after, edited), before.parsed.text, 'the text around a value would change')
    compareLines(before, after, edited)
    return undefined
  } catch (error) {
    if (error instanceof Unproved) return error.message
    throw error
  }
}

function compareDocuments(before: YamlText, after: YamlText, intended: Intended): readonly EditedScalar[] {
  expectSame(before.trees.length, after.trees.length, 'the number of documents would change')
  return before.trees.flatMap((tree, index) => {
    const other = after.trees[index]
    return other === undefined ? [] : compareTrees(tree, other, (scalar) => intended.has(scalar))
  })
}

function checkEdited({ old, now }: EditedScalar, value: string | undefined, text: string): void {
  expectSame(now.source, value, 'a new value would read as another text')
  const gainsQuotes = old.type === 'PLAIN' && now.type === 'QUOTE_DOUBLE'
  if (!gainsQuotes) expectSame(old.type, now.type, 'the quotes of a value would change')
  const written = rawOf(text, now)
  for (const [version, schema] of [
    ['1.1', 'yaml-1.1'],
    ['1.2', 'core'],
  ] as const) {
    const { contents, errors } = parseDocument(written, { version, schema, prettyErrors: false, logLevel: 'silent' })
    const read = errors.length === 0 && isScalar(contents) ? contents.value : undefined
    expectSame(read, value, `a new value would not be a string in YAML ${version}`)
  }
}

/** The text after the edit, with the old scalars in place of the new ones. An empty value had no space before it. */
function restored(before: YamlText, after: YamlText, edited: readonly EditedScalar[]): string {
  const pieces: string[] = []
  let from = 0
  for (const { old, now } of edited) {
    const [start, end] = now.range ?? [0, 0]
    const raw = rawOf(before.parsed.text, old)
    pieces.push(after.parsed.text.slice(from, raw === '' ? start - 1 : start), raw)
    from = end
  }
  return pieces.join('') + after.parsed.text.slice(from)
}

function compareLines(before: YamlText, after: YamlText, edited: readonly EditedScalar[]): void {
  const [old, now] = [before.parsed.text.split('\n'), after.parsed.text.split('\n')]
  expectSame(old.length, now.length, 'the number of lines would change')
  expectSame(before.parsed.hasMark, after.parsed.hasMark, 'the byte order mark would change')
  const lines = new Set(edited.map((one) => after.parsed.placeOf(one.now.range?.[0] ?? 0).line))
  for (const [index, line] of old.entries()) {
    const other = now[index] ?? ''
    expectSame(line !== other, lines.has(index + 1), 'other lines than those of the values would change')
    expectSame(line.endsWith('\r'), other.endsWith('\r'), 'the end of a line would change')
  }
}

function rawOf(text: string, { range }: Scalar): string {
  return text.slice(range?.[0], range?.[1])
}
