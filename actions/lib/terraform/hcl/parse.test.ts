// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates of HCL, not of this language
import { describe, expect, test } from 'vitest'
import type { HclBody, HclValue } from './body.ts'
import { blocksWithin, valuesWithin } from './look.ts'
import { parseHclFile } from './parse.ts'

async function bodyOf(text: string, file = 'main.tf'): Promise<HclBody> {
  const { body, problems } = await parseHclFile(text, file)
  expect(problems).toEqual([])
  return body
}

async function valueOfA(expression: string): Promise<HclValue | undefined> {
  return (await bodyOf(`a = ${expression}\n`)).arguments[0]?.value
}

const literal = (value: string | number | boolean | null) => expect.objectContaining({ type: 'literal', value })

describe('native syntax', () => {
  test('gives blocks with labels and places, and arguments in them', async () => {
    const { blocks } = await bodyOf('# first\nresource "aws_x" main {\n  name = "a"\n  nested { ok = true }\n}\n')
    expect(blocks).toMatchObject([
      {
        type: 'resource',
        labels: ['aws_x', 'main'],
        at: { file: 'main.tf', line: 2, column: 1, endLine: 2, endColumn: 22 },
        body: {
          arguments: [{ name: 'name', at: { line: 3, column: 3 }, value: { value: 'a', at: { line: 3, column: 10 } } }],
          blocks: [{ type: 'nested', labels: [], at: { line: 4, column: 3 } }],
        },
      },
    ])
  })

  test.each([
    ['"a\\n\\"\\u00e9\\U0001F600"', 'a\n"é😀'],
    ['" "', ' '],
    ['"100% $ $${x} %%{y}"', '100% $ ${x} %{y}'],
    ['("a")', 'a'],
    ['"a${"b"}"', 'ab'],
    ['"${true}"', true],
    ['-1.5', -1.5],
    ['null', null],
    ['<<EOT\n  a\n b\n EOT\n', '  a\n b\n'],
    ['<<-EOT\n   a\n\n  b\n EOT\n', ' a\n\nb\n'],
    ['<<EOT\r\na\r\nEOT\r\n', 'a\r\n'],
    ['<<EOT\n\\n "x" # no comment\nEOT\n', '\\n "x" # no comment\n'],
  ])('reads %j as a literal', async (expression, value) => {
    expect(await valueOfA(expression)).toEqual(literal(value))
  })

  test.each([
    ['var.region', ['var.region'], []],
    ['data.terraform_remote_state.base.outputs.id', ['data.terraform_remote_state.base.outputs.id'], []],
    ['module.m[0].x["k"].*.y', ['module.m[0].x["k"][*].y'], []],
    ['x[var.i].q', ['x[*].q', 'var.i'], []],
    ['a.0.b', ['a[0].b'], []],
    ['"${local.x}-${upper(var.y)}"', ['local.x', 'var.y'], ['upper']],
    ['[for k, v in var.m : "${k}${v.x}${w}" if v.ok]', ['var.m', 'w'], []],
    ['{ for v in v : v => f(v)... }', ['v'], ['f']],
    ['"%{ for v in var.l }${v}${w}%{ endfor }"', ['var.l', 'w'], []],
    ['<<-EOT\n  ${file("x")}\n  EOT\n', [], ['file']],
    ['provider::p::f(a ? b : c)', ['a', 'b', 'c'], ['provider::p::f']],
  ])('finds what %j refers to and calls', async (expression, references, calls) => {
    const value = await valueOfA(expression)
    const lists = value?.type === 'expression' ? value : undefined
    expect(lists).toMatchObject({ references, calls })
  })

  test('keeps lists and objects, also those with computed keys', async () => {
    const value = await valueOfA('{ a = 1, "b c" : [true], (var.k) = 2, null = 3 }')
    expect(value).toMatchObject({
      type: 'object',
      entries: [
        { key: 'a', value: { value: 1 } },
        { key: 'b c', value: { items: [{ value: true }] } },
        { key: undefined, computedKey: { references: ['var.k'] }, value: { value: 2 } },
        { key: 'null', value: { value: 3 } },
      ],
    })
  })

  test('gives the first argument of each call in parts', async () => {
    const value = await valueOfA('f(file("${path.module}/../x"), templatefile(var.p, {}))')
    expect(value).toMatchObject({
      callSites: [
        { name: 'f', argument: [{ text: 'file("${path.module}/../x")' }] },
        { name: 'file', argument: [{ text: 'path.module' }, '/../x'], at: { line: 1, column: 7 } },
        { name: 'templatefile', argument: [{ text: 'var.p' }] },
      ],
    })
  })

  test('counts neither a byte order mark nor a carriage return as a column', async () => {
    const { arguments: found } = await bodyOf('\uFEFFa = 1\r\n  b = 1\r\n')
    expect(found.map(({ at: { line, column } }) => [line, column])).toEqual([
      [1, 1],
      [2, 3],
    ])
  })
})

