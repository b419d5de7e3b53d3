// YAML written at random by hand, as people do: every style beside every other, with a record of each scalar.
import type fc from 'fast-check'
import type { Path } from '../text-file.ts'

/** Draws an integer of a range, both ends included. */
export type Draw = (min: number, max: number) => number

/** `odd`: something that an edit has to refuse. */
export type WrittenStyle = 'plain' | 'single' | 'double' | 'empty' | 'odd'

export type WrittenScalar = {
  readonly document: number
  readonly path: Path
  /** Offsets in the text; of an empty value both after the colon or dash. */
  readonly start: number
  readonly end: number
  readonly style: WrittenStyle
  /** Whether the whole document is one flow collection, which may be JSON. */
  readonly inJson: boolean
}

export type WrittenYaml = { readonly text: string; readonly scalars: readonly WrittenScalar[] }

/** Draws from a generator of fast-check, so that failures shrink. */
export function drawFrom(generate: fc.GeneratorValue, integer: typeof fc.integer): Draw {
  return (min, max) => generate(integer, { min, max })
}

const plainWords =
  'v1 v1.2.3 1.20 0777 0x1F 1e3 12345678901234567890 on no ~ null 2024-01-01 12:30 a:b a#b é 漢字 🚢 =x -x a/b:c@d .5 +1 latest'.split(
    ' ',
  )
const letters = [
  'a',
  'Z',
  '1',
  ' ',
  '#',
  ': ',
  '- ',
  '{',
  ']',
  ',',
  '*',
  '&',
  '!',
  '%',
  '@',
  'é',
  '漢',
  '🚢',
  '\u00a0',
  '~',
  '{ {',
]
const escapes = ['\\n', '\\t', '\\"', '\\\\', '\\x41', '\\u00e9', '\\U0001F6A2', '\\/', '\\_', '\\0']
const comments = ['# c', '#', "# it's {not: yaml}", '# é 🚢', '#! x: |']
const keyWords = 'image tag on 8080 null é 🚢 app.example.test/name a-b no_1 k l m n'.split(' ')

/** Writes a stream of documents. */
export function writeYaml(draw: Draw): WrittenYaml {
  const writer = createWriter(draw)
  const documents = draw(1, 3)
  if (draw(0, 9) === 0) writer.put('\uFEFF')
  for (let index = 0; index < documents; index += 1) writer.document(index)
  const last = draw(0, 4) === 0 ? writer.written().text.replace(/\r?\n$/, '') : writer.written().text
  const { scalars } = writer.written()
  return { text: last, scalars: scalars.filter(({ start, end }) => Math.max(start, end) <= last.length) }
}

type Context = { readonly document: number; readonly inJson: boolean; readonly depth: number }

