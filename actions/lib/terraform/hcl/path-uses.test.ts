// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL as it is written
import { expect, test } from 'vitest'
import { type PathPart, type PathUse, pathUsesIn } from './path-uses.ts'

const moduleFolder = { text: 'path.module' }
const call = (name: string, ...given: readonly (readonly PathPart[])[]): PathUse => ({
  type: 'call',
  name,
  arguments: given,
})
const template = (...parts: readonly PathPart[]): PathUse => ({ type: 'template', parts })

test.each<[string, readonly PathUse[]]>([
  ['file("a/b")', [call('file', ['a/b'])]],
  ['"${path.module}/a/${each.key}.json"', [template(moduleFolder, '/a/', { text: 'each.key' }, '.json')]],
  ['fileset(path.module, "x/*")', [call('fileset', [moduleFolder], ['x/*'])]],
  ['path.module', [{ type: 'folder', reference: 'path.module' }]],
  ['{ dir = path.root }', [{ type: 'folder', reference: 'path.root' }]],
  ['basename(path.module)', [call('basename', [moduleFolder])]],
  ['"${abspath(path.module)}/x"', [template({ text: 'abspath(path.module)' }, '/x')]],
  [
    '{ for f in fileset(local.d, "*") : f => file(f) }',
    [call('fileset', [{ text: 'local.d' }], ['*']), call('file', [{ text: 'f' }])],
  ],
  [
    'templatefile("t", { a = "${path.module}/b" })',
    [call('templatefile', ['t'], [{ text: '{ a = "${path.module}/b" }' }]), template(moduleFolder, '/b')],
  ],
  [
    '"${format("%s", path.module)}"',
    [template({ text: 'format("%s", path.module)' }), call('format', ['%s'], [moduleFolder])],
  ],
  ['var.x ? "a" : jsonencode({})', [template('a'), call('jsonencode', [{ text: '{}' }])]],
])('%s', async (text, expected) => expect(await pathUsesIn(text, 'main.tf')).toEqual(expected))

test('JSON has templates without quotes', async () => {
  expect(await pathUsesIn('${path.module}/say "a"', 'main.tf.json')).toEqual([template(moduleFolder, '/say "a"')])
  expect(await pathUsesIn('${file("a")}', 'main.tf.json')).toContainEqual(call('file', ['a']))
})

test.each(['"${', ')', 'a b', '[1'])('%j cannot be parsed', async (text) =>
  expect(await pathUsesIn(text, 'main.tf')).toBeUndefined(),
)
