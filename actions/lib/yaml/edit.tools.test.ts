// What an edit changes for us, it changes for the libraries of Kubernetes tools and of Python, and nothing else.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editScalars, type ScalarChange } from './edit.ts'
import { changedLeaves, randomEdits } from './testing/random-edits.ts'
import { yamlReaders } from './testing/readers.ts'
import { openYamlText } from './text-file.ts'

const readers = yamlReaders()

type Case = {
  readonly before: string
  readonly after: string
  readonly documents: number
  readonly changes: readonly ScalarChange[]
}

function madeEdits(): readonly Case[] {
  return fc.sample(randomEdits, { numRuns: 3000, seed: 20261121 }).flatMap(({ text, chosen }): Case[] => {
    const file = openYamlText(new TextEncoder().encode(text))
    if ('refusals' in file) return []
    const result = editScalars(
      file,
      chosen.map(({ edit }) => edit),
    )
    if ('refusals' in result || result.changes.length === 0) return []
    const after = new TextDecoder('utf-8', { ignoreBOM: true }).decode(result.bytes)
    return [{ before: text, after, documents: file.documents.length, changes: result.changes }]
  })
}

describe.skipIf(readers.length === 0)('edits', () => {
  const cases = madeEdits()

  it.each(readers)('change only what was meant for $name', ({ read }) => {
    const readings = read(cases.flatMap(({ before, after }) => [before, after]))
    const compared = new Map<string, number>()
    const wrong: string[] = []
    for (const [index, one] of cases.entries()) {
      for (const [reader, old] of Object.entries(readings[2 * index] ?? {})) {
        // Not every reader accepts all that YAML is.
        if (old === null) continue
        compared.set(reader, (compared.get(reader) ?? 0) + 1)
        const now = readings[2 * index + 1]?.[reader]
        const oneDocument = reader === 'sigs.k8s.io/yaml'
        const problem =
          !oneDocument && old.length !== one.documents
            ? `finds ${old.length} documents and not ${one.documents}`
            : now === null || now === undefined
              ? 'refuses it after the edit'
              : differenceProblem(changedLeaves(old, now), one.changes, oneDocument)
        if (problem !== undefined) wrong.push(`${reader} ${problem}: ${JSON.stringify(one)}`)
      }
    }
    console.info([...compared].map(([reader, count]) => `${reader}: ${count} of ${cases.length}`).join(', '))
    expect(wrong).toEqual([])
    for (const count of compared.values()) expect(count).toBeGreaterThan(cases.length / 3)
  })
})

function differenceProblem(
  leaves: readonly string[] | undefined,
  changes: readonly ScalarChange[],
  oneDocument: boolean,
): string | undefined {
  if (leaves === undefined) return 'sees more than values change'
  const seen = changes.filter(({ document }) => !oneDocument || document === 0)
  // A value that only gains quotes may have been a string to this reader.
  const different = seen.filter((change) => change.old !== change.new)
  if (leaves.length < different.length || leaves.length > seen.length) return `sees ${leaves.length} changes`
  const wanted = seen.map((change) => JSON.stringify({ text: change.new }))
  const unwanted = leaves.find((leaf) => !wanted.includes(leaf))
  return unwanted === undefined ? undefined : `reads ${unwanted}`
}
