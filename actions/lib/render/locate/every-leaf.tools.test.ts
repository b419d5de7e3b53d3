// The located place is changed, the overlay is rendered again, and the leaf must change: nothing else proves that it was the source.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import type { SourceLocation } from '../../findings/finding.ts'
import { valueAt } from '../../yaml/pointer.ts'
import { type Built, hasKubectl, kubectlBuild, leavesOf, readBelow } from './kubectl-build.ts'
import { createLocator } from './locator.ts'

const fixtures = resolve(import.meta.dirname, '__fixtures__')
const path = 'shop/overlays/live'
/** What identifies an object cannot be changed and be found again. */
const identity = ['/kind', '/apiVersion', '/metadata/name']

it.skipIf(!hasKubectl())('changes every leaf that it is asked for', { timeout: 300_000 }, async () => {
  const copy = mkdtempSync(join(tmpdir(), 'locate-'))
  try {
    cpSync(fixtures, copy, { recursive: true })
    const built = kubectlBuild(fixtures, path)
    const locator = createLocator(readBelow(fixtures))
    const unmoved: string[] = []
    let refused = 0
    let moved = 0
    for (const { object } of built) {
      for (const [pointer, value] of leavesOf(object)) {
        if (identity.includes(pointer)) continue
        const at = await locator.locate({ origin: {}, object, pointer, source: { type: 'kustomize', path } })
        const text = readFileSync(join(fixtures, at.file), 'utf8')
        writeFileSync(join(copy, at.file), changed(text, at))
        const after = rebuilt(copy)
        writeFileSync(join(copy, at.file), text)
        if (after === undefined) refused += 1
        else if (same(after, object, pointer, value)) unmoved.push(`${object.kind} ${pointer} → ${JSON.stringify(at)}`)
        else moved += 1
      }
    }
    console.info(`${moved} leaves moved, ${refused} changes were refused by kustomize`)
    expect(unmoved).toEqual([])
    expect(refused).toBeLessThan(moved / 20)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
})

/** The text with another scalar at the place. */
function changed(text: string, { line = 1, column = 1, endLine, endColumn }: SourceLocation): string {
  const rows = text.split('\n')
  const row = rows[line - 1] ?? ''
  if (/[|>][+-]?$/.test(row)) {
    rows[line] = `${rows[line]}x`
    return rows.join('\n')
  }
  const end = endLine === line ? (endColumn ?? 1) - 1 : row.length
  const marked = row.slice(column - 1, end)
  const flipped = marked.replace(
    /(true|false)(["']?)$/,
    (_, word, quote) => (word === 'true' ? 'false' : 'true') + quote,
  )
  const other = flipped === marked ? marked.replace(/(["']?)$/, /\d["']?$/.test(marked) ? '1$1' : 'x$1') : flipped
  rows[line - 1] = row.slice(0, column - 1) + other + row.slice(end)
  return rows.join('\n')
}

function rebuilt(root: string): readonly Built[] | undefined {
  try {
    return kubectlBuild(root, path)
  } catch {
    return undefined
  }
}

function same(after: readonly Built[], object: Built['object'], pointer: string, value: unknown): boolean {
  const plain = (name: string) => name.replace(/-[a-z0-9]{10}$/, '')
  const found = after.find(
    (one) => one.object.kind === object.kind && plain(one.object.metadata.name) === plain(object.metadata.name),
  )
  return found !== undefined && JSON.stringify(valueAt(found.object, pointer)) === JSON.stringify(value)
}
