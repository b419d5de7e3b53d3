import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { Root } from '../../lib/terraform/roots/root.ts'
import { namesOfRoots, readMirror, readNumber, readRevision } from './plan-options.ts'

const root = (name: string, path: string) => ({ name, path }) as Root
const roots = [
  root('network', 'terraform/network'),
  root('a', 'terraform/app'),
  root('b', 'terraform/app'),
  root('.', '.'),
]

it.each([
  ['/clone', ['network'], ['network']],
  ['/clone', ['terraform/network/'], ['network']],
  ['/clone', ['/clone/terraform/network'], ['network']],
  ['/clone/terraform/network', ['.'], ['network']],
  ['/clone', ['.'], ['.']],
  ['/clone/terraform', ['network'], ['network']],
  ['/clone/terraform', ['./network', '../terraform/app'], ['network', 'a', 'b']],
  ['/clone/terraform/app', ['..'], ['..']],
  ['/clone', ['nothing', '../elsewhere'], ['nothing', '../elsewhere']],
])('in %s, %j means %j', (cwd, given, expected) => {
  expect(namesOfRoots(given, { cwd, repository: '/clone' })(roots)).toEqual(expected)
})

it.each(['0', '33', '-1', '1.5', '1e1', '', 'ten', '00001'])('no number: %j', (value) => {
  expect(() => readNumber('parallel', value, { to: 32, default: 4 })).toThrow('from 1 to 32')
})

it('numbers have a default', () => {
  const range = { to: 32, default: 4 }
  expect([undefined, '1', '32'].map((value) => readNumber('parallel', value, range))).toEqual([4, 1, 32])
})

it('a revision is one word and no option', () => {
  expect([undefined, 'main', 'HEAD~1'].map((value) => readRevision('base', value))).toEqual([
    undefined,
    'main',
    'HEAD~1',
  ])
  for (const value of ['-x', 'a b', '']) expect(() => readRevision('base', value)).toThrow('--base does not take')
})

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-mirror-')))
afterAll(() => rmSync(folder, { recursive: true }))

it('a mirror does not come with what is judged, not by a link either', () => {
  const [repository, mirror] = [join(folder, 'clone'), join(folder, 'mirror')]
  for (const path of [join(repository, 'providers'), mirror]) mkdirSync(path, { recursive: true })
  symlinkSync(join(repository, 'providers'), join(folder, 'link'))
  const read = (value: string | undefined) => readMirror(value, { cwd: repository, repository })
  expect([read(undefined), read('../mirror'), read(mirror)]).toEqual([undefined, mirror, mirror])
  for (const inside of ['providers', '.', '../link']) expect(() => read(inside)).toThrow('it lies in the clone')
  expect(() => read('../nothing')).toThrow('there is no such folder')
})
