// A file of Terraform's JSON syntax as the same blocks and arguments (hcl/json/spec.md: bodies, labels, expressions in strings).
import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml'
import { errorMessage } from '../../toolkit/user-error.ts'
import type { HclArgument, HclBlock, HclBody, HclFile, HclProblem, HclValue } from './body.ts'
import { type BlockShape, type BlockShapes, configurationBlocks, testBlocks } from './json-blocks.ts'
import { templateValue } from './json-template.ts'
import { type Locate, locateIn } from './places.ts'

const maxDepth = 200

/** Reads the JSON syntax. Keys of which no block is known, those of a provider's schema among them, are arguments. */
export async function parseJson(text: string, file: string): Promise<HclFile> {
  const locate = locateIn(text, file)
  const failed = (message: string, offset = 0): HclFile => ({
    file,
    body: { arguments: [], blocks: [] },
    problems: [{ message, at: locate(offset, offset) }],
  })
  const tooDeep = depthProblem(text)
  if (tooDeep !== undefined) return failed('The file is nested too deeply. Flatten it.', tooDeep)
  // YAML is more than JSON: what is not JSON is refused first, and the YAML parser only adds the places.
  try {
    JSON.parse(text)
  } catch (error) {
    return failed('The file is not JSON: correct its syntax.', placeOfError(text, errorMessage(error)))
  }
  const document = parseDocument(text, { ...options, lineCounter: new LineCounter() })
  const [error] = document.errors
  if (error !== undefined) return failed(`The file cannot be read: ${error.message.split('\n')[0]}.`, error.pos[0])
  const reading: JsonReading = { locate, problems: [] }
  const body = await bodyOf([document.contents as Node | null], shapesFor(file), reading)
  return { file, body, problems: reading.problems }
}

const options = { schema: 'json', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' } as const

function shapesFor(file: string): BlockShapes {
  if (file.endsWith('.tf.json') || file.endsWith('.tofu.json')) return configurationBlocks
  return /\.(tftest|tofutest|tfmock)\.json$/.test(file) ? testBlocks : {}
}

type JsonReading = { readonly locate: Locate; readonly problems: HclProblem[] }

/** Where brackets stand too deep, without a look at anything else. */
function depthProblem(text: string): number | undefined {
  let depth = 0
  let inString = false
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]
    if (inString) {
      if (character === '\\') index += 1
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '{' || character === '[') {
      depth += 1
      if (depth > maxDepth) return index
    } else if (character === '}' || character === ']') depth -= 1
  }
  return undefined
}

/** JSON's own error does not always say where it is; then the first error that the YAML parser sees, if it sees one. */
function placeOfError(text: string, message: string): number {
  const position = /at position (\d+)/.exec(message)?.[1]
  return position === undefined ? (parseDocument(text, options).errors[0]?.pos[0] ?? 0) : Number(position)
}

/** A body is an object, or a list of objects that are one. */
async function bodyOf(nodes: readonly (Node | null)[], shapes: BlockShapes, reading: JsonReading): Promise<HclBody> {
  const found: { arguments: HclArgument[]; blocks: HclBlock[] } = { arguments: [], blocks: [] }
  for (const { name, pair } of nodes.flatMap((node) => propertiesOf(node, reading))) {
    // A comment, by convention of the syntax.
    if (name === '//') continue
    const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined
    if (shape !== undefined) found.blocks.push(...(await blocksOf(name, [], pair, shape, reading)))
    else {
      const value = await readValue(pair.value as Node | null, reading)
      found.arguments.push({ name, value, at: placeOf(pair.key as Node, reading) })
    }
  }
  return found
}

async function blocksOf(
  type: string,
  labels: readonly string[],
  { key, value }: Pair,
  shape: BlockShape,
  reading: JsonReading,
): Promise<readonly HclBlock[]> {
  const node = value as Node | null
  if (isNull(node)) return []
  const blocks: HclBlock[] = []
  if (labels.length < shape.labels) {
    for (const { name, pair } of propertiesOf(node, reading))
      blocks.push(...(await blocksOf(type, [...labels, name], pair, shape, reading)))
    return blocks
  }
  for (const one of isSeq(node) ? node.items : [node]) {
    const body = await bodyOf([one as Node | null], shape.blocks, reading)
    blocks.push({ type, labels, body, at: placeOf(key as Node, reading) })
  }
  return blocks
}

type Property = { readonly name: string; readonly pair: Pair }

function propertiesOf(node: Node | null, reading: JsonReading): readonly Property[] {
  if (isSeq(node)) return node.items.flatMap((item) => propertiesOf(item as Node | null, reading))
  if (isMap(node))
    return node.items.filter(isPair).map((pair) => ({ name: isScalar(pair.key) ? String(pair.key.value) : '', pair }))
  if (!isNull(node) || node === null)
    reading.problems.push({ message: 'An object is expected here.', at: placeOf(node, reading) })
  return []
}

const isNull = (node: Node | null) => isScalar(node) && node.value === null

async function readValue(node: Node | null, reading: JsonReading): Promise<HclValue> {
  const at = placeOf(node, reading)
  if (isSeq(node)) {
    const items: HclValue[] = []
    for (const item of node.items) items.push(await readValue(item as Node | null, reading))
    return { type: 'list', items, at }
  }
  if (isMap(node)) return { type: 'object', entries: await entriesOf(node.items.filter(isPair), reading), at }
  const value = isScalar(node) ? node.value : null
  if (typeof value === 'string') return templateValue(value, at, reading.problems)
  return { type: 'literal', value: typeof value === 'number' || typeof value === 'boolean' ? value : null, at }
}

async function entriesOf(pairs: readonly Pair[], reading: JsonReading) {
  const entries = []
  for (const { key, value } of pairs) {
    const at = placeOf(key as Node, reading)
    const name = await readValue(key as Node, reading)
    const entry = { value: await readValue(value as Node | null, reading), at }
    if (name.type === 'literal' && name.value !== null) entries.push({ key: String(name.value), ...entry })
    else entries.push({ key: undefined, computedKey: name, ...entry })
  }
  return entries
}

function placeOf(node: Node | null, { locate }: JsonReading) {
  const [start = 0, end = start] = node?.range ?? []
  return locate(start, end)
}
