// The generated parts of documents: tables of inputs and outputs in each action's README, and the table of rules.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type ActionMetadata, actionNames, readMetadata } from './action-metadata.ts'

const root = resolve(import.meta.dirname, '..')

/** Modules that export a function that renders the README beside them. */
const readmeModules = [
  { module: 'actions/lib/rules/readme.ts', render: 'renderRulesReadme' },
  { module: 'actions/lib/terraform/guards/readme.ts', render: 'renderGuardsReadme' },
]

type Document = { readonly path: string; readonly text: string }

/** Replaces what stands between `<!-- name:start -->` and `<!-- name:end -->`. Throws when the markers are not there. */
export function replaceSection(text: string, name: string, content: string, path: string): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`]
  const [from, to] = [text.indexOf(start), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`${path} needs the markers ${start} and ${end} around the generated table`)
  return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`
}

/** A Markdown table. Cells may hold anything: pipes and line ends are escaped. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (text: string) =>
    text
      .trim()
      .replaceAll('|', '\\|')
      .replaceAll(/\s*\n\s*/g, ' ')
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')
}

const code = (text: string) => `\`${text.trim().replaceAll('\n', ', ')}\``

/** The tables of inputs and outputs of an action. */
export function actionTables({ inputs = {}, outputs = {} }: ActionMetadata): {
  readonly inputs: string
  readonly outputs: string
} {
  const inputRows = Object.entries(inputs).map(([name, { required, default: text, description }]) => [
    code(name),
    required === true ? 'required' : text ? code(text) : '',
    description,
  ])
  const outputRows = Object.entries(outputs).map(([name, { description }]) => [code(name), description])
  return {
    inputs: inputRows.length > 0 ? table(['Input', 'Default', 'What it does'], inputRows) : 'None.',
    outputs: outputRows.length > 0 ? table(['Output', 'What it holds'], outputRows) : 'None.',
  }
}

/** Every document with a generated part, as it should be. */
export async function documents(): Promise<readonly Document[]> {
  const readmes = actionNames().map((name) => {
    const path = `actions/${name}/README.md`
    if (!existsSync(join(root, path))) throw new Error(`${path} is missing: every action has one`)
    const tables = actionTables(readMetadata(name))
    const withInputs = replaceSection(readFileSync(join(root, path), 'utf8'), 'inputs', tables.inputs, path)
    return { path, text: replaceSection(withInputs, 'outputs', tables.outputs, path) }
  })
  const rendered = readmeModules.map(async ({ module, render }) => {
    const exported: Readonly<Record<string, (() => string) | undefined>> = await import(
      pathToFileURL(join(root, module)).href
    )
    const text = exported[render]?.()
    if (text === undefined) throw new Error(`${module} must export ${render}`)
    return { path: join(dirname(module), 'README.md'), text }
  })
  return [...readmes, ...(await Promise.all(rendered))]
}

/** Paths of the documents that are not what the sources give. */
export async function staleDocuments(): Promise<readonly string[]> {
  const current = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined)
  return (await documents()).filter(({ path, text }) => current(path) !== text).map(({ path }) => path)
}

if (import.meta.main) {
  const stale = await staleDocuments()
  if (process.argv.includes('--check')) {
    for (const path of stale) console.error(`${path} is stale`)
    if (stale.length > 0) console.error('next: run `npm run docs` and commit the result')
    else console.log(`generated documents are current: ${(await documents()).length} compared`)
    process.exitCode = stale.length > 0 ? 1 : 0
  } else {
    for (const { path, text } of await documents()) writeFileSync(join(root, path), text)
    console.log(stale.length > 0 ? `wrote ${stale.join(', ')}` : 'nothing to do')
  }
}
