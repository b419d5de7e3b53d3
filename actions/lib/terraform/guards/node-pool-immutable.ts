import { listed } from '../../text/words.ts'
import type { HclBlock, HclFile } from '../hcl/body.ts'
import type { ResourceChange } from '../plan/plan.ts'
import { type Guard, type GuardContext, type Judgement, judged } from './define-guard.ts'
import { resourceBlocks } from './locate-resource.ts'
import { poolRules } from './node-pools.ts'
import { isNothing, member, same } from './plain-values.ts'

const twoPools =
  'Create a second node pool beside it, move the workloads over, and delete the old one in a change of its own'

export const nodePoolImmutable: Guard = {
  id: 'node-pool-immutable',
  severity: 'error',
  what: 'A change of a Kubernetes node pool or cluster takes its nodes away at once: an attribute that cannot be changed in place, a pool that is deleted before its successor exists, `allow_replace` of IONOS, a rotation of AKS pools inside an update. A new `node_count` beside an autoscaler is a warning.',
  why: 'All pods of the pool stop together, and some providers call it an update.',
  allow: 'Move to a second pool; or override.',
  judge: (context) => [
    ...context.plan.changes.flatMap((change) => ofChange(change, context)),
    ...allowReplace(context),
  ],
}

function ofChange(change: ResourceChange, context: GuardContext): readonly Judgement[] {
  const rule = poolRules.get(change.type)
  if (rule === undefined || change.mode !== 'managed' || (change.action !== 'update' && change.action !== 'replace'))
    return []
  const forced = change.replacePaths.flatMap(([name]) => (typeof name === 'string' ? [name] : []))
  const fixed = rule.immutable.filter((name) => isChanged(change, [name]))
  const rotated = change.action === 'update' ? (rule.rotating ?? []).filter((path) => isChanged(change, path)) : []
  if (change.action === 'replace' && change.destroys && (rule.isCluster || change.order === 'delete-first')) {
    const causes = [...new Set([...forced, ...fixed])]
    const because = causes.length === 0 ? '' : ` because of ${listed(causes)}`
    const how = rule.isCluster ? 'with all that runs in it' : 'before its successor exists: all of its pods stop'
    const mend = rule.isCluster ? 'Create a second cluster beside it, and move the workloads over' : twoPools
    return [
      judged(change, context, `${change.address} would be deleted ${how},${because || ' and created again'}. ${mend}.`),
    ]
  }
  if (change.action === 'update' && fixed.length > 0) {
    const message = `${change.address} changes ${listed(fixed)}, which the API cannot change: the apply fails, or deletes the nodes and creates others. ${rule.isCluster ? 'Create a second cluster beside it' : twoPools}.`
    return [judged(change, context, message)]
  }
  if (rotated.length > 0) {
    const names = listed(rotated.map((path) => path.filter((step) => typeof step === 'string').join('.')))
    const message = `${change.address} counts as an update, but ${names} can change only by new nodes: the pool is cycled without cordon and drain. ${twoPools}.`
    return [judged(change, context, message)]
  }
  return scaledByHand(change, rule.autoscaled ?? [], context)
}

/** An autoscaler has set the count since: the plan would take away, or bring, nodes that it did not ask for. */
function scaledByHand(
  change: ResourceChange,
  autoscaled: readonly string[],
  context: GuardContext,
): readonly Judgement[] {
  const [count = '', ...path] = autoscaled
  if (autoscaled.length === 0 || change.action !== 'update' || !isChanged(change, [count])) return []
  const limit = path.reduce<unknown>(
    (value, step) => member(Array.isArray(value) ? value[0] : value, step),
    change.after,
  )
  const last = Array.isArray(limit) ? limit[0] : limit
  if (isNothing(last) || last === 0) return []
  const message = `${change.address} sets ${count} although the pool scales by itself: nodes that the autoscaler added may go, with their pods. Add \`ignore_changes = [${count}]\` to its \`lifecycle\`.`
  return [judged(change, context, message, 'warning')]
}

/** Whether it had a value and gets another, or one that nobody knows yet. */
function isChanged({ before, after, afterUnknown }: ResourceChange, path: readonly (string | number)[]): boolean {
  let [was, is, unknown] = [before, after, afterUnknown]
  for (const step of path) {
    if (unknown === true) break
    ;[was, is, unknown] = [member(was, step), member(is, step), member(unknown, step)]
  }
  return !isNothing(was) && (unknown === true || !same(was, is))
}

/** `allow_replace` of an IONOS pool, where it is new: with it, a change of a fixed attribute is no error but a deletion. */
function allowReplace({ head, base, plan }: GuardContext): readonly Judgement[] {
  const before = new Set(allowing(base?.configuration ?? []).map(keyOf))
  const set = allowing(head.configuration)
  const written = set
    .filter((block) => !before.has(keyOf(block)))
    .map(({ block }): Judgement => ({ message: refusal(block.labels.join('.')), at: block.at }))
  const isWritten = ({ type, name }: ResourceChange) =>
    set.some(({ block }) => block.labels[0] === type && block.labels[1] === name)
  const planned = plan.changes
    .filter((change) => change.type === ionosPool && change.mode === 'managed' && !isWritten(change))
    .filter(
      ({ before: was, after }) => member(after, 'allow_replace') === true && member(was, 'allow_replace') !== true,
    )
    .map(({ address }): Judgement => ({ message: refusal(address), address }))
  return [...written, ...planned]
}

const ionosPool = 'ionoscloud_k8s_node_pool'

const refusal = (name: string) =>
  `${name} sets \`allow_replace\`: the next change of a fixed attribute deletes the pool, and all pods stop. Take it out; ${twoPools.toLowerCase()}.`

const allowing = (files: readonly HclFile[]) =>
  resourceBlocks(files).filter(({ block }) => block.labels[0] === ionosPool && isSet(block))

const keyOf = ({ folder, block }: { readonly folder: string; readonly block: HclBlock }) =>
  `${folder}\n${block.labels.join('.')}`

function isSet({ body }: HclBlock): boolean {
  const value = body.arguments.find(({ name }) => name === 'allow_replace')?.value
  return value?.type === 'literal' && value.value === true
}
