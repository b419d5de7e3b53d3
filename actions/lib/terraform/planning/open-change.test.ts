// What is judged by which side's rules, and which roots are planned.
import { expect, test } from 'vitest'
import { memoryTree } from '../../testing/memory-tree.ts'
import { gateChange } from './gate-change.ts'
import { openChange } from './open-change.ts'

const backend = (key: string) => `terraform {\n  backend "s3" {\n    bucket = "states"\n    key = "${key}"\n  }\n}\n`
const reads = (key: string) =>
  `data "terraform_remote_state" "up" {\n  backend = "s3"\n  config = {\n    bucket = "states"\n    key = "${key}"\n  }\n}\n`

const base = {
  'a/main.tf': backend('a'),
  'b/main.tf': `${backend('b')}${reads('a')}`,
  'c/main.tf': backend('c'),
}

test('roots that the change touches are planned, and what reads their state waits', async () => {
  const head = { ...base, 'a/main.tf': `${backend('a')}resource "terraform_data" "x" {}\n` }
  const { selection, toPlan } = await openChange({ head: memoryTree(head), base: memoryTree(base) })
  expect(selection.impacts.map(({ root }) => root.name)).toEqual(['a', 'b'])
  expect(selection.unaffected).toEqual(['c'])
  const entries = await Promise.all(selection.impacts.map(({ root }) => toPlan(root)))
  expect(entries.map(({ wave, waitsFor }) => ({ wave, waitsFor }))).toEqual([
    { wave: 1, waitsFor: [] },
    { wave: 2, waitsFor: ['a'] },
  ])
})

test('named roots are planned alone, in their order, and a name that is wrong is told', async () => {
  const tree = memoryTree(base)
  const { selection } = await openChange({ head: tree, named: ['b', 'c', 'b'] })
  expect(selection.waves).toEqual([{ number: 1, roots: ['b', 'c'] }])
  // Nobody has looked at the others.
  expect(selection.unaffected).toEqual([])
  expect(selection.notAsked).toEqual([{ root: 'a', affected: false, neededBy: ['b'] }])
  await expect(openChange({ head: tree, named: ['d'] })).rejects.toThrow(/There is no Terraform root "d"/)
})

test('what a named root is planned on, and was not asked for, is told: also where it cannot be parsed', async () => {
  const settings = {
    '.github/seaworthy.yaml': 'terraform:\n  roots:\n    - {path: a}\n    - {path: b, depends-on: [a]}\n',
  }
  for (const text of [`${backend('a')}resource "terraform_data" "x" {}\n`, '}{ not even HCL']) {
    const head = { ...base, ...settings, 'a/main.tf': text }
    const { selection } = await openChange({
      head: memoryTree(head),
      base: memoryTree({ ...base, ...settings }),
      named: ['b'],
    })
    expect(selection.impacts.map(({ root }) => root.name)).toEqual(['b'])
    expect(selection.waves).toEqual([{ number: 1, roots: ['b'] }])
    expect(selection.unaffected).toEqual(['c'])
    expect(selection.notAsked).toEqual([{ root: 'a', affected: true, neededBy: ['b'] }])
    expect(selection.notes[0]).toMatchObject({
      message: expect.stringMatching(
        /^a is not asked for, and the change affects it: b .*its plan may be out of date$/,
      ),
    })
  }
})

test('with all named that the change affects, nothing is left out', async () => {
  const head = { ...base, 'a/main.tf': `${backend('a')}resource "terraform_data" "x" {}\n` }
  const { selection } = await openChange({ head: memoryTree(head), base: memoryTree(base), named: ['b', 'a'] })
  expect(selection.notAsked).toBeUndefined()
  expect(selection.notes).toEqual([])
  expect(selection.deferrals).toEqual([{ root: 'b', waitsFor: ['a'] }])
})

test('a change is judged by the rules of the base, and finds its ways in the head', async () => {
  const settings = (maxDelete: number, more: string) =>
    `terraform:\n  guards:\n    max-delete: ${maxDelete}\n  roots:\n    - path: a\n      ${more}\n`
  const before = { ...base, '.github/seaworthy.yaml': settings(0, 'environment: one') }
  const after = { ...base, '.github/seaworthy.yaml': settings(100, 'environment: two') }
  const change = await openChange({ head: memoryTree(after), base: memoryTree(before) })
  expect(change.policy.guards.maxDelete).toBe(0)
  expect(change.selection.roots.find(({ name }) => name === 'a')?.environment).toBe('two')
})

test('settings that are not valid are refused with their place', async () => {
  const head = memoryTree({ ...base, '.github/seaworthy.yaml': 'terraform:\n  rots: []\n' })
  await expect(openChange({ head })).rejects.toThrow(/seaworthy\.yaml:2:3/)
})

test('the gate refuses what the change brings, not what was there, and not what the base exempts', async () => {
  const program = `${backend('a')}data "external" "x" {\n  program = ["sh"]\n}\n`
  const bad = { ...base, 'a/main.tf': program }
  const today = '2026-11-21'
  const verdictOf = async (head: Record<string, string>, from: Record<string, string>) =>
    gateChange(await openChange({ head: memoryTree(head), base: memoryTree(from) }), today)
  const brought = await verdictOf(bad, base)
  expect(brought.refused).toBe(true)
  expect(brought.findings.find(({ severity }) => severity === 'error')).toMatchObject({
    rule: 'terraform-external-program',
    at: { file: 'a/main.tf', line: 7 },
  })
  expect((await verdictOf({ ...bad, 'c/other.tf': '' }, bad)).refused).toBe(false)
  const exempt = (until: string) =>
    `exemptions:\n  - rule: terraform-external-program\n    subject: { file: a/* }\n    reason: the vendor needs it until release 4\n    until: ${until}\n`
  const settings = '.github/seaworthy.yaml'
  const of = (until: string) => ({ [settings]: exempt(until) })
  expect((await verdictOf({ ...bad, ...of('2026-11-21') }, { ...base, ...of('2026-11-21') })).refused).toBe(false)
  expect((await verdictOf({ ...bad, ...of('2026-11-20') }, { ...base, ...of('2026-11-20') })).refused).toBe(true)
  // Its own exemption does not count.
  expect((await verdictOf({ ...bad, ...of('2026-12-31') }, base)).refused).toBe(true)
})

test('named roots without a base answer for themselves, not for what another root has', async () => {
  const runs = `resource "terraform_data" "x" {\n  provisioner "local-exec" {\n    command = "true"\n  }\n}\n`
  const head = memoryTree({ ...base, 'c/main.tf': `${backend('c')}${runs}` })
  const refused = async (named: readonly string[]) =>
    (await gateChange(await openChange({ head, named }), '2026-11-20')).refused
  expect([await refused(['a']), await refused(['c'])]).toEqual([false, true])
})
