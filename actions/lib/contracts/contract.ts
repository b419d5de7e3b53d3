// One of our own files against its JSON Schema, with the line and column of every problem.
import type { ErrorObject, SchemaObject, ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import { type Document, isMap, isPair, isScalar, LineCounter, type ParsedNode, parseDocument } from 'yaml'
import { pointerNames } from '../yaml/pointer.ts'
import { messageOf } from './messages.ts'

/** Lines and columns count from 1. */
export type ContractProblem = {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: string
}

export type Contract = {
  readonly schema: SchemaObject
  /** `text`: every scalar is read as it is written, so that `1.30` stays `1.30`. `typed`: by the core schema of YAML 1.2. */
  readonly scalars: 'text' | 'typed'
}

export type Checked = { readonly value: unknown; readonly problems: readonly ContractProblem[] }

const maxLength = 1024 * 1024
const maxProblems = 100
const validators = new WeakMap<SchemaObject, ValidateFunction>()

/**
 * Parses YAML (or JSON, which is YAML) and checks it. Returns the plain value, undefined when the file is empty, and every problem
 * in the order of the file; the value may be used only when there is none. Never throws for what the text says.
 */
export function checkContract({ schema, scalars }: Contract, text: string, file: string): Checked {
  const lines = new LineCounter()
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  if (text.length > maxLength) return refused({ ...at(0), message: 'the file is larger than 1 MiB' })
  let document: Document.Parsed
  let value: unknown
  try {
    document = parseDocument(text.replace(/^\uFEFF/, ''), {
      lineCounter: lines,
      prettyErrors: false,
      schema: scalars === 'text' ? 'failsafe' : 'core',
    })
    value = document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    // Too many aliases, or nested too deeply for the parser.
    return refused({ ...at(0), message: error instanceof Error ? firstLine(error.message) : String(error) })
  }
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ pos, message }) => ({ ...at(pos[0]), message: firstLine(message) }))
    return { value: undefined, problems: problems.slice(0, maxProblems) }
  }
  if (document.contents === null || value === null || value === '') return { value: undefined, problems: [] }
  const validate = validatorOf(schema)
  if (validate(value)) return { value, problems: [] }
  const problems = (validate.errors ?? []).map((error) => ({
    ...at(offsetOf(document.contents, pointerOf(error))),
    message: messageOf(error),
  }))
  const inOrder = problems.sort((a, b) => a.line - b.line || a.column - b.column)
  return { value, problems: inOrder.slice(0, maxProblems) }
}

const refused = (problem: ContractProblem): Checked => ({ value: undefined, problems: [problem] })
const firstLine = (text: string) => text.split('\n', 1)[0] ?? text

function validatorOf(schema: SchemaObject): ValidateFunction {
  const known = validators.get(schema)
  if (known !== undefined) return known
  // Only what our contracts use: the package's own entry would bring every format into the bundle.
  const formats = { date: fullFormats.date ?? true }
  // Our schemas are held valid by tests; to compile the schema of schemas at each start would cost more than all the rest.
  const ajv = new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true, validateSchema: false, formats })
  const validate = ajv.compile(schema)
  validators.set(schema, validate)
  return validate
}

/**
 * Where each field of a file stands, by the names on the way; a field that is not there is shown at what should have it. For
 * what is wrong only in the light of other files. Takes a text that `checkContract` found no problem in.
 */
export function fieldLocations(
  text: string,
  file: string,
): (names: readonly string[]) => Omit<ContractProblem, 'message'> {
  const lines = new LineCounter()
  let document: Document.Parsed | undefined
  return (names) => {
    document ??= parseDocument(text.replace(/^\uFEFF/, ''), {
      lineCounter: lines,
      prettyErrors: false,
      schema: 'failsafe',
    })
    const { line, col } = lines.linePos(offsetOf(document.contents, names))
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) }
  }
}

/** Where the problem is, as the names on the way; an unknown key is at the key itself. */
function pointerOf(error: ErrorObject): readonly string[] {
  const names = pointerNames(error.instancePath)
  return error.keyword === 'additionalProperties' ? [...names, String(error.params.additionalProperty)] : names
}

/** Offset of the key of a mapping's field, or of an item. What is missing is shown at what should have it. */
function offsetOf(root: ParsedNode | null, names: readonly string[]): number {
  let node: unknown = root
  let offset = root?.range[0] ?? 0
  for (const name of names) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === name)
      if (!isPair(pair)) return offset
      if (isScalar(pair.key) && pair.key.range) offset = pair.key.range[0]
      node = pair.value
    } else {
      const items: readonly unknown[] =
        typeof node === 'object' && node !== null && 'items' in node ? (node.items as unknown[]) : []
      node = items[Number(name)]
      if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range))
        offset = node.range[0]
    }
  }
  return offset
}
