import { expect, test } from 'vitest'
import { memoryTree } from '../lib/testing/memory-tree.ts'
import { changedPlanCode } from './plan-code.ts'

const workflow = '.github/workflows/plan.yml'
const base = {
  [workflow]:
    'jobs:\n  a:\n    uses: ./.github/workflows/called.yml\n  b:\n    steps:\n      - uses: $/actions/plan\n      - uses: actions/checkout@abc\n',
  '.github/workflows/called.yml': 'jobs: {}\n',
  '.github/workflows/other.yml': 'jobs: {}\n',
  'actions/plan/action.yml': 'runs: {}\n',
  'actions/dist/plan.js': 'one\n',
  'infra/main.tf': 'one\n',
}

const changed = (files: Readonly<Record<string, string>>) =>
  changedPlanCode(memoryTree(base), memoryTree({ ...base, ...files }), workflow)

test.each([
  ['the workflow', { [workflow]: 'jobs: {}\n' }, [workflow]],
  ['a workflow that it calls', { '.github/workflows/called.yml': 'jobs: []\n' }, ['.github/workflows/called.yml']],
  ['code beside a local action', { 'actions/dist/plan.js': 'two\n' }, ['actions/dist/plan.js']],
  ['a file that is new there', { 'actions/dist/more.js': '' }, ['actions/dist/more.js']],
  ['another workflow', { '.github/workflows/other.yml': 'jobs: []\n' }, []],
  ['a root', { 'infra/main.tf': 'two\n' }, []],
])('%s', async (_, files, expected) => {
  expect(await changed(files)).toEqual(expected)
})

test('an action that only the change brings counts as well', async () => {
  const files = { [workflow]: `${base[workflow]}      - uses: ./tools/own\n`, 'tools/own/action.yml': 'runs: {}\n' }
  expect(await changed(files)).toEqual([workflow, 'tools/own/action.yml'])
})
