// Where the grammar found no sense in a file, and where it found another one than Terraform does. A gate that reads a file otherwise
// than Terraform can be led past.
import type { HclProblem } from './body.ts'
import type { Reading } from './native-values.ts'
import type { SyntaxNode } from './syntax-tree.ts'
import { isTemplate, readTemplate } from './templates.ts'

/** More problems of one file help nobody: they mostly follow from the first. */
const maxProblems = 20

/**
 * Adds what is wrong with a tree to the problems of the reading.
 * @param opener the bracket that this node, or what it is the end of, stands behind
 */
export function audit(node: SyntaxNode, reading: Reading, opener?: SyntaxNode): void {
  const { source, locate, problems } = reading
  if (problems.length >= maxProblems) return
  const unclosed = node.missing ? (isCloser(node) ? opener : undefined) : unclosedIn(node, source)
  // Where it was opened, and not the end of the file, which tells nothing.
  if (unclosed !== undefined) {
    const at = locate(unclosed.start, unclosed.end)
    problems.push({ message: unclosedWords(unclosed, at.line ?? 1, source), at })
    return
  }
  const own = ownProblem(node, source)
  if (own !== undefined) {
    problems.push({ message: own, at: locate(node.start, node.end) })
    return
  }
  const inside = isTemplate(node) ? readTemplate(node, source).problems : lineProblems(node, source)
  for (const { message, start, end } of inside.slice(0, maxProblems))
    problems.push({ message, at: locate(start, end) } satisfies HclProblem)
  let before = opener
  for (const child of node.children) {
    audit(child, reading, before)
    if (isOpener(child, source)) before = child
  }
}

const isOpener = ({ start, end }: SyntaxNode, source: string) =>
  end === start + 1 && '{[('.includes(source[start] ?? ' ')
const isCloser = ({ type }: SyntaxNode) => type === '}' || type === ']' || type === ')'

/** Of a piece without sense that goes on to the end of the file: the last bracket in it that nothing closes. */
function unclosedIn(node: SyntaxNode, source: string): SyntaxNode | undefined {
  if (node.type !== 'ERROR' || source.slice(node.end).trim() !== '') return undefined
  const open: SyntaxNode[] = []
  for (const child of node.children) {
    if (isOpener(child, source)) open.push(child)
    else if (child.end === child.start + 1 && '}])'.includes(source[child.start] ?? ' ')) open.pop()
  }
  return open.at(-1)
}

function unclosedWords({ type, start }: SyntaxNode, line: number, source: string): string {
  if (type === 'block_start') return `The block opened at line ${line} is not closed: its “}” is missing.`
  return `The “${source[start]}” at line ${line} is not closed.`
}

function ownProblem(node: SyntaxNode, source: string): string | undefined {
  if (node.missing) return `${missingWords[node.type] ?? `“${node.type}”`} is missing here.`
  if (node.type !== 'ERROR') return undefined
  const from = source.slice(node.start, node.end).trim().split('\n')[0]?.slice(0, 60)
  return `${from ? `“${from}” makes no sense here` : 'Something is missing here'}: correct the syntax.`
}

const missingWords: Readonly<Record<string, string>> = {
  quoted_template_end: 'A closing quote',
  heredoc_identifier: 'The marker that ends the heredoc',
  template_interpolation_end: 'The brace that ends the interpolation',
  identifier: 'A name',
}

type LineProblem = { readonly message: string; readonly start: number; readonly end: number }

/** The grammar knows no line ends, by which Terraform tells one argument from the next: `x = var.1e5` is `var.1` and `e5` to it. */
function lineProblems(node: SyntaxNode, source: string): readonly LineProblem[] {
  switch (node.type) {
    case 'config_file':
    case 'body':
      return closeTogether(node, source, '\n', 'Each argument and each block starts on a line of its own.')
    case 'object':
      return closeTogether(node, source, '\n,', 'A comma or a new line is missing before this.')
    case 'block': {
      const start = node.children.findIndex(({ type }) => type === 'block_start')
      const header = node.children.slice(0, start < 0 ? undefined : start + 1)
      const broken = gapsBefore(header, source, isHeaderPiece).find(({ gap }) => gap.includes('\n'))?.item
      if (broken === undefined) return []
      return [{ message: 'The first line of a block ends with its brace.', start: broken.start, end: broken.end }]
    }
    default:
      return []
  }
}

const isItem = ({ type }: SyntaxNode) => type === 'attribute' || type === 'block' || type === 'object_elem'
const isHeaderPiece = ({ type }: SyntaxNode) => type !== 'comment'

function closeTogether(
  { children }: SyntaxNode,
  source: string,
  separators: string,
  message: string,
): readonly LineProblem[] {
  return gapsBefore(children, source, isItem).flatMap(({ gap, item: { start, end } }) =>
    [...separators].some((separator) => gap.includes(separator)) ? [] : [{ message, start, end }],
  )
}

/** Each piece but the first, and the text before it without the comments there. In one pass: bodies may have many thousands. */
function gapsBefore(
  children: readonly SyntaxNode[],
  source: string,
  isPiece: (node: SyntaxNode) => boolean,
): readonly { readonly item: SyntaxNode; readonly gap: string }[] {
  const found: { item: SyntaxNode; gap: string }[] = []
  let gap: string | undefined
  let offset = 0
  for (const child of children) {
    if (!isPiece(child) && (child.type !== 'comment' || gap === undefined)) continue
    if (gap !== undefined) gap += source.slice(offset, child.start)
    offset = child.end
    if (!isPiece(child)) continue
    if (gap !== undefined) found.push({ item: child, gap })
    gap = ''
  }
  return found
}
