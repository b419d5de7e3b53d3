// By which fields the elements of a list are told apart, as the schemas of Kubernetes say, and which lists a patch merges.
import { isPlainMap } from './plain.ts'

/** API groups of Kubernetes itself. kustomize knows the schemas of these only: lists of other kinds are replaced whole. */
const ownGroups = new Set([
  '',
  'apps',
  'batch',
  'autoscaling',
  'policy',
  'extensions',
  'admissionregistration.k8s.io',
  'apiextensions.k8s.io',
  'apiregistration.k8s.io',
  'certificates.k8s.io',
  'coordination.k8s.io',
  'discovery.k8s.io',
  'events.k8s.io',
  'flowcontrol.apiserver.k8s.io',
  'networking.k8s.io',
  'node.k8s.io',
  'rbac.authorization.k8s.io',
  'resource.k8s.io',
  'scheduling.k8s.io',
  'storage.k8s.io',
])

/** x-kubernetes-patch-merge-key and x-kubernetes-list-map-keys of the API, by the name of the list. */
const mergedLists: Readonly<Record<string, readonly string[]>> = {
  containers: ['name'],
  initContainers: ['name'],
  ephemeralContainers: ['name'],
  env: ['name'],
  volumes: ['name'],
  volumeMounts: ['mountPath'],
  volumeDevices: ['devicePath'],
  imagePullSecrets: ['name'],
  secrets: ['name'],
  hostAliases: ['ip'],
  conditions: ['type'],
  topologySpreadConstraints: ['topologyKey', 'whenUnsatisfiable'],
  resourceClaims: ['name'],
  claims: ['name'],
  schedulingGates: ['name'],
  webhooks: ['name'],
  matchConditions: ['name'],
  variables: ['name'],
  ownerReferences: ['uid'],
}

/** Fields that tell elements apart where no schema is known, the most telling first. */
const tellingFields = [
  'name', 'key', 'id', 'alert', 'record', 'containerPort', 'port', 'mountPath', 'devicePath', 'topologyKey', 'ip',
  'secretKey', 'type', 'host', 'path',
] as const // biome-ignore format: one list

/** The merge keys of the list at a path of an object, or undefined when a patch replaces it whole. */
export function mergeKeysOf(apiVersion: string, kind: string, path: readonly string[]): readonly string[] | undefined {
  const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : ''
  if (!ownGroups.has(group)) return undefined
  const list = path.at(-1) ?? ''
  if (list === 'ports') {
    if (kind === 'Service' && path.length === 2) return ['port', 'protocol']
    return /ontainers$/.test(path.at(-3) ?? '') ? ['containerPort', 'protocol'] : undefined
  }
  return Object.hasOwn(mergedLists, list) ? mergedLists[list] : undefined
}

/** The field that is a different scalar in every element of a list, if there is one. */
export function tellingField(list: readonly unknown[]): string | undefined {
  return tellingFields.find((field) => {
    const values = list.map((item) => (isPlainMap(item) ? item[field] : undefined))
    return values.every(isScalarValue) && new Set(values.map(String)).size === values.length
  })
}

function isScalarValue(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

/** Whether two elements agree in the keys; an absent protocol is TCP. */
export function agree(one: unknown, other: unknown, keys: readonly string[]): boolean {
  if (!isPlainMap(one) || !isPlainMap(other)) return false
  const read = (map: typeof one, key: string) => String(map[key] ?? (key === 'protocol' ? 'TCP' : ''))
  return keys.every((key) => read(one, key) === read(other, key)) && one[keys[0] ?? ''] !== undefined
}
