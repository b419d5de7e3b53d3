// What Argo CD has to find in its namespace before it starts.
import type { KubernetesObject } from './api-server.ts'
import type { AccountToken } from './argocd.ts'

export const argocdNamespace = 'argocd'

/** @param key what the server signs tokens with */
export function argocdObjects(key: string, account: AccountToken): readonly KubernetesObject[] {
  const configMap = (name: string, data: Readonly<Record<string, string>> = {}): KubernetesObject => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: metadata(name),
    data,
  })
  return [
    configMap('argocd-cm', { 'accounts.ci': 'apiKey', 'admin.enabled': 'false' }),
    configMap('argocd-rbac-cm', {
      'policy.csv':
        'p, ci, applications, *, */*, allow\np, ci, applicationsets, *, */*, allow\np, ci, projects, get, *, allow\n',
    }),
    configMap('argocd-ssh-known-hosts-cm', { ssh_known_hosts: '' }),
    configMap('argocd-tls-certs-cm'),
    configMap('argocd-gpg-keys-cm'),
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: metadata('argocd-secret'),
      stringData: {
        'server.secretkey': key,
        'accounts.ci.tokens': JSON.stringify([{ id: account.id, iat: account.issuedAt }]),
      },
    },
    {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AppProject',
      metadata: { name: 'default', namespace: argocdNamespace },
      spec: {
        sourceRepos: ['*'],
        destinations: [{ namespace: '*', server: '*' }],
        clusterResourceWhitelist: [{ group: '*', kind: '*' }],
      },
    },
  ]
}

function metadata(name: string): KubernetesObject['metadata'] {
  const labels = { 'app.kubernetes.io/part-of': 'argocd', 'app.kubernetes.io/name': name }
  return { name, namespace: argocdNamespace, labels }
}
