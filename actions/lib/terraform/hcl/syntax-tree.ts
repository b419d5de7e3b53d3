// The syntax tree of native HCL, as plain data: one walk over what the grammar in WASM finds, and nothing of it is kept.
import { readFile } from 'node:fs/promises'
import { Language, Parser, type TreeCursor } from 'web-tree-sitter'
import { distFile } from '../../toolkit/dist-file.ts'

/** A node with its children; `named` is false for signs such as `=`. Offsets count UTF-16 units. */
export type SyntaxNode = {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly named: boolean
  /** The grammar expected it here, and it is not there. */
  readonly missing: boolean
  readonly children: readonly SyntaxNode[]
}

/** Nesting of nodes; a list in a list is three. What reads the tree recurses, and must not exhaust the stack. */
const maxDepth = 600
/** About 60,000 lines of configuration. */
const maxNodes = 1_000_000
/** Text of 4 MB takes about 5 seconds; text made to be slow must end, too. */
const maxMilliseconds = 20_000

export type ParsedSyntax = { readonly root: SyntaxNode } | { readonly refused: string }

/** Parses native HCL. Errors are nodes of the type `ERROR` or `missing`; text that exceeds a limit is refused in one sentence. */
export async function parseSyntax(text: string): Promise<ParsedSyntax> {
  const language = await loadGrammar()
  // A parser of its own for each text: one that was broken off keeps its state.
  const parser = new Parser()
  try {
    parser.setLanguage(language)
    const end = performance.now() + maxMilliseconds
    const tree = parser.parse(text, null, { progressCallback: () => performance.now() > end })
    if (tree === null) return { refused: 'takes too long to read: split it, or correct its syntax' }
    try {
      return plainTree(tree.walk(), tree.rootNode.hasError)
    } finally {
      tree.delete()
    }
  } catch {
    // A trap inside WASM: the module may be left in any state.
    loading = undefined
    return { refused: 'cannot be read by the parser: correct its syntax, or simplify it' }
  } finally {
    parser.delete()
  }
}

let loading: Promise<Language> | undefined

/** The parser and the grammar, loaded once. */
function loadGrammar(): Promise<Language> {
  loading ??= load()
  return loading
}

async function load(): Promise<Language> {
  const [engine, grammar] = await Promise.all([
    wasmFile('web-tree-sitter', 'web-tree-sitter.wasm'),
    wasmFile('@tree-sitter-grammars/tree-sitter-hcl', 'tree-sitter-hcl.wasm'),
  ])
  await Parser.init({ wasmBinary: engine })
  return Language.load(grammar)
}

function wasmFile(packageName: string, name: string): Promise<Buffer> {
  const fromSource = import.meta.url.endsWith('.ts')
  return readFile(
    fromSource ? new URL(`../../../../node_modules/${packageName}/${name}`, import.meta.url) : distFile(name),
  )
}

type OpenNode = { -readonly [Key in keyof SyntaxNode]: SyntaxNode[Key] } & { children: SyntaxNode[] }

/** Without recursion, since the depth is not known yet. */
function plainTree(cursor: TreeCursor, hasError: boolean): ParsedSyntax {
  // Each question to the cursor is a call into WASM, and a file has a hundred thousand nodes: none is asked twice.
  const kinds = new Map<number, Pick<SyntaxNode, 'type' | 'named'>>()
  const kindHere = () => {
    const id = cursor.nodeTypeId
    const kind = kinds.get(id) ?? { type: cursor.nodeType, named: cursor.nodeIsNamed }
    kinds.set(id, kind)
    return kind
  }
  const here = (): OpenNode => {
    const { type, named } = kindHere()
    const [start, end] = [cursor.startIndex, cursor.endIndex]
    return { type, named, start, end, missing: hasError && cursor.nodeIsMissing, children: [] }
  }
  try {
    const root = here()
    const open = [root]
    let count = 1
    let down = true
    while (true) {
      if (down && cursor.gotoFirstChild()) {
        if (open.length >= maxDepth) return { refused: 'is nested too deeply: flatten it' }
      } else if (cursor.gotoNextSibling()) {
        open.pop()
      } else {
        open.pop()
        if (open.length === 0 || !cursor.gotoParent()) return { root }
        down = false
        continue
      }
      down = true
      count += 1
      if (count > maxNodes) return { refused: 'is too large: split it' }
      const node = here()
      open.at(-1)?.children.push(node)
      open.push(node)
    }
  } finally {
    cursor.delete()
  }
}
