// Where a root keeps its state, and whether `terraform_remote_state` reads it from there.
import { normalize } from 'node:path/posix'
import type { SourceLocation } from '../../findings/finding.ts'
import type { HclBody, HclFile, HclValue } from '../hcl/body.ts'
import { argumentOf, blocksOf, literalOf } from './hcl-fields.ts'
import { joinPath } from './repository-path.ts'

/** A setting of a backend: its literal value, or undefined where it has to be evaluated. */
export type BackendFields = ReadonlyMap<string, string | undefined>

export type Backend = { readonly type: string; readonly fields: BackendFields; readonly at: SourceLocation }

/** The `backend` or `cloud` block of a root's files, in the tool's order: an override comes last and counts. */
export function backendOf(files: readonly HclFile[]): Backend | undefined {
  const blocks = files
    .flatMap(({ body }) => blocksOf(body, 'terraform'))
    .flatMap(({ body }) => body.blocks.filter(({ type }) => type === 'backend' || type === 'cloud'))
  const block = blocks.at(-1)
  if (block === undefined) return undefined
  return {
    type: block.type === 'cloud' ? 'cloud' : (block.labels[0] ?? ''),
    fields: fieldsOfBody(block.body),
    at: block.at,
  }
}

/** Settings of a body; those of nested blocks as `block.name`. */
export function fieldsOfBody(body: HclBody): BackendFields {
  const own = body.arguments.flatMap(({ name, value }) => fieldsOfValue(name, value))
  const nested = body.blocks.flatMap(({ type, body: inside }) =>
    [...fieldsOfBody(inside)].map(([name, value]) => [`${type}.${name}`, value] as const),
  )
  return new Map([...own, ...nested])
}

/** Settings of a value: an object is a block. */
export function fieldsOfValue(name: string, value: HclValue): readonly (readonly [string, string | undefined])[] {
  if (value.type !== 'object') return [[name, literalOf(value)]]
  const prefix = name === '' ? '' : `${name}.`
  return value.entries.flatMap((entry) =>
    entry.key === undefined ? [] : fieldsOfValue(`${prefix}${entry.key}`, entry.value),
  )
}

/**
 * Settings that say which state it is, by the type of backend (https://developer.hashicorp.com/terraform/language/backend): those that must
 * be given, and those that have a default. The others say how to get there.
 */
const identities: Readonly<
  Record<string, { readonly given: readonly string[]; readonly optional?: readonly string[] }>
> = {
  azurerm: { given: ['storage_account_name', 'container_name', 'key'] },
  consul: { given: ['path'] },
  cos: { given: ['bucket'], optional: ['prefix', 'key'] },
  gcs: { given: ['bucket'], optional: ['prefix'] },
  http: { given: ['address'] },
  kubernetes: { given: ['secret_suffix'], optional: ['namespace'] },
  oci: { given: ['bucket', 'namespace'], optional: ['key'] },
  oss: { given: ['bucket'], optional: ['prefix', 'key'] },
  pg: { given: ['conn_str'], optional: ['schema_name'] },
  remote: { given: ['organization'], optional: ['workspaces.name', 'workspaces.prefix'] },
  s3: { given: ['bucket', 'key'] },
}

/** A state, as far as it is known. */
export type StatePlace = { readonly type: string; readonly fields: BackendFields; readonly folder: string }

export type Sameness = 'same' | 'other' | 'unknown'

/** Whether two places are the same state, workspaces left aside, by what is written plainly. */
export function compareStates(one: StatePlace, other: StatePlace): Sameness {
  const type = one.type === 'cloud' ? 'remote' : one.type
  if (type !== (other.type === 'cloud' ? 'remote' : other.type)) return 'other'
  if (type === 'local') return compareLocal(one, other)
  const both = [...one.fields.keys()].filter((name) => other.fields.has(name))
  const { given, optional = [] } = (Object.hasOwn(identities, type) && identities[type]) || { given: both }
  const pairs = [...given, ...optional].map((name) => [name, one.fields.get(name), other.fields.get(name)] as const)
  if (pairs.some(([, a, b]) => a !== undefined && b !== undefined && a !== b)) return 'other'
  // What is absent may come from elsewhere, or has to be evaluated.
  const isKnown = pairs.every(([name, a, b]) => {
    if (given.includes(name)) return a !== undefined && b !== undefined
    return [one, other].every(({ fields }) => !fields.has(name) || fields.get(name) !== undefined)
  })
  if (!isKnown || given.length === 0) return 'unknown'
  return pairs.every(([, a, b]) => a === b) ? 'same' : 'other'
}

function compareLocal(one: StatePlace, other: StatePlace): Sameness {
  const path = ({ fields, folder }: StatePlace) => {
    if (fields.has('path') && fields.get('path') === undefined) return undefined
    const written = fields.get('path') ?? 'terraform.tfstate'
    // One of the machine's own, which begins nowhere in the repository.
    if (written.startsWith('/')) return normalize(written)
    return joinPath(folder, written) ?? `outside ${written}`
  }
  const [a, b] = [path(one), path(other)]
  if (a === undefined || b === undefined) return 'unknown'
  return a === b ? 'same' : 'other'
}

/** A `data "terraform_remote_state"` block. */
export type StateReader = {
  readonly name: string
  readonly type: string | undefined
  readonly fields: BackendFields
  /** `path` of a local state where it starts with `${path.module}/`: what comes after that. */
  readonly modulePath: string | undefined
  /** Undefined where it has to be evaluated; `terraform.workspace` is given as it is. */
  readonly workspace: string | undefined
  readonly at: SourceLocation
}

export function stateReaders({ body }: HclFile): readonly StateReader[] {
  return [body, ...blocksOf(body, 'check').map((check) => check.body)]
    .flatMap((inside) => blocksOf(inside, 'data'))
    .filter(({ labels }) => labels[0] === 'terraform_remote_state')
    .map((block) => {
      const config = argumentOf(block.body, 'config')?.value
      const workspace = argumentOf(block.body, 'workspace')?.value
      return {
        name: block.labels[1] ?? '',
        type: literalOf(argumentOf(block.body, 'backend')?.value),
        fields: config === undefined ? new Map() : new Map(fieldsOfValue('', config)),
        modulePath: modulePathOf(config),
        workspace:
          workspace === undefined
            ? 'default'
            : workspace.type === 'expression' && workspace.text === 'terraform.workspace'
              ? 'terraform.workspace'
              : literalOf(workspace),
        at: block.at,
      }
    })
}

function modulePathOf(config: HclValue | undefined): string | undefined {
  const path = config?.type === 'object' ? config.entries.find(({ key }) => key === 'path')?.value : undefined
  if (path?.type !== 'expression') return undefined
  // JSON has it without quotes.
  const text = path.text.startsWith('"') && path.text.endsWith('"') ? path.text.slice(1, -1) : path.text
  // biome-ignore lint/suspicious/noTemplateCurlyInString: HCL as it is written
  const start = '${path.module}/'
  if (!text.startsWith(start)) return undefined
  const rest = text.slice(start.length)
  return /["$%\\]/.test(rest) ? undefined : rest
}