describe('what cannot be read as Terraform reads it is a problem', () => {
  test.each([
    ['resource "a" {\n  x = \n}\ndata "b" "c" {}\n', 3],
    ['a = "b', 1],
    ['a = <<EOT\nx\n', 1],
    // The grammar of the package swallows the interpolation behind a heredoc's marker.
    ['a = <<EOT\nEOT ${file("/etc/passwd")}\nEOT\n', 2],
    // It takes two of three signs for text, where Terraform takes all for an escape.
    ['a = "$$${x}"\n', 1],
    // It reads no exponents and no line ends: a block named `e5` with three labels.
    ['a = x.1e5\ndata "external" "y" {\n}\n', 1],
    ['a = 1 b = 2\n', 1],
    ['a = "x\ny"\n', 1],
    ['a = 1\n\0', 2],
  ])('%j', async (text, line) => {
    const { problems } = await parseHclFile(text, 'main.tf')
    expect(problems[0]?.at).toMatchObject({ file: 'main.tf', line })
  })

  test.each([
    ['a = 1\nresource "x" "y" {\n  a = 1\n\n', 2, 18, 'The block opened at line 2 is not closed: its “}” is missing.'],
    // The inner brace ends the inner block: as in Terraform, the outer one is left open.
    ['locals {\n  a = {\n    b = 1\n}\n', 1, 8, 'The block opened at line 1 is not closed: its “}” is missing.'],
    ['locals {\n  a = {\n    b = 1\n', 2, 7, 'The “{” at line 2 is not closed.'],
    ['a = [\n  1,\n', 1, 5, 'The “[” at line 1 is not closed.'],
    ['b = 1\na = f(\n  [2]\n', 2, 6, 'The “(” at line 2 is not closed.'],
  ])('%j tells where it was opened', async (text, line, column, message) => {
    const { problems } = await parseHclFile(text, 'main.tf')
    expect(problems).toMatchObject([{ message, at: { file: 'main.tf', line, column } }])
  })

  test('what stands around it is read', async () => {
    const { body, problems } = await parseHclFile('a = 1\nb = [1,,]\nc "d" {\n}\n', 'main.tf')
    expect(problems).not.toEqual([])
    expect(body).toMatchObject({ arguments: [{ name: 'a' }, { name: 'b' }], blocks: [{ type: 'c' }] })
  })

  test.each([
    ['100,000 open brackets', `a = ${'['.repeat(100_000)}`],
    ['20,000 nested lists', `a = ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`],
    ['10,000 operators', `a = 1${' + 1'.repeat(10_000)}\n`],
    ['300 nested templates', `a = ${'"${'.repeat(300)}x${'}"'.repeat(300)}\n`],
    ['a heredoc of a long name', `a = <<${'E'.repeat(2000)}\nx\n${'E'.repeat(2000)}\n`],
    ['5 million characters', '#'.repeat(5_000_000)],
    ['blocks in blocks', `${'a {\n'.repeat(5000)}${'}\n'.repeat(5000)}`],
  ])('%s are one clear problem, and the next file is read', async (_, text) => {
    expect((await parseHclFile(text, 'main.tf')).problems.length).toBeGreaterThan(0)
    expect(await valueOfA('1')).toEqual(literal(1))
  })
})

describe('JSON syntax', () => {
  test('gives the same blocks, with one or many objects at each level', async () => {
    const text = JSON.stringify({
      '//': 'a comment',
      resource: { aws_x: [{ a: { name: 'n', provisioner: [{ 'local-exec': { command: 'id' } }] } }, { b: [{}, {}] }] },
      terraform: [{ backend: { s3: { bucket: 'b' } } }, { required_providers: { p: { source: 'a/p' } } }],
      locals: { __proto__x: 1 },
    })
    const body = await bodyOf(text, 'main.tf.json')
    expect(body.blocks.map(({ type, labels }) => [type, ...labels].join(' '))).toEqual([
      'resource aws_x a',
      'resource aws_x b',
      'resource aws_x b',
      'terraform',
      'terraform',
      'locals',
    ])
    expect([...blocksWithin(body)].map(({ block }) => block.type)).toContain('provisioner')
  })

  test('reads strings as templates and says where they stand', async () => {
    const body = await bodyOf(
      '{\n  "locals": {\n    "__proto__": "${var.x}-$${y}",\n    "b": "$${y}"\n  }\n}',
      'a.tf.json',
    )
    expect([...valuesWithin(body)]).toMatchObject([
      { type: 'expression', text: '${var.x}-$${y}', references: ['var.x'], at: { line: 3, column: 18 } },
      { type: 'literal', value: '${y}', at: { line: 4, column: 10 } },
    ])
  })

  test('no text ends the heredoc that it is read in', async () => {
    const hidden = 'x\nTEMPLATE\nb = <<TEMPLATE\n${file("/etc/passwd")}'
    const body = await bodyOf(JSON.stringify({ locals: { a: hidden } }), 'a.tf.json')
    expect([...valuesWithin(body)]).toMatchObject([{ type: 'expression', calls: ['file'] }])
  })

  test('takes all keys of variable files for arguments', async () => {
    const body = await bodyOf('{"resource": {"a": 1}, "b": [null]}', 'x.auto.tfvars.json')
    expect(body).toMatchObject({ arguments: [{ name: 'resource' }, { name: 'b' }], blocks: [] })
  })

  test.each([
    ['{"a": 1,}', 1],
    ['{\n"a": b\n}', 2],
    ["{'a': 1}", 1],
    ['3', 1],
    ['', 1],
    ['['.repeat(100_000), 1],
    ['{"locals": {\n"a": "${"}}', 2],
  ])('%.20s is refused', async (text, line) => {
    const { problems } = await parseHclFile(text, 'a.tf.json')
    expect(problems[0]?.at).toMatchObject({ file: 'a.tf.json', line })
  })
})
