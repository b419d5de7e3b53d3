import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { allGuards } from './all-guards.ts'
import { guardIds } from './guard.ts'
import { renderGuardsReadme } from './readme.ts'
import { statefulTypes } from './stateful-types.ts'

test('every guard is in the table, under its own name, and the table is current', () => {
  expect(allGuards.map(({ id }) => id)).toEqual(guardIds)
  const written = readFileSync(new URL('README.md', import.meta.url), 'utf8')
  expect(written).toBe(renderGuardsReadme())
  for (const id of guardIds) expect(written).toContain(`| \`${id}\` |`)
})

test('types that hold data are names of types, each once', () => {
  for (const type of statefulTypes) expect(type).toMatch(/^[a-z0-9]+(_[a-z0-9]+)+$/)
  const source = readFileSync(new URL('stateful-types.ts', import.meta.url), 'utf8')
  const lists = [...source.matchAll(/^ {2}(\w+): [`']([^`']*)[`']/gm)].map(([, provider, words = '']) => ({
    provider,
    words: words.trim().split(/\s+/),
  }))
  for (const { provider, words } of lists) expect(new Set(words).size, provider).toBe(words.length)
})
