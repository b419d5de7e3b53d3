// Arguments that decide where a provider, or the reading of another state, sends its credentials.
import type { HclArgument, HclBlock, HclBody, HclValue } from '../../hcl/body.ts'
import { blocksWithin, textOf } from '../../hcl/look.ts'
import type { GateProblem, GateRule } from '../gate-rule.ts'
import type { GateView } from '../view.ts'

export const providerEndpoint: GateRule = {
  id: 'terraform-provider-endpoint',
  check: function* ({ head, base }): Iterable<GateProblem> {
    const before = new Set(base === undefined ? [] : [...redirections(base)].map(({ value }) => value))
    for (const { value, argument, owner } of redirections(head)) {
      if (before.has(value)) continue
      const target = textOf(argument.value) ?? 'a computed place'
      const since = base === undefined ? '' : ' It is not so in the base.'
      const message = `${owner} sets ${argument.name} to ${target}: that is where requests go, with their credentials.${since} Make sure that the place is yours.`
      const at = argument.at
      yield base === undefined ? { message, at, value, severity: 'warning' } : { message, at, value }
    }
  },
}

/** Names that providers use for where they send requests. */
const names =
  /^(.*_)?(endpoints?|url|urls|uri|address|addr|host|hostname|server|proxy|proxy_url|http_proxy|https_proxy|domain|insecure|skip_tls_verify|tls_insecure)$/i

type Redirection = { readonly value: string; readonly argument: HclArgument; readonly owner: string }

function* redirections({ folders }: GateView): Generator<Redirection> {
  for (const { folder, files } of folders)
    for (const { body } of files)
      for (const { block, around } of blocksWithin(body)) {
        const top = [...around, block][0]
        if (top === undefined || !sendsCredentials(top)) continue
        const owner = [top.type, ...top.labels.map((label) => `"${label}"`)].join(' ')
        for (const argument of redirectingArguments(block, top)) {
          const path = [...around.slice(1), block].map(({ type }) => type).join('.')
          yield { argument, owner, value: `${folder} ${owner} ${path} ${argument.name} ${textOfValue(argument.value)}` }
        }
      }
}

const sendsCredentials = ({ type, labels }: HclBlock) =>
  type === 'provider' || ((type === 'data' || type === 'ephemeral') && labels[0] === 'terraform_remote_state')

/** In a block such as `endpoints` every argument is one. */
function redirectingArguments(block: HclBlock, top: HclBlock): readonly HclArgument[] {
  if (block !== top && names.test(block.type)) return block.body.arguments
  return argumentsWithin(block.body).filter(({ name }) => names.test(name))
}

/** Arguments, and entries of objects that are arguments. */
function argumentsWithin({ arguments: given }: HclBody): readonly HclArgument[] {
  return given.flatMap((argument) => [argument, ...entriesOf(argument.value)])
}

function entriesOf(value: HclValue): readonly HclArgument[] {
  if (value.type === 'list') return value.items.flatMap(entriesOf)
  if (value.type !== 'object') return []
  return value.entries.flatMap(({ key, value: inner, at }) => [
    ...(key === undefined ? [] : [{ name: key, value: inner, at }]),
    ...entriesOf(inner),
  ])
}

function textOfValue(value: HclValue): string {
  if (value.type === 'literal') return String(value.value)
  if (value.type === 'expression') return value.text
  const parts = value.type === 'list' ? value.items : value.entries.map((entry) => entry.value)
  return parts.map(textOfValue).join(' ')
}
