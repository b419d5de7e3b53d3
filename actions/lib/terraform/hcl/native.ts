// A file of HCL's native syntax as blocks and arguments.
import { audit } from './audit.ts'
import type { HclArgument, HclBlock, HclBody, HclFile, HclProblem } from './body.ts'
import { named, type Reading, readValue } from './native-values.ts'
import { locateIn } from './places.ts'
import { literalText } from './string-text.ts'
import { parseSyntax, type SyntaxNode } from './syntax-tree.ts'

/** Reads native HCL; `text` has no byte order mark. */
export async function parseNative(text: string, file: string): Promise<HclFile> {
  const locate = locateIn(text, file)
  const parsed = await parseSyntax(text)
  if ('refused' in parsed) {
    const problem: HclProblem = { message: `The file ${parsed.refused}.`, at: { file, line: 1, column: 1 } }
    return { file, body: { arguments: [], blocks: [] }, problems: [problem] }
  }
  const reading: Reading = { source: text, locate, problems: [] }
  audit(parsed.root, reading)
  const body = named(parsed.root).find(({ type }) => type === 'body')
  return { file, body: bodyOf(body ?? parsed.root, reading), problems: reading.problems }
}

function bodyOf(node: SyntaxNode, reading: Reading): HclBody {
  const children = named(node)
  return {
    arguments: children.filter(({ type }) => type === 'attribute').flatMap((child) => argumentOf(child, reading)),
    blocks: children.filter(({ type }) => type === 'block').flatMap((child) => blockOf(child, reading)),
  }
}

function argumentOf(node: SyntaxNode, reading: Reading): readonly HclArgument[] {
  const [name, expression] = named(node)
  if (name?.type !== 'identifier' || expression?.type !== 'expression') return []
  const at = reading.locate(node.start, node.end)
  return [{ name: reading.source.slice(name.start, name.end), value: readValue(expression, reading), at }]
}

function blockOf(node: SyntaxNode, reading: Reading): readonly HclBlock[] {
  const children = named(node)
  const [type] = children
  if (type?.type !== 'identifier') return []
  const start = children.findIndex((child) => child.type === 'block_start')
  const labels = children
    .slice(1, start < 0 ? undefined : start)
    .filter(({ type }) => type === 'identifier' || type === 'string_lit')
  const body = children.find((child) => child.type === 'body')
  return [
    {
      type: reading.source.slice(type.start, type.end),
      labels: labels.map((label) => labelText(label, reading.source)),
      body: body === undefined ? { arguments: [], blocks: [] } : bodyOf(body, reading),
      // The header: a whole block would mark hundreds of lines.
      at: reading.locate(node.start, labels.at(-1)?.end ?? type.end),
    },
  ]
}

function labelText(label: SyntaxNode, source: string): string {
  const text = source.slice(label.start, label.end)
  if (label.type === 'identifier') return text
  const decoded = literalText(text.slice(1, -1), true)
  return 'text' in decoded ? decoded.text : text
}
