// The API server as a judge: what it says to an object that `kubectl apply --dry-run=server --validate=strict` would send.
import { type ApiServer, type KubernetesObject, messageOf, UnservedKind } from '../testbed/api-server.ts'
import type { Case, CaseGroup, Outcome } from './cases.ts'

export type ServerVerdict = {
  readonly outcome: Outcome
  /** The server's words when it refuses. */
  readonly message: string
}

/** Bad request, forbidden, conflict (a name that is taken), too large, invalid. Anything else is no verdict. */
const refusals: ReadonlySet<number> = new Set([400, 403, 409, 413, 422])

const dryRun = 'dryRun=All&fieldValidation=Strict&fieldManager=kubectl-client-side-apply'

/** Asks for the creation of an object, or for its change when the server has one. Nothing is stored. */
export async function judgeByServer(
  api: ApiServer,
  { object, patch }: Pick<Case, 'object' | 'patch'>,
): Promise<ServerVerdict> {
  const path = await api.pathOf(patch === undefined ? withoutName(object) : object).catch((error: Error) => {
    if (error instanceof UnservedKind) return error
    throw error
  })
  if (path instanceof UnservedKind) return { outcome: 'refused', message: path.message }
  const call =
    patch === undefined
      ? { method: 'POST', body: object }
      : { method: 'PATCH', body: patch, type: 'application/merge-patch+json' }
  const { status, text } = await api.call(`${path}?${dryRun}`, call)
  if (status < 300) return { outcome: 'accepted', message: '' }
  if (!refusals.has(status))
    throw new Error(`${object.kind} ${object.metadata?.name}: the server failed with ${status}: ${text}`)
  return { outcome: 'refused', message: messageOf(text) }
}

const withoutName = ({ metadata, ...object }: KubernetesObject) => ({
  ...object,
  metadata: metadata.namespace === undefined ? {} : { namespace: metadata.namespace },
})

/**
 * The same question through kubectl itself, which merges lists by their keys where a merge patch replaces them. A process
 * each, so for few.
 */
export async function judgeByKubectl(kubectl: Kubectl, { object }: Pick<Case, 'object'>): Promise<Outcome> {
  const args = ['apply', '--dry-run=server', '--validate=strict', '-f', '-']
  return kubectl(args, JSON.stringify(object)).then(
    () => 'accepted' as const,
    (error: Error) => {
      if (/connection refused|unable to connect|timeout/i.test(error.message)) throw error
      return 'refused' as const
    },
  )
}

/** Runs kubectl with a text on its stdin; rejects when it does not end well. */
export type Kubectl = (args: readonly string[], stdin: string) => Promise<string>

/** How long a policy may take until the server obeys it. */
const settleMs = 10_000

/**
 * Judges the cases of one group after its surroundings are there. Policies take effect a moment after they are stored, and a
 * namespace's service account comes a moment after the namespace: so a verdict that is not what the author meant is asked
 * for again until it is, or until all has had time to settle; the last answer counts.
 */
export async function judgeGroup(
  api: ApiServer,
  kubectl: Kubectl,
  group: CaseGroup,
): Promise<ReadonlyMap<string, ServerVerdict>> {
  const verdicts = new Map<string, ServerVerdict>()
  const limit = performance.now() + settleMs
  for (const one of group.cases) {
    const object = namespaced(one.object, group.namespace)
    let verdict = await judgeByServer(api, { ...one, object })
    while (verdict.outcome !== one.meant && performance.now() < limit) {
      await new Promise((done) => setTimeout(done, 200))
      verdict = await judgeByServer(api, { ...one, object })
    }
    if (one.patch !== undefined && verdict.outcome !== one.meant)
      verdict = { ...verdict, outcome: await judgeByKubectl(kubectl, { object }) }
    verdicts.set(one.name, verdict)
  }
  return verdicts
}

/** Namespaces, what the cases need, and for updates the old object. */
export async function prepareGroup(api: ApiServer, group: CaseGroup): Promise<void> {
  const { namespace, cases } = group
  await api.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } })
  for (const one of group.with) await api.apply(namespaced(one, namespace))
  for (const one of group.with.filter(({ kind }) => kind === 'ResourceQuota'))
    await untilCounted(api, namespaced(one, namespace))
  const [update] = cases.filter(({ old }) => old !== undefined)
  if (update?.old === undefined) return
  const old = namespaced(update.old, namespace)
  const { status, text } = await api.call(await api.pathOf(withoutName(old)), {
    method: 'POST',
    body: asKubectlMakes(old),
  })
  if (status >= 300) throw new Error(`${update.name}: the object before the update was refused: ${text}`)
}

/** With the note from which kubectl tells later which fields are its own. */
function asKubectlMakes(object: KubernetesObject): KubernetesObject {
  const { annotations = {} } = object.metadata as { annotations?: Readonly<Record<string, string>> }
  const note = { 'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify(object) }
  return { ...object, metadata: { ...object.metadata, annotations: { ...annotations, ...note } } }
}

/** A quota holds once the controller has counted what is there. */
async function untilCounted(api: ApiServer, quota: KubernetesObject): Promise<void> {
  const path = await api.pathOf(quota)
  const limit = performance.now() + 3 * settleMs
  const isCounted = async () => ((await api.get(path))?.status as { hard?: unknown } | undefined)?.hard !== undefined
  while (!(await isCounted())) {
    if (performance.now() > limit) throw new Error(`${path} was not counted within ${(3 * settleMs) / 1000} s`)
    await new Promise((done) => setTimeout(done, 200))
  }
}

/** Objects of cluster scope take no notice of the namespace. */
export const namespaced = (object: KubernetesObject, namespace: string): KubernetesObject => ({
  ...object,
  metadata: { ...object.metadata, namespace: object.metadata?.namespace ?? namespace },
})
