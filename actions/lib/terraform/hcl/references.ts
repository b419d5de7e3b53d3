// What an expression refers to and which functions it calls.
import type { HclCall } from './body.ts'
import { isBareKey, named } from './native-values.ts'
import type { Locate } from './places.ts'
import type { SyntaxNode } from './syntax-tree.ts'
import { isTemplate, readTemplate } from './templates.ts'

export type Uses = {
  readonly references: readonly string[]
  readonly calls: readonly string[]
  readonly callSites: readonly HclCall[]
}

/**
 * Gathers them in order, each reference and function once. References are written with known indices (`a.b[0]`, `m["key"]`), and `[*]`
 * for splats and computed ones. Names that a `for` binds are none.
 */
export function gatherUses(node: SyntaxNode, source: string, locate: Locate): Uses {
  const references = new Set<string>()
  const callSites: HclCall[] = []
  const text = (piece: SyntaxNode) => source.slice(piece.start, piece.end)

  const visit = (parent: SyntaxNode, bound: ReadonlySet<string>): void => {
    const children = named(parent)
    for (const [index, child] of children.entries()) {
      if (child.type === 'variable_expr') {
        if (!bound.has(text(child))) references.add(text(child) + stepsAfter(children, index, text))
      } else if (child.type === 'function_call') {
        callSites.push(callOf(child, source, locate))
        visit(child, bound)
      } else if (scopes.has(child.type)) {
        visitScope(child, bound)
      } else if (child.type === 'object_elem') {
        for (const side of named(child)) if (side !== named(child)[0] || !isBareKey(side)) visit(side, bound)
      } else {
        visit(child, bound)
      }
    }
  }

  const visitScope = (scope: SyntaxNode, bound: ReadonlySet<string>): void => {
    const intro = named(scope).find(({ type }) => type === 'for_intro' || type === 'template_for_start')
    const names = intro === undefined ? [] : named(intro).filter(({ type }) => type === 'identifier')
    const inner = new Set([...bound, ...names.map(text)])
    for (const child of named(scope)) visitAs(child, child === intro ? bound : inner)
  }

  // A node by itself: `visit` looks at the children of what it gets.
  const visitAs = (child: SyntaxNode, bound: ReadonlySet<string>) =>
    visit({ ...child, children: [child], type: 'expression' }, bound)

  visitAs(node, new Set())
  return { references: [...references], calls: [...new Set(callSites.map(({ name }) => name))], callSites }
}

const scopes = new Set(['for_tuple_expr', 'for_object_expr', 'template_for'])

type TextOf = (node: SyntaxNode) => string

function stepsAfter(children: readonly SyntaxNode[], index: number, text: TextOf): string {
  let steps = ''
  for (const step of children.slice(index + 1)) {
    if (step.type !== 'get_attr' && step.type !== 'index' && step.type !== 'splat') break
    steps += stepText(step, text)
  }
  return steps
}

function stepText(step: SyntaxNode, text: TextOf): string {
  const inside = named(step)
  switch (step.type) {
    case 'get_attr':
      return `.${inside.map(text).join('')}`
    case 'index':
    case 'splat':
      return inside.map((part) => stepText(part, text)).join('')
    case 'legacy_index':
      return `[${text(step).replace(/^\.\s*/, '')}]`
    case 'new_index': {
      const [key] = inside
      return key !== undefined && isPlainKey(key) ? `[${text(key)}]` : '[*]'
    }
    default:
      return `[*]${inside.map((part) => stepText(part, text)).join('')}`
  }
}

function isPlainKey(expression: SyntaxNode): boolean {
  const [only, second] = named(expression)
  if (only?.type !== 'literal_value' || second !== undefined) return false
  return /^(numeric|string)_lit$/.test(named(only)[0]?.type ?? '')
}

function callOf(node: SyntaxNode, source: string, locate: Locate): HclCall {
  const [nameNode, argumentsNode] = named(node)
  const name = nameNode === undefined ? '' : source.slice(nameNode.start, nameNode.end)
  const first = argumentsNode === undefined ? undefined : named(argumentsNode)[0]
  const argument = first === undefined ? undefined : partsOf(first, source)
  return { name, ...(argument === undefined ? {} : { argument }), at: locate(node.start, node.end) }
}

function partsOf(expression: SyntaxNode, source: string): readonly (string | { readonly text: string })[] {
  const whole = [{ text: source.slice(expression.start, expression.end) }]
  let inner = expression
  for (let only = named(inner); only.length === 1; only = named(inner)) {
    inner = only[0] as SyntaxNode
    if (!isTemplate(inner)) continue
    if (inner.children.some(({ type }) => type === 'template_directive')) return whole
    return readTemplate(inner, source).parts.map((part) =>
      typeof part === 'string' ? part : { text: sequenceText(part, source) },
    )
  }
  return whole
}

function sequenceText(sequence: SyntaxNode, source: string): string {
  const expression = named(sequence).find(({ type }) => type === 'expression')
  return expression === undefined ? '' : source.slice(expression.start, expression.end)
}
