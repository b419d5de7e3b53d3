// Strings and heredocs: their literal pieces, and whether Terraform reads them as the grammar does.
import { literalText, withoutIndentation } from './string-text.ts'
import type { SyntaxNode } from './syntax-tree.ts'

/** A template in order: decoded text, and what is evaluated. */
export type TemplatePart = string | SyntaxNode

export type ReadTemplate = {
  readonly parts: readonly TemplatePart[]
  /** Terraform takes indentation from it that is still in `parts`. */
  readonly keepsIndentation?: boolean
  readonly problems: readonly { readonly message: string; readonly start: number; readonly end: number }[]
}

/** Nodes whose children stand in text. */
export const isTemplate = ({ type }: SyntaxNode) =>
  type === 'string_lit' || type === 'quoted_template' || type === 'heredoc_template'

/** Reads a node of which `isTemplate` holds. */
export function readTemplate(node: SyntaxNode, source: string): ReadTemplate {
  const problems: { message: string; start: number; end: number }[] = []
  const heredoc = node.type === 'heredoc_template' ? heredocFrame(node, source) : undefined
  if (heredoc?.problem !== undefined) problems.push({ message: heredoc.problem, start: node.start, end: node.end })
  const [start, end] = heredoc === undefined ? quotedFrame(node) : [heredoc.start, heredoc.end]
  const parts: TemplatePart[] = []
  const addLiteral = (from: number, to: number) => {
    if (from >= to) return
    const raw = source.slice(from, to)
    const decoded = literalText(raw, heredoc === undefined)
    if ('problem' in decoded) problems.push({ message: decoded.problem, start: from, end: to })
    else parts.push(decoded.text)
    const opensLine = from === start || source.charAt(from - 1) === '\n'
    if (heredoc !== undefined && endsEarly(raw, heredoc.marker, opensLine))
      problems.push({
        message: 'The marker of this heredoc stands on a line of its own before its end.',
        start: from,
        end: to,
      })
  }
  const sequences = sequencesIn(node)
  let offset = start
  for (const sequence of sequences) {
    addLiteral(offset, sequence.start)
    if (
      /[$%]/.test(source.charAt(sequence.start - 1)) &&
      source.charAt(sequence.start - 1) === source.charAt(sequence.start)
    )
      problems.push({
        message: 'More than one $ or % before a brace is an escape: write it apart.',
        start: sequence.start,
        end: sequence.end,
      })
    if (sequence.type === 'template_interpolation') parts.push(sequence)
    offset = Math.max(offset, sequence.end)
  }
  addLiteral(offset, end)
  const [first, second] = parts
  const isPlain = second === undefined && typeof first === 'string'
  if (heredoc?.indented !== true) return { parts, problems }
  return isPlain ? { parts: [withoutIndentation(first)], problems } : { parts, problems, keepsIndentation: true }
}

/** Interpolations and the tags of directives, in order, at any depth of directives. */
function sequencesIn(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.flatMap((child) => {
    if (child.type === 'template_interpolation' || tags.has(child.type)) return [child]
    return directives.has(child.type) ? sequencesIn(child) : []
  })
}

const tags = new Set([
  'template_for_start',
  'template_for_end',
  'template_if_intro',
  'template_else_intro',
  'template_if_end',
])
const directives = new Set(['template_directive', 'template_for', 'template_if'])

function quotedFrame(node: SyntaxNode): readonly [number, number] {
  const open = node.children.find(({ type }) => type === 'quoted_template_start')
  const close = node.children.findLast(({ type }) => type === 'quoted_template_end')
  return [open?.end ?? node.start, close?.missing === false ? close.start : node.end]
}

type Heredoc = {
  readonly start: number
  readonly end: number
  readonly marker: string
  readonly indented: boolean
  readonly problem?: string
}

function heredocFrame(node: SyntaxNode, source: string): Heredoc {
  const names = node.children.filter(({ type }) => type === 'heredoc_identifier')
  const [open, close] = [names[0], names[1]]
  const indented = source.startsWith('<<-', node.start)
  const marker = open === undefined ? '' : source.slice(open.start, open.end)
  const newline = source.indexOf('\n', open?.end ?? node.start)
  if (open === undefined || close === undefined || close.missing || newline < 0 || newline >= close.start)
    return { start: node.end, end: node.end, marker, indented, problem: 'This heredoc has no end.' }
  const lineStart = source.lastIndexOf('\n', close.start) + 1
  const lineEnd = source.indexOf('\n', close.end)
  const closing = source.slice(lineStart, lineEnd < 0 ? undefined : lineEnd)
  const isExact =
    /^\r?$/.test(source.slice(open.end, newline)) &&
    /^[ \t]*$/.test(source.slice(lineStart, close.start)) &&
    lineEnd >= 0 &&
    closing.replace(/[ \t\r]+$/, '').replace(/^[ \t]+/, '') === marker
  const problem = isExact
    ? undefined
    : 'The markers of this heredoc must stand alone: the first at the end of its line, the last on a line of its own.'
  return { start: newline + 1, end: lineStart, marker, indented, ...(problem === undefined ? {} : { problem }) }
}

/** Whether a whole line of a literal piece is the marker: there Terraform ends the heredoc. */
function endsEarly(raw: string, marker: string, opensLine: boolean): boolean {
  const lines = raw.split('\n').slice(0, -1)
  return (opensLine ? lines : lines.slice(1)).some((line) => line.trim() === marker)
}
