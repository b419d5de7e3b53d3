// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates of HCL, not of this language
// Made-up HCL: well-formed files in many styles of writing, and files that try to be read in two ways.
import fc from 'fast-check'

const name = fc.constantFrom('a', 'b_1', 'tags', 'for_each', 'in', 'null_x', 'trueish', 'é', 'a-b', 'module', 'if')
const key = fc.constantFrom('a', 'b', '"c d"', '"e${"f"}"', '(var.k)', '"${var.k}"', 'true', 'null', '1', '("g")')
const word = fc.constantFrom(
  '',
  'x',
  ' lead',
  'trail ',
  '日本',
  '😀',
  '100%',
  '$',
  '$$',
  '%%',
  '$${v}',
  '%%{if}',
  '# no',
  '// no',
  '/* no */',
  '{',
  '}',
  "'",
  'E',
  'EOT',
)
const quotedWord = fc.oneof(word, fc.constantFrom('\\n', '\\"', '\\\\', '\\u00e9', '\\U0001F600', '\\t'))
const heredocWord = fc.oneof(word, fc.constantFrom('"', '\\', '\\n', '\n', '\n  ', '\n\n', 'EO\n', '\nEOTX\n'))

const { expression } = fc.letrec<{ expression: string; template: string; plain: string }>((tie) => ({
  plain: fc.oneof(
    fc.constantFrom(
      '1',
      '-2',
      '0.5',
      'true',
      'false',
      'null',
      'var.x',
      'local.a.b',
      'data.t.n.outputs["k"].v',
      'module.m[0].o',
    ),
    fc.constantFrom(
      'x[*].y',
      'x.*.y',
      'x[var.i].z',
      'each.value',
      'path.module',
      '!var.b',
      '-var.n',
      'x.0.y',
      '(var.p)',
    ),
  ),
  template: fc.oneof(
    tie('expression').map((inner) => `\${${inner}}`),
    tie('expression').map((inner) => `\${~ ${inner} ~}`),
    tie('expression').map((inner) => `%{ if ${inner} }yes %{ else }no%{ endif }`),
    tie('expression').map((inner) => `%{ for v in ${inner} ~}\${v}\${w}%{ endfor ~}`),
  ),
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('plain'),
    fc.array(quotedWord, { maxLength: 4 }).map((words) => `"${words.join('')}"`),
    fc.array(fc.oneof(quotedWord, tie('template')), { maxLength: 4 }).map((words) => `"${words.join('')}"`),
    fc
      .tuple(fc.constantFrom('<<', '<<-'), fc.array(fc.oneof(heredocWord, tie('template')), { maxLength: 5 }))
      .map(([start, words]) => `${start}EOT\n  ${words.join('')}\n  EOT\n`),
    fc.array(tie('expression'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    fc
      .tuple(fc.array(fc.tuple(key, tie('expression')), { maxLength: 3 }), fc.constantFrom('\n', ',\n'))
      .map(([pairs, end]) => `{\n${pairs.map(([left, right]) => `${left} = ${right}${end}`).join('')}}`),
    fc
      .tuple(fc.constantFrom('f', 'file', 'provider::p::f'), fc.array(tie('expression'), { maxLength: 2 }))
      .map(([called, items]) => `${called}(${items.join(', ')})`),
    fc.tuple(tie('plain'), fc.constantFrom('+', '==', '&&', '||', '>='), tie('plain')).map((parts) => parts.join(' ')),
    fc.tuple(tie('plain'), tie('expression'), tie('expression')).map(([test, yes, no]) => `(${test} ? ${yes} : ${no})`),
    fc.tuple(tie('expression'), tie('expression')).map(([over, result]) => `[for i, v in ${over} : ${result} if v]`),
    fc.tuple(tie('expression'), tie('expression')).map(([over, result]) => `{for v in ${over} : v.k => ${result}...}`),
  ),
}))

const space = fc.constantFrom('', ' ', '\n', '# note\n', '/* a\nb */', '// "x ${\n', '\t')

const { body } = fc.letrec<{ body: string; item: string }>((tie) => ({
  item: fc.oneof(
    { depthSize: 'small' },
    fc.tuple(name, expression).map(([left, right]) => `${left} = ${right}\n`),
    fc
      .tuple(name, fc.array(fc.constantFrom('label', '"quoted"', '"é\\"x"'), { maxLength: 2 }), tie('body'))
      .map(([type, labels, inner]) => `${[type, ...labels].join(' ')} {\n${inner}}\n`),
  ),
  body: fc.array(fc.tuple(space, tie('item')), { maxLength: 3 }).map((items) => {
    // Terraform refuses an argument that is given twice.
    const seen = new Set<string>()
    return items
      .map(([before, item]) => {
        const [first = ''] = item.split(' ')
        if (seen.has(first)) return before
        seen.add(first)
        return before + item
      })
      .join('')
  }),
}))

/** Files that are mostly well-formed, some with a byte order mark and line ends of two characters. */
export const writtenHcl = fc
  .tuple(fc.constantFrom('', '', '', '\uFEFF'), body, fc.constantFrom('\n', '\n', '\r\n'))
  .map(([mark, text, end]) => mark + text.replaceAll('\n', end))

const snare = fc.constantFrom(
  ...[
    '"',
    '\\',
    '${',
    '%{',
    '$$',
    '%%',
    '$',
    '}',
    '{',
    '/*',
    '*/',
    '#',
    '//',
    '\n',
    '\r',
    '\r\n',
    ' ',
    '(',
    ')',
    '[',
    ']',
    '=',
    ',',
    '~}',
    '${~',
  ],
  ...[
    '<<EOT\n',
    '\nEOT\n',
    ' EOT',
    'EOT ',
    '\n EOT ${file("x")}\n',
    '<<-E\n',
    '\nE\n',
    'endif',
    '%{ endif }',
    '"${',
    '}"',
    '$$${',
    '$$$${',
    '%%%{',
    '\\${',
    '\\u12',
    '.',
    '.*',
    '[*]',
    '...',
  ],
  ...[
    'resource "a" "b" {\n',
    'x = 1\n',
    '\u00a0',
    '\u0085',
    '\u2028',
    '\f',
    '\uFEFF',
    '1e5',
    '0x1',
    ' y = 2',
    '"\n"',
    '?',
    ':',
    '=>',
    'for',
    'if',
    'null',
    '-',
  ],
)

/** Files with pieces put in, taken out and doubled. */
export const hostileHcl = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: writtenHcl },
      fc.array(snare, { maxLength: 12 }).map((pieces) => `a = ${pieces.join('')}\n`),
      fc.array(snare, { maxLength: 12 }).map((pieces) => `a = <<EOT\n${pieces.join('')}\nEOT\nb {\n}\n`),
      fc.array(snare, { maxLength: 8 }).map((pieces) => `a = "${pieces.join('')}"\nb = 1\n`),
    ),
    fc.array(fc.tuple(fc.nat(), snare, fc.constantFrom(0, 0, 0, 1, 3)), { maxLength: 3 }),
  )
  .map(([text, edits]) =>
    edits.reduce((now, [offset, piece, removed]) => {
      const at = now.length === 0 ? 0 : offset % now.length
      return now.slice(0, at) + piece + now.slice(at + removed)
    }, text),
  )

