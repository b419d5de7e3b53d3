// The proof has to fail for every result but the right one, however the result came to be.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Scalar, visit } from 'yaml'
import { whyUnproved } from './prove-edit.ts'
import { openYamlText, type YamlText } from './text-file.ts'

const before = `\uFEFF%YAML 1.1
---
# head
base: &base {cpu: 0x1F, on: 010} # flow
image:
    tag:   "v1"   # the version
    names: [a, 'b', *base]
    note: |
      v1
other: 12345678901234567890\r
none:
---
<<: {x: 1}
tag: v1
z: &z v1
y: *z
`
const after = before.replace('"v1" ', '"v2" ')

function open(text: string): YamlText | undefined {
  const file = openYamlText(new TextEncoder().encode(text))
  return 'refusals' in file ? undefined : file
}

/** The scalars of a document whose text is this, in their order. */
function scalars(file: YamlText, document: number, text: string): readonly Scalar[] {
  const found: Scalar[] = []
  const root = file.trees[document]?.root ?? null
  visit(root, { Scalar: (_key, node) => void (node.source === text && found.push(node)) })
  return found
}

const old = open(before) as YamlText
const meant = new Map([[scalars(old, 0, 'v1')[0] as Scalar, 'v2']])

/** Undefined when it is proved; the reader's refusal counts as no proof. */
function why(text: string, intended = meant, from = old): string | undefined {
  const file = open(text)
  return file === undefined ? 'not YAML' : whyUnproved(from, file, intended)
}

it('is given for the right result', () => expect(why(after)).toBeUndefined())

describe('is not given for', () => {
  it.each<[string, string, RegExp]>([
    ['the file as it was', before, /another text/],
    ['another value', after.replace('"v2"', '"v3"'), /another text/],
    ['quotes that are gone', after.replace('"v2"', 'v2'), /quotes/],
    ['other quotes', after.replace('"v2"', "'v2'"), /quotes/],
    ['a respelled number', after.replace('0x1F', '0x1f'), /another value/],
    ['a number of another base', after.replace('010', '8'), /another value/],
    ['a rounded number', after.replace('12345678901234567890', '12345678901234567000'), /another value/],
    ['a key that is respelled', after.replace('on: 010', 'true: 010'), /another value/],
    ['quotes elsewhere', after.replace("'b'", '"b"'), /quotes of another/],
    ['quotes around a key', after.replace('on: 010', '"on": 010'), /quotes of another/],
    ['a value in place of none', after.replace('none:', 'none: ~'), /another value/],
    ['keys in another order', after.replace('cpu: 0x1F, on: 010', 'on: 010, cpu: 0x1F'), /another value/],
    ['a key more', after.replace('none:', 'none:\nmore: 1'), /longer or shorter/],
    ['an item less', after.replace("[a, 'b', ", "['b', "), /longer or shorter/],
    [
      'a block list for a flow list',
      after.replace("[a, 'b', *base]", "\n    - a\n    - 'b'\n    - *base"),
      /another way/,
    ],
    ['a list for a mapping', after.replace('{x: 1}', '[{x: 1}]'), /another kind|another way/],
    ['an anchor with another name', after.replace('&base', '&bass').replace('*base', '*bass'), /anchor/],
    ['an anchor more', after.replace('[a,', '[&a a,'), /anchor/],
    ['a tag more', after.replace('[a,', '[!!str a,'), /tag/],
    ['an alias that is written out', after.replace('*z', 'v1'), /alias/],
    ['a comment that is gone', after.replace(' # flow', ''), /text around/],
    ['another comment', after.replace('# head', '# Head'), /text around/],
    ['a space less before a comment', after.replace('"   #', '"  #'), /text around/],
    ['a space more at the end', after.replace('names:', 'names: '), /text around/],
    ['a blank line more', after.replace('none:', '\nnone:'), /text around/],
    ['a blank line at the end', `${after}\n`, /text around/],
    ['no final newline', after.slice(0, -1), /text around/],
    ['another end of a line', after.replace('\r\n', '\n'), /text around/],
    ['a carriage return more', after.replace('---\n#', '---\r\n#'), /text around/],
    ['another version', after.replace('%YAML 1.1', '%YAML 1.2'), /text around/],
    ['no byte order mark', after.slice(1), /byte order mark/],
    ['another indentation', after.replaceAll('\n    ', '\n  '), /text around/],
    ['a document more', `${after}---\n`, /number of documents/],
    ['a document less', after.replace(/---\n<<[\s\S]*/, ''), /number of documents/],
    ['a second edit', after.replace('tag: v1', 'tag: v2'), /another value/],
    ['an edit elsewhere', before.replace('tag: v1', 'tag: v2'), /another/],
    ['what is no YAML', after.replace('"v2"', '"v2'), /not YAML/],
  ])('%s', (_what, text, message) => {
    expect(text).not.toBe(after)
    expect(why(text)).toMatch(message)
  })

  it('an edit of what an alias repeats', () => {
    const z = new Map([[scalars(old, 1, 'v1')[1] as Scalar, 'v2']])
    expect(why(before.replace('&z v1', '&z v2'), z)).toMatch(/alias \*z/)
  })

  it.each(['1.20', 'on', '0777', '1e3', '2024-01-01', '12:30', 'null', '~'])('a plain %s', (value) => {
    const tag = new Map([[scalars(old, 1, 'v1')[0] as Scalar, value]])
    expect(why(before.replace('tag: v1', `tag: ${value}`), tag)).toMatch(/not be a string in YAML 1\.[12]/)
    expect(why(before.replace('tag: v1', `tag: "${value}"`), tag)).toBeUndefined()
  })

  it('any other single character', { timeout: 60_000 }, () => {
    const characters = fc.constantFrom(...`\n\r\t "'#:-,[]{}&*!|>%?v12xé\u00a0🚢`)
    const mutations = fc.tuple(fc.nat(after.length), fc.nat(1), characters)
    fc.assert(
      fc.property(mutations, ([at, removed, character]) => {
        const text = after.slice(0, at) + character + after.slice(at + removed)
        if (text !== after) expect(why(text)).toBeTypeOf('string')
      }),
      { numRuns: 1000 },
    )
    for (let at = 0; at < after.length; at += 1) {
      expect(why(after.slice(0, at) + after.slice(at + 1))).toBeTypeOf('string')
    }
  })
})
