// What Argo CD's own controller makes of an ApplicationSet: the truth for our expansion.
import type { ApiServer } from '../testbed/api-server.ts'
import { argocdNamespace } from '../testbed/argocd-objects.ts'

export type ApplicationSetRequest = {
  readonly name: string
  readonly generators: readonly unknown[]
  readonly template: {
    readonly metadata: { readonly name: string }
    readonly spec: Readonly<Record<string, unknown>>
  }
}

export type ExpandedApplication = {
  readonly metadata: { readonly name: string; readonly labels?: Readonly<Record<string, string>> }
  readonly spec: {
    readonly source: { readonly path: string }
    readonly destination: { readonly namespace: string }
    readonly [field: string]: unknown
  }
}

type Owned = ExpandedApplication & {
  readonly metadata: { readonly ownerReferences?: readonly { readonly name: string }[] }
}

const limitMs = 30_000
/** How long the controller is given to make one too many. */
const settleMs = 1000

/**
 * Creates the ApplicationSet, waits until its Applications are there, and deletes the set again, which takes its Applications with it a moment later. Sorted by name.
 * @param expected how many there will be; rejects with the set's conditions when there are not so many after 30 s
 */
export async function expandedByArgocd(
  api: ApiServer,
  { name, generators, template }: ApplicationSetRequest,
  expected: number,
): Promise<readonly ExpandedApplication[]> {
  const set = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: { name, namespace: argocdNamespace },
    spec: { goTemplate: true, goTemplateOptions: ['missingkey=error'], generators, template },
  }
  await api.apply(set)
  const path = await api.pathOf(set)
  try {
    const limit = performance.now() + limitMs
    while ((await made(api, name)).length < expected) {
      if (performance.now() > limit) throw new Error(JSON.stringify((await api.get(path))?.status))
      await new Promise((done) => setTimeout(done, 100))
    }
    await new Promise((done) => setTimeout(done, settleMs))
    return await made(api, name)
  } finally {
    await api.call(path, { method: 'DELETE' })
  }
}

async function made(api: ApiServer, set: string): Promise<readonly ExpandedApplication[]> {
  const list = await api.get(`/apis/argoproj.io/v1alpha1/namespaces/${argocdNamespace}/applications`)
  return ((list?.items ?? []) as readonly Owned[])
    .filter(({ metadata }) => metadata.ownerReferences?.some((owner) => owner.name === set))
    .sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1))
}
