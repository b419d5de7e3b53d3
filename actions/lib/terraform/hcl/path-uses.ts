// Where an expression names files: templates, calls with their arguments, and references to folders.
import { named } from './native-values.ts'
import { parseSyntax, type SyntaxNode } from './syntax-tree.ts'
import { isTemplate, readTemplate } from './templates.ts'

/** Literal text, or what has to be evaluated as it is written. */
export type PathPart = string | { readonly text: string }

/** Templates and folders that are an argument of a call belong to it, and are not told again. */
export type PathUse =
  | { readonly type: 'call'; readonly name: string; readonly arguments: readonly (readonly PathPart[])[] }
  | { readonly type: 'template'; readonly parts: readonly PathPart[] }
  /** `path.module` and its like where they stand alone. */
  | { readonly type: 'folder'; readonly reference: string }

/**
 * Reads an expression as its `HclValue` has it: of native syntax as it is written, of JSON (by the name of the file) as a template
 * without quotes. Undefined where it cannot be parsed.
 */
export async function pathUsesIn(expression: string, file: string): Promise<readonly PathUse[] | undefined> {
  if (!file.endsWith('.json')) return usesIn(`x = ${expression}\n`)
  if (expression.includes(marker)) return undefined
  const uses = await usesIn(`x = <<${marker}\n${expression}\n${marker}\n`)
  return uses?.map((use) =>
    use.type === 'template' ? { type: 'template', parts: withoutLastNewline(use.parts) } : use,
  )
}

const marker = 'SEAWORTHY_TEMPLATE'

function withoutLastNewline(parts: readonly PathPart[]): readonly PathPart[] {
  const last = parts.at(-1)
  if (typeof last !== 'string' || !last.endsWith('\n')) return parts
  return last === '\n' ? parts.slice(0, -1) : [...parts.slice(0, -1), last.slice(0, -1)]
}

async function usesIn(source: string): Promise<readonly PathUse[] | undefined> {
  const parsed = await parseSyntax(source)
  if ('refused' in parsed) return undefined
  const uses: PathUse[] = []
  const text = (node: SyntaxNode) => source.slice(node.start, node.end)

  const visit = (node: SyntaxNode): boolean => {
    if (node.type === 'ERROR' || node.missing) return false
    if (node.type === 'function_call') {
      const [name, list] = named(node)
      const given = list === undefined ? [] : named(list).filter(({ type }) => type === 'expression')
      const parts = given.map((argument) => partsOf(argument, source))
      uses.push({ type: 'call', name: name === undefined ? '' : text(name), arguments: parts })
      return given.every((argument) => {
        if (isPathReference(text(argument))) return true
        const template = onlyTemplate(argument)
        return template === undefined ? visit(argument) : visitInterpolations(template)
      })
    }
    if (isTemplate(node)) {
      uses.push({ type: 'template', parts: templateParts(node, source) })
      return visitInterpolations(node)
    }
    if (node.type === 'expression' && isPathReference(text(node))) {
      uses.push({ type: 'folder', reference: text(node) })
      return true
    }
    return node.children.every(visit)
  }
  // `${path.module}` itself is a part of its template.
  const visitInterpolations = (template: SyntaxNode): boolean =>
    template.children
      .filter(({ type }) => type.startsWith('template_'))
      .flatMap(named)
      .every((child) => isPathReference(text(child)) || visit(child))
  return visit(parsed.root) ? uses : undefined
}

const pathReferences = new Set(['module', 'root', 'cwd'].flatMap((name) => [`path.${name}`, `abspath(path.${name})`]))

/** Whether an expression, as it is written, is the folder of a module and nothing else. */
export const isPathReference = (text: string) => pathReferences.has(text)

/** The template that an expression is, with nothing around it. */
function onlyTemplate(expression: SyntaxNode): SyntaxNode | undefined {
  for (let [only, second] = named(expression); only !== undefined && second === undefined; [only, second] = named(only))
    if (isTemplate(only)) return only
  return undefined
}

function partsOf(expression: SyntaxNode, source: string): readonly PathPart[] {
  const template = onlyTemplate(expression)
  return template === undefined
    ? [{ text: source.slice(expression.start, expression.end) }]
    : templateParts(template, source)
}

function templateParts(node: SyntaxNode, source: string): readonly PathPart[] {
  const whole = [{ text: source.slice(node.start, node.end) }]
  if (node.children.some(({ type }) => type === 'template_directive')) return whole
  return readTemplate(node, source).parts.map((part) => {
    if (typeof part === 'string') return part
    const inside = named(part).find(({ type }) => type === 'expression')
    return { text: inside === undefined ? '' : source.slice(inside.start, inside.end) }
  })
}
