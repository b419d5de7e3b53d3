import { describe, expect, it } from 'vitest'
import { explainFieldPath, type FieldPath, parseFieldPath, resolveFieldPath } from './field-path.ts'
import type { Path } from './text-file.ts'

const data = {
  spec: {
    containers: [
      { name: 'api', image: 'a:1', args: ['--x', '--y'] },
      { name: 'side.car', image: 'b:1', env: [{ name: 'A', value: '1' }] },
      { name: 'api', image: 'c:1' },
      'odd',
    ],
    '8080': 'port',
  },
  metadata: { annotations: { 'app.example.test/name': 'n', 'a=b': 'x', 'a[0]': 'y' } },
}

function resolve(text: string): readonly Path[] | string {
  const path = parseFieldPath(text)
  return 'error' in path ? path.error : resolveFieldPath(data, path as FieldPath)
}

describe('field paths', () => {
  it.each<[string, readonly Path[]]>([
    ['spec', [['spec']]],
    ['spec.8080', [['spec', '8080']]],
    ['metadata.annotations.app\\.example\\.test/name', [['metadata', 'annotations', 'app.example.test/name']]],
    ['metadata.annotations.[app.example.test/name]', [['metadata', 'annotations', 'app.example.test/name']]],
    [
      'spec.containers.[name=api].image',
      [
        ['spec', 'containers', 0, 'image'],
        ['spec', 'containers', 2, 'image'],
      ],
    ],
    ['spec.containers.[name=side.car].env.[name=A].value', [['spec', 'containers', 1, 'env', 0, 'value']]],
    ['spec.containers.[image=c:1].name', [['spec', 'containers', 2, 'name']]],
    ['spec.containers.[name=api].args.[=--y]', [['spec', 'containers', 0, 'args', 1]]],
    ['spec.containers.[=odd]', [['spec', 'containers', 3]]],
    // Not regular expressions, as kustomize's are.
    ['spec.containers.[name=a.*]', []],
    ['spec.containers.[name=ap]', []],
    ['spec.containers.0.image', []],
    ['spec.containers.length', []],
    ['spec.containers.name', []],
    ['spec.[name=api]', []],
    ['spec.none.image', []],
    ['constructor.name', []],
    ['spec.8080.x', []],
  ])('%s', (text, paths) => expect(resolve(text)).toEqual(paths))

  it.each([
    ['', /empty/],
    ['.', /empty/],
    ['spec.*.image', /\*/],
    ['spec.containers.*', /\*/],
    ['spec.[name=api', /bracket/],
    ['spec.name=api]', /bracket/],
    ['spec.][', /bracket/],
    ['spec.[]', /selects nothing/],
  ])('refuses %j', (text, error) => expect(resolve(text)).toMatch(error))
})

it.each([
  ['spec.none', 'spec has no key none'],
  ['spec.containers.0.image', /^containers is a list, whose items are not selected by number.*\[name=value\]/],
  ['spec.containers.image', /^containers is a list, whose items are not selected by a key/],
  ['spec.containers.[name=none].image', 'containers has no item [name=none]'],
  ['spec.[name=api]', /^spec is a mapping and no list/],
  ['spec.8080.x', '8080 is a single value without a key x'],
])('explains %s', (text, expected) => {
  const explained = explainFieldPath(data, parseFieldPath(text) as FieldPath)
  if (typeof expected === 'string') expect(explained).toBe(expected)
  else expect(explained).toMatch(expected)
})
