// The Services to which routes and ingresses send traffic.

import { groupKindOf } from './objects.ts'
import type { WorldObject } from './rule.ts'
import { field, matchPath, pointer, type Segment, textAt } from './values.ts'

export type Backend = {
  readonly pointer: string
  readonly portPointer: string
  readonly namespace: string
  readonly service: string
  readonly port: number | string | undefined
}

const routeKinds = ['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute', 'UDPRoute'] as const
export const backendKinds: readonly string[] = [
  ...routeKinds.map((kind) => `gateway.networking.k8s.io/${kind}`),
  'networking.k8s.io/Ingress',
]

const routePaths: readonly (readonly Segment[])[] = [
  ['spec', 'rules', '*', 'backendRefs', '*'],
  ['spec', 'rules', '*', 'filters', '*', 'requestMirror', 'backendRef'],
]
const ingressPaths: readonly (readonly Segment[])[] = [
  ['spec', 'defaultBackend', 'service'],
  ['spec', 'rules', '*', 'http', 'paths', '*', 'backend', 'service'],
]

const portOf = (...values: readonly unknown[]): number | string | undefined =>
  values.find(
    (value): value is number | string => typeof value === 'number' || (typeof value === 'string' && value !== ''),
  )

/** All backends of an object that are Services; other kinds of backend are for their controllers to judge. */
export const backendsOf = (item: WorldObject): readonly Backend[] => {
  const namespace = item.namespace ?? ''
  if (groupKindOf(item) === 'networking.k8s.io/Ingress')
    return ingressPaths
      .flatMap((pattern) => matchPath(item.object, pattern))
      .flatMap(({ value, path }) => {
        const service = textAt(value, 'name')
        if (service === undefined) return []
        const port = portOf(field(value, 'port', 'number'), field(value, 'port', 'name'))
        return [{ pointer: pointer(...path, 'name'), portPointer: pointer(...path, 'port'), namespace, service, port }]
      })
  return routePaths
    .flatMap((pattern) => matchPath(item.object, pattern))
    .flatMap(({ value, path }) => {
      const service = textAt(value, 'name')
      if (service === undefined || (textAt(value, 'kind') ?? 'Service') !== 'Service') return []
      if (textAt(value, 'group') !== undefined) return []
      return [
        {
          pointer: pointer(...path, 'name'),
          portPointer: pointer(...path, 'port'),
          namespace: textAt(value, 'namespace') ?? namespace,
          service,
          port: portOf(field(value, 'port')),
        },
      ]
    })
}
