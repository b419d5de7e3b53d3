// The testbed as a test sees it: what `startTestbed` has handed over, with clients for it.
import { join } from 'node:path'
import { inject } from 'vitest'
import { type ApiServer, createApiServer } from './api-server.ts'
import { type ArgocdClient, createArgocdClient } from './argocd-client.ts'
import { run } from './run.ts'
import type { TestbedAddress } from './start.ts'

export type JoinedTestbed = TestbedAddress & {
  readonly api: ApiServer
  readonly applications: ArgocdClient
  /** Runs kubectl with a text on its stdin; resolves to its stdout, rejects with its stderr. */
  readonly kubectl: (args: readonly string[], stdin?: string) => Promise<string>
}

/** The testbed of this run of `npm run test:cluster`. */
export function joinTestbed(): JoinedTestbed {
  const address = inject('testbed')
  const { controlPlane, argocd, folder } = address
  if (argocd === undefined) throw new Error('this testbed runs without Argo CD')
  return {
    ...address,
    api: createApiServer({ ...controlPlane, folder }),
    kubectl: (args, stdin = '') =>
      run(join(address.path, 'kubectl'), args, { env: { KUBECONFIG: controlPlane.kubeconfig, HOME: folder }, stdin }),
    applications: createArgocdClient({ ...argocd, folder }),
  }
}

let names = 0

/** A name that no other test of the run has: for namespaces and Applications. */
export function uniqueName(prefix: string): string {
  names += 1
  return `${prefix}-${process.pid.toString(36)}-${names}`
}
