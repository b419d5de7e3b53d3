import { expect, test } from 'vitest'
import { actionTables, replaceSection, table } from './docs.ts'

test('cells may hold pipes and line ends', () => {
  expect(table(['a', 'b'], [['x | y', 'two\n  lines']])).toBe('| a | b |\n| --- | --- |\n| x \\| y | two lines |')
})

test('the tables of an action', () => {
  const tables = actionTables({
    name: 'x',
    description: 'x',
    inputs: {
      'fail-on': { description: 'When to fail.', default: 'new' },
      path: { description: 'Where.', required: true },
    },
    runs: { using: 'node24', main: '../dist/x.js' },
  })
  expect(tables.inputs).toMatchInlineSnapshot(`
    "| Input | Default | What it does |
    | --- | --- | --- |
    | \`fail-on\` | \`new\` | When to fail. |
    | \`path\` | required | Where. |"
  `)
  expect(tables.outputs).toBe('None.')
})

test('only what stands between the markers is replaced, and a second time changes nothing', () => {
  const once = replaceSection('a\n<!-- t:start -->\nold\n<!-- t:end -->\nb\n', 't', 'new', 'x.md')
  expect(once).toBe('a\n<!-- t:start -->\n\nnew\n\n<!-- t:end -->\nb\n')
  expect(replaceSection(once, 't', 'new', 'x.md')).toBe(once)
  expect(() => replaceSection('no markers', 't', 'new', 'x.md')).toThrow('x.md needs the markers')
})
