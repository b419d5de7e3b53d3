import { describe, expect, it } from 'vitest'
import { parseYamlSource, type YamlDocument } from './source-document.ts'

function only(text: string): YamlDocument {
  const { documents, errors } = parseYamlSource(text)
  expect(errors).toEqual([])
  expect(documents).toHaveLength(1)
  return documents[0] as YamlDocument
}

/** What a reader sees at a position: `line:column text`. */
function seen(text: string, pointer: string, document = only(text)): string {
  const found = document.locate(pointer)
  if (found === undefined) return 'nowhere'
  const { line, column, endLine, endColumn } = found.position
  const row = text.replace(/^\uFEFF/, '').split('\n')[line - 1] ?? ''
  const marked = endLine === line ? row.slice(column - 1, endColumn - 1) : `${row.slice(column - 1)}…`
  return `${line}:${column} ${marked}${found.exact ? '' : ' (nearest)'}`
}

const manifest = `# a comment
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  text: |
    one
    two
  "quoted key": 'x'
items:
  - name: a
    ports: [80, {port: 443}]
  - plain
`

describe('parseYamlSource', () => {
  it.each([
    ['', '2:1 apiVersion: v1'],
    ['/metadata', '4:1 metadata'],
    ['/metadata/name', '5:3 name: web'],
    ['/data/text', '7:3 text'],
    ['/data/quoted key', `10:3 "quoted key": 'x'`],
    ['/items/0', '12:5 name: a'],
    ['/items/0/name', '12:5 name: a'],
    ['/items/0/ports/0', '13:13 80'],
    ['/items/0/ports/1', '13:17 {'],
    ['/items/0/ports/1/port', '13:18 port: 443'],
    ['/items/1', '14:5 plain'],
    ['/items/2', '11:1 items (nearest)'],
    ['/items/-', '11:1 items (nearest)'],
    ['/metadata/labels/a', '4:1 metadata (nearest)'],
  ])('marks %s', (pointer, expected) => expect(seen(manifest, pointer)).toBe(expected))

  it('marks the same with CRLF and with a byte order mark', () => {
    expect(seen(manifest.replaceAll('\n', '\r\n'), '/items/0/ports/1/port')).toBe('13:18 port: 443')
    expect(seen('\uFEFFa: 1\nb: 2\n', '/a')).toBe('1:1 a: 1')
    expect(seen('\uFEFFa: 1\nb: 2\n', '/b')).toBe('2:1 b: 2')
  })

  it('escapes names as RFC 6901 does', () => {
    expect(seen('a/b:\n  c~d: 1\n', '/a~1b/c~0d')).toBe('2:3 c~d: 1')
  })

  it('follows aliases and merge keys to what is written', () => {
    const text =
      'base: &base\n  cpu: 1\n  mem: 2\none: *base\ntwo:\n  <<: *base\n  cpu: 3\nthree:\n  <<: [*base, {disk: 4}]\n'
    expect(seen(text, '/one')).toBe('4:1 one: *base')
    expect(seen(text, '/one/cpu')).toBe('2:3 cpu: 1')
    expect(seen(text, '/two/cpu')).toBe('7:3 cpu: 3')
    expect(seen(text, '/two/mem')).toBe('3:3 mem: 2')
    expect(seen(text, '/three/disk')).toBe('9:16 disk: 4')
    expect(only(text).value()).toMatchObject({ two: { cpu: 3, mem: 2 }, three: { disk: 4 } })
  })

  it('takes the last of duplicate keys', () => {
    expect(seen('a: 1\nb: 2\na: 3\n', '/a')).toBe('3:1 a: 3')
    expect(only('a: 1\na: 3\n').value()).toEqual({ a: 3 })
  })

  it('reads keys as written and as YAML 1.1 does', () => {
    expect(seen('on: 1\n8080: x\n', '/on')).toBe('1:1 on: 1')
    expect(seen('on: 1\n8080: x\n', '/true')).toBe('1:1 on: 1')
    expect(seen('on: 1\n8080: x\n', '/8080')).toBe('2:1 8080: x')
  })

  it('keeps timestamps and base 60 as text, as Go does', () => {
    expect(only('a: 2024-01-01\nb: 22:22\nc: yes\nd: 0755\n').value()).toEqual({
      a: '2024-01-01',
      b: '22:22',
      c: true,
      d: 493,
    })
  })

  it('reads JSON, also indented by tabs', () => {
    const text = '{\n\t"a": {\n\t\t"b/c": "\\/x"\n\t}\n}\n'
    expect(seen(text, '/a/b~1c')).toBe('3:3 "b/c": "\\/x"')
    expect(seen(text, '')).toBe('1:1 {')
  })

  it('knows where each document starts and ends, and passes over empty ones', () => {
    const text = '# head\n---\n# first\na: 1\n---\n# nothing\n---\n\nb: 2\nc: 3\n...\n--- {d: 4}\n'
    const { documents } = parseYamlSource(text)
    expect(documents.map((document) => [document.startLine, document.endLine])).toEqual([
      [4, 4],
      [9, 10],
      [12, 12],
    ])
    expect(seen(text, '/c', documents[1])).toBe('10:1 c: 3')
    expect(seen(text, '/d', documents[2])).toBe('12:6 d: 4')
  })

  it('gives errors with their places, and the documents that are whole', () => {
    const { documents, errors } = parseYamlSource('a: 1\n---\nb: [1\nc: 2\n')
    expect(documents[0]?.value()).toEqual({ a: 1 })
    expect(documents[1]?.value()).toBeUndefined()
    expect(errors[0]).toMatchObject({ line: expect.any(Number) })
    expect(errors[0]?.line).toBeGreaterThan(2)
  })

  it('survives nesting, alias bombs, loops and lost anchors', () => {
    expect(parseYamlSource('['.repeat(100_000)).errors.length).toBeGreaterThan(0)
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'.split('').map((name, index) => {
        const before = 'abcdefghi'[index]
        return `${name}: &${name} [${Array(9).fill(`*${before}`).join(',')}]`
      }),
    ].join('\n')
    expect(parseYamlSource(bomb).documents[0]?.value()).toBeUndefined()
    expect(seen('a: &a [*a]\n', '/a/0/0/0', parseYamlSource('a: &a [*a]\n').documents[0])).toBe('1:8 *a')
    expect(parseYamlSource('a: *lost\n').documents[0]?.locate('/a/b')?.exact ?? false).toBe(false)
    expect(parseYamlSource('').documents).toEqual([])
    expect(parseYamlSource('\u0000\u0001').documents.length).toBeLessThan(2)
  })
})