function createWriter(draw: Draw) {
  let text = ''
  let anchors = 0
  let usable: string[] = []
  const scalars: WrittenScalar[] = []
  const chance = (percent: number) => draw(1, 100) <= percent
  const pick = <Item>(list: readonly Item[]): Item => list[draw(0, list.length - 1)] as Item
  const crlf = pick([0, 0, 100, 50])
  // Some readers take a tab nowhere, and most take it after a dash for indentation.
  const tab = pick(['\t', '  ', '   '])
  const put = (more: string) => {
    text += more
  }
  const end = () => put(chance(crlf) ? '\r\n' : '\n')
  const gap = () => put(text.endsWith(':') ? pick([' ', ' ', '  ', tab]) : ' '.repeat(draw(1, 3)))
  const comment = () => {
    if (chance(30)) put(pick([' ', '   ', tab, ` ${tab} `]) + pick(comments))
    else if (chance(15)) put(pick([' ', '  ', tab]))
  }
  const lineEnd = () => {
    comment()
    end()
  }
  const noise = () => {
    while (chance(12)) {
      if (chance(50)) put(' '.repeat(draw(0, 9)) + pick(comments))
      end()
    }
  }

  function keys(count: number): readonly string[] {
    const start = draw(0, keyWords.length - 1)
    return Array.from({ length: count }, (_, index) => keyWords[(start + index) % keyWords.length] ?? 'k')
  }

  function key(name: string): void {
    const style = draw(0, 9)
    if (style === 0) put(`'${name}'`)
    else if (style === 1) put(`"${name}"`)
    else put(name)
  }

  function record(context: Context, path: Path, start: number, style: WrittenStyle): void {
    scalars.push({ document: context.document, path, start, end: text.length, style, inJson: context.inJson })
  }

  function quotedText(quote: "'" | '"'): string {
    let inner = ''
    for (let count = draw(0, 6); count > 0; count -= 1) {
      if (quote === '"' && chance(25)) inner += pick(escapes)
      else inner += chance(15) ? (quote === "'" ? "''" : "'") : pick(letters)
    }
    return quote + inner + quote
  }

  /** One line; in flow without what would end it. */
  function inline(context: Context, path: Path, inFlow: boolean): void {
    if (chance(8) && usable.length > 0) {
      const start = text.length
      put(`*${pick(usable)}`)
      // A space, or a following colon or comma would belong to the name.
      put(' ')
      record(context, path, start, 'odd')
      return
    }
    if (chance(8)) {
      anchors += 1
      // Used by an alias only when it is in the list: the others may be edited.
      put(`&x${anchors} `)
      if (chance(10)) usable.push(`x${anchors}`)
    } else if (chance(4)) put('!!str ')
    const start = text.length
    const style = draw(0, 9)
    if (style < 2) put(quotedText("'"))
    else if (style < 4) put(quotedText('"'))
    else put(inFlow ? pick(plainWords) : pick([...plainWords, 'two words', "it's", 'a, b', 'a [b]', '\\x']))
    const quote = text[start]
    record(context, path, start, quote === "'" ? 'single' : quote === '"' ? 'double' : 'plain')
  }

  function flow(context: Context, path: Path, indent: number): void {
    const isMap = chance(50)
    const below = { ...context, depth: context.depth + 1 }
    const space = () => {
      if (chance(8)) {
        lineEnd()
        put(' '.repeat(indent + 1 + draw(0, 3)))
      } else if (chance(60)) put(' '.repeat(draw(1, 2)))
    }
    put(isMap ? '{' : '[')
    for (const [index, name] of keys(draw(0, 3)).entries()) {
      if (index > 0) put(',')
      space()
      if (isMap) {
        key(name)
        put(chance(10) ? ' : ' : ': ')
      }
      if (context.depth < 3 && chance(15)) flow(below, [...path, isMap ? name : index], indent)
      else inline(below, [...path, isMap ? name : index], true)
      space()
    }
    put(isMap ? '}' : ']')
  }

  function block(context: Context, path: Path, indent: number): void {
    const start = text.length
    put(pick(['|', '>', '|-', '>+', '>-']))
    end()
    const before = ' '.repeat(indent + draw(1, 3))
    for (let count = draw(1, 3); count > 0; count -= 1) {
      put(before + pick(['a: 1', '# no comment', 'text 🚢', '- x', 'it’s "text"']))
      end()
      if (chance(20) && count > 1) end()
    }
    record(context, path, start, 'odd')
  }

  function overLines(context: Context, path: Path, indent: number): void {
    const start = text.length
    const quote = pick(['', '"', "'"])
    put(`${quote}one`)
    end()
    if (chance(30)) end()
    put(`${' '.repeat(indent + draw(1, 4))}two${quote}`)
    record(context, path, start, 'odd')
    lineEnd()
  }

  /** A value after a colon or a dash, to the end of its line or lines. */
  function value(context: Context, path: Path, indent: number): void {
    const kind = context.depth > 3 ? draw(40, 99) : draw(0, 99)
    if (kind < 25) {
      lineEnd()
      noise()
      mapping(context, path, indent + draw(1, 4))
    } else if (kind < 40) {
      lineEnd()
      list(context, path, indent + draw(path.length > 0 && typeof path.at(-1) === 'string' ? 0 : 1, 3))
    } else if (kind < 45) {
      gap()
      block(context, path, indent)
    } else if (kind < 49) {
      gap()
      overLines(context, path, indent)
    } else if (kind < 55) {
      record(context, path, text.length, 'empty')
      lineEnd()
    } else if (kind < 70) {
      gap()
      flow(context, path, indent)
      lineEnd()
    } else {
      gap()
      inline(context, path, false)
      lineEnd()
    }
  }

  function mapping(context: Context, path: Path, indent: number): void {
    const below = { ...context, depth: context.depth + 1 }
    for (const name of keys(draw(1, 4))) {
      noise()
      put(' '.repeat(indent))
      if (chance(5)) {
        put('? ')
        key(name)
        lineEnd()
        put(' '.repeat(indent))
      } else key(name)
      put(':')
      value(below, [...path, name], indent)
    }
  }

  function list(context: Context, path: Path, indent: number): void {
    const below = { ...context, depth: context.depth + 1 }
    for (let count = draw(1, 3), index = 0; index < count; index += 1) {
      noise()
      put(`${' '.repeat(indent)}-`)
      value(below, [...path, index], indent)
    }
  }

  function document(index: number): void {
    usable = []
    const directive = index === 0 && chance(10)
    if (directive) put('%YAML 1.1\n')
    const marker = index > 0 || directive || chance(30)
    const kind = draw(0, 99)
    const context = { document: index, depth: 0 }
    if (marker) put('---')
    if (kind < 10) {
      if (marker) put(' ')
      flow({ ...context, inJson: true }, [], 0)
      lineEnd()
    } else {
      if (marker) lineEnd()
      noise()
      // A document without anything needs a marker to be one.
      if (kind < 15 && marker) return
      if (kind < 30) list({ ...context, inJson: false }, [], 0)
      else mapping({ ...context, inJson: false }, [], 0)
    }
    if (chance(10)) put('...\n')
  }

  return { put, document, written: (): WrittenYaml => ({ text, scalars }) }
}
