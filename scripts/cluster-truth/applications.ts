// Applications for tests, as Argo CD takes them.
import type { KubernetesObject } from '../testbed/api-server.ts'
import { argocdNamespace } from '../testbed/argocd-objects.ts'

export type ApplicationRequest = {
  readonly name: string
  readonly namespace: string
  readonly source: Readonly<Record<string, unknown>>
  /** Whether Argo CD syncs by itself. */
  readonly automated?: boolean
}

export function applicationOf({ name, namespace, source, automated = false }: ApplicationRequest): KubernetesObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name, namespace: argocdNamespace, finalizers: [] },
    spec: {
      project: 'default',
      source,
      destination: { server: 'https://kubernetes.default.svc', namespace },
      syncPolicy: {
        syncOptions: ['CreateNamespace=true'],
        ...(automated ? { automated: { prune: true, selfHeal: true } } : {}),
      },
    },
  }
}