const jsonString = fc.oneof(
  fc.constantFrom(
    'a',
    'x y',
    '${var.x}',
    '$${v}',
    'a-${local.b["k"].c}-z',
    '%{ if var.x }y%{ endif }',
    '${f(1)}',
    '\n',
    '"',
    '\\',
    '日',
    '//',
  ),
  fc.string({ maxLength: 5 }),
)
const { jsonValue } = fc.letrec<{ jsonValue: unknown }>((tie) => ({
  jsonValue: fc.oneof(
    { depthSize: 'small' },
    jsonString,
    fc.constantFrom(null, true, false, 0, -1.5, 1e5),
    fc.array(tie('jsonValue'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(jsonString, fc.constant('__proto__')), tie('jsonValue'), { maxKeys: 3 }),
  ),
}))
const jsonBlock = fc.dictionary(fc.constantFrom('a', 'b', '//', 'lifecycle', 'source', '__proto__'), jsonValue, {
  maxKeys: 4,
})
const oneOrMore = <T>(of: fc.Arbitrary<T>) => fc.oneof(of, fc.array(of, { minLength: 1, maxLength: 2 }))
const labelled = (of: fc.Arbitrary<unknown>) =>
  oneOrMore(fc.dictionary(fc.constantFrom('t', 'u', 'local-exec', '__proto__'), of, { minKeys: 1, maxKeys: 2 }))
const optional = <T>(fields: { [Key in keyof T]: fc.Arbitrary<T[Key]> }) => fc.record(fields, { requiredKeys: [] })
const jsonResource = optional({
  a: jsonValue,
  provisioner: labelled(
    oneOrMore(optional({ command: jsonString, connection: oneOrMore(optional({ host: jsonValue })) })),
  ),
  lifecycle: oneOrMore(fc.option(optional({ ignore_changes: jsonValue }))),
})

/** Files of the JSON syntax, of any indentation. */
export const writtenJson = fc
  .tuple(
    optional({
      terraform: oneOrMore(
        optional({ backend: labelled(optional({ a: jsonValue })), required_providers: fc.option(jsonBlock) }),
      ),
      resource: labelled(labelled(oneOrMore(jsonResource))),
      locals: oneOrMore(fc.option(jsonBlock)),
      module: labelled(jsonBlock),
      variable: labelled(optional({ default: jsonValue, validation: oneOrMore(optional({ condition: jsonValue })) })),
      '//': jsonValue,
      other: jsonValue,
    }),
    fc.constantFrom(undefined, 2, '\t'),
  )
  .map(([value, indent]) => JSON.stringify(value, null, indent))
