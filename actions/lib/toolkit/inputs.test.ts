import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, expectTypeOf, test } from 'vitest'
import { temporaryRepository } from '../testing/temporary-repository.ts'
import { choice, defineInputs, flag, list, path, secret, text } from './inputs.ts'

const read = (kind: Parameters<typeof defineInputs>[0][string], value: string | undefined, workspace = '/tmp') =>
  defineInputs({ 'the-input': kind }).read({ GITHUB_WORKSPACE: workspace, 'INPUT_THE-INPUT': value }).theInput

test('names become camel case and types follow the declaration', () => {
  const inputs = defineInputs({
    'fail-on': choice(['new', 'any'], { default: 'new' }),
    'sarif-file': path(),
    draft: flag({ default: true }),
    versions: list(),
  })
  const values = inputs.read({ GITHUB_WORKSPACE: '/tmp' })
  expectTypeOf(values).toEqualTypeOf<{
    readonly failOn: 'new' | 'any'
    readonly sarifFile: string | undefined
    readonly draft: boolean
    readonly versions: readonly string[]
  }>()
  expect(values).toEqual({ failOn: 'new', sarifFile: undefined, draft: true, versions: [] })
})

test.each([
  ['text, trimmed', text(), '  a b ', 'a b'],
  ['text left empty', text(), '', undefined],
  ['text of blanks', text({ default: 'x' }), '   ', 'x'],
  ['a flag in capitals', flag({ default: true }), 'False', false],
  ['a choice', choice(['new', 'any']), 'any', 'any'],
  ['a list by lines and commas', list(), 'a, b\n\n c ,', ['a', 'b', 'c']],
  ['the default of a list', list({ default: '1.35,1.36' }), '', ['1.35', '1.36']],
])('%s', (_, kind, given, expected) => {
  expect(read(kind, given)).toEqual(expected)
})

test.each([
  ['missing', text({ required: true }), '', 'Input "the-input" is required.'],
  ['an unknown word', choice(['new', 'any']), 'nwe', '"nwe" is not allowed.\n  next: use one of `new`, `any`'],
  ['not a boolean', flag({ default: false }), 'yes', '"yes" is not allowed.\n  next: use `true` or `false`'],
  ['a bad item', list({ each: /^1\.\d+$/, allowed: 'minors such as `1.36`' }), '1.36,v2', 'use minors such as `1.36`'],
  ['a long value is cut', choice(['a']), 'x'.repeat(5000), `"${'x'.repeat(200)}…" is not allowed`],
])('%s: the message names input, value and what is allowed', (_, kind, given, message) => {
  expect(() => read(kind, given)).toThrow(message)
})

test('a property of Object is not a boolean', () => {
  expect(() => read(flag({ default: false }), 'constructor')).toThrow('not allowed')
})

test('the value of a secret is not shown', () => {
  expect(() => read(secret(), 'hunter\n2')).toThrow('Input "the-input": The value is not allowed.')
})

test('all bad inputs are reported together', () => {
  const inputs = defineInputs({ a: text({ required: true }), b: flag({ default: true }) })
  expect(() => inputs.read({ INPUT_B: 'maybe' })).toThrow(/"a" is required.*"b": "maybe"/s)
})

test('a path stays in the workspace, also through symbolic links', async () => {
  await using repository = temporaryRepository({ 'deploy/a.yaml': 'a: 1\n', 'inside-link': { symlink: 'deploy' } })
  symlinkSync('/etc', join(repository.path, 'outside-link'))
  const inWorkspace = (value: string) => read(path(), value, repository.path)
  expect(inWorkspace('deploy')).toBe(join(repository.path, 'deploy'))
  expect(inWorkspace('.')).toBe(repository.path)
  expect(inWorkspace('new/folder/report.json')).toBe(join(repository.path, 'new/folder/report.json'))
  expect(inWorkspace('..hidden')).toBe(join(repository.path, '..hidden'))
  expect(inWorkspace('inside-link/a.yaml')).toBe(join(repository.path, 'inside-link/a.yaml'))
  for (const outside of ['..', '../x', '/etc/passwd', 'deploy/../../x', 'outside-link', 'outside-link/new', 'a\0b']) {
    expect(() => inWorkspace(outside), outside).toThrow('use a path inside the workspace')
  }
})
