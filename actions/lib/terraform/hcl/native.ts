// A file of HCL's native syntax as blocks and arguments.
import type { HclArgument, HclBlock, HclBody, HclFile, HclProblem } from './body.ts'
import { named, type Reading, readValue } from './native-values.ts'
import { locateIn } from './places.ts'
import { literalText } from './string-text.ts'
import { parseSyntax, type SyntaxNode } from './syntax-tree.ts'
import { isTemplate, readTemplate } from './templates.ts'

/** More problems of one file help nobody: they mostly follow from the first. */
const maxProblems = 20

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
  return { file, body: bodyOf(body ?? parsed.root, reading), problems: reading.problems.slice(0, maxProblems) }
}

/** Where the grammar found no sense, and where it found another one than Terraform does. */
function audit(node: SyntaxNode, reading: Reading): void {
  const { source, locate, problems } = reading
  if (problems.length >= maxProblems) return
  if (node.type === 'ERROR') {
    const from = source.slice(node.start, node.end).trim().split('\n')[0]?.slice(0, 60)
    const what = from ? `“${from}” makes no sense here` : 'Something is missing here'
    problems.push({ message: `${what}: correct the syntax.`, at: locate(node.start, node.end) })
    return
  }
  if (node.missing) {
    problems.push({
      message: `${missingWords[node.type] ?? `“${node.type}”`} is missing here.`,
      at: locate(node.start, node.end),
    })
    return
  }
  if (isTemplate(node))
    for (const { message, start, end } of readTemplate(node, source).problems)
      problems.push({ message, at: locate(start, end) })
  for (const child of node.children) audit(child, reading)
}

const missingWords: Readonly<Record<string, string>> = {
  quoted_template_end: 'A closing quote',
  heredoc_identifier: 'The marker that ends the heredoc',
  template_interpolation_end: 'The brace that ends the interpolation',
  identifier: 'A name',
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
