// Which providers a folder of configuration needs, and by which source: written, or implied by a name
// (developer.hashicorp.com/terraform/language/providers/requirements).
import type { SourceLocation } from '../../findings/finding.ts'
import { matchesPattern } from '../../text/pattern.ts'
import type { HclBlock, HclValue } from '../hcl/body.ts'
import { argumentOf, blocksWithin, textOf, valuesWithin } from '../hcl/look.ts'
import type { ToolName } from '../roots/root.ts'
import type { GateFolder } from './view.ts'

export type ProviderNeed = {
  /** The name that the folder uses. */
  readonly name: string
  /** `host/namespace/type`; undefined where the source is computed or no address. */
  readonly source: string | undefined
  /** As written; undefined where the source is implied by the name. */
  readonly written: string | undefined
  readonly at: SourceLocation
}

const hosts: Readonly<Record<ToolName, string>> = { terraform: 'registry.terraform.io', tofu: 'registry.opentofu.org' }

/** The whole address of a provider: of `ionos-cloud/ionoscloud` or `example.com/a/b`. Undefined for what is none. */
export function wholeSource(written: string, tool: ToolName): string | undefined {
  const parts = written.toLowerCase().split('/')
  if (parts.some((part) => !/^[a-z0-9][\w.:-]*$/.test(part)) || parts.length > 3) return undefined
  const [type = ''] = parts.slice(-1)
  if (parts.length === 1) return `${hosts[tool]}/hashicorp/${type}`
  return parts.length === 2 ? `${hosts[tool]}/${parts.join('/')}` : parts.join('/')
}

/** Whether a whole source fits a pattern; one without a host means the public registries. */
export function fitsProvider(pattern: string, source: string): boolean {
  const parts = pattern.toLowerCase().split('/')
  const whole = parts.length < 3 ? Object.values(hosts).map((host) => [host, ...parts]) : [parts]
  const names = source.split('/')
  return whole.some(
    (one) => one.length === names.length && one.every((part, index) => matchesPattern(part, names[index] ?? '')),
  )
}

/** Comes with the tool, is not downloaded and cannot be replaced. */
const isBuiltIn = (source: string | undefined) => source?.startsWith('terraform.io/builtin/') === true

/** What a folder needs, each provider once, at the place that says so first. Providers that come with the tool are left out. */
export function providerNeeds({ files }: GateFolder, tool: ToolName): readonly ProviderNeed[] {
  const declared = files.flatMap(({ body }) =>
    body.blocks.filter(({ type }) => type === 'terraform').flatMap((block) => declarations(block, tool)),
  )
  const names = new Set(declared.map(({ name }) => name))
  const implied = new Map<string, ProviderNeed>()
  for (const { name, at } of files.flatMap(({ body }) => [...usesOf(body.blocks)])) {
    if (names.has(name) || implied.has(name) || name === 'terraform') continue
    implied.set(name, { name, source: wholeSource(name, tool), written: undefined, at })
  }
  return [...declared, ...implied.values()].filter(({ source }) => !isBuiltIn(source))
}

function declarations({ body }: HclBlock, tool: ToolName): readonly ProviderNeed[] {
  const given = body.blocks.filter(({ type }) => type === 'required_providers').flatMap((block) => block.body.arguments)
  return given.map(({ name, value, at }) => {
    const source = value.type === 'object' ? value.entries.find(({ key }) => key === 'source')?.value : undefined
    // A text alone is a version: the source is implied.
    if (source === undefined) return { name, source: wholeSource(name, tool), written: undefined, at }
    const written = textOf(source)
    const whole = written === undefined ? undefined : wholeSource(written, tool)
    return { name, source: whole, written: written ?? '(computed)', at: source.at }
  })
}

type Use = { readonly name: string; readonly at: SourceLocation }

const kinds = new Set(['resource', 'data', 'ephemeral', 'action', 'list'])

function* usesOf(blocks: readonly HclBlock[]): Generator<Use> {
  const body = { arguments: [], blocks }
  for (const { block } of blocksWithin(body)) {
    const [label] = block.labels
    if (block.type === 'provider' && label !== undefined) yield { name: label, at: block.at }
    if (!kinds.has(block.type) || block.labels.length !== 2 || label === undefined) continue
    const chosen = nameIn(argumentOf(block.body, 'provider')?.value)
    yield { name: chosen ?? label.split('_')[0] ?? label, at: block.at }
  }
  for (const value of valuesWithin(body)) {
    if (value.type !== 'expression') continue
    for (const call of value.calls) {
      const [space, name] = call.split('::')
      if (space === 'provider' && name !== undefined) yield { name, at: value.at }
    }
  }
}

/** `aws` of `aws.east`; JSON writes it as text. */
function nameIn(value: HclValue | undefined): string | undefined {
  const text = value?.type === 'expression' ? value.references[0] : textOf(value)
  return text?.split(/[.[]/)[0]
}
