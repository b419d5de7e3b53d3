// Which host names, paths and listeners an object claims for itself.
import type { JsonValue } from '../kubernetes/object.ts'
import { annotation, groupKindOf } from './objects.ts'
import type { WorldObject } from './rule.ts'
import { field, listAt, matchPath, objectAt, pointer, textAt } from './values.ts'

export type Claim = {
  readonly owner: WorldObject
  readonly host: string
  readonly pointer: string
  /** Two claims meet only in one plane: one Gateway, one ingress class, one set of Istio gateways. */
  readonly plane: string
  /** Part of the plane, such as a listener; undefined claims all of it. */
  readonly section: string | undefined
  /** What of the host is claimed, as text: path, methods, headers. */
  readonly requests: readonly string[]
}

const hostsAt = (item: WorldObject, ...path: readonly string[]): readonly { host: string; pointer: string }[] =>
  matchPath(item.object, path).flatMap(({ value, path: at }) =>
    typeof value === 'string' && value !== '' && value !== '*'
      ? [{ host: value.toLowerCase(), pointer: pointer(...at) }]
      : [],
  )

/** Order of keys must not make two equal matches differ. */
const canonical = (value: JsonValue): string =>
  JSON.stringify(value, (_, part: JsonValue) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )

/** The defaults of the Gateway API: no rule, no match or no path is the prefix `/`. */
const requestOf = (match: JsonValue | undefined): string => {
  const path = { type: 'PathPrefix', value: '/', ...objectAt(match, 'path') }
  return canonical({ ...objectAt(match), path })
}

const routeRequests = (route: WorldObject): readonly string[] => {
  const rules = listAt(route.object, 'spec', 'rules')
  if (rules.length === 0) return [requestOf(undefined)]
  return rules.flatMap((rule) => {
    const matches = listAt(rule, 'matches')
    return matches.length === 0 ? [requestOf(undefined)] : matches.map(requestOf)
  })
}

const route = (item: WorldObject): readonly Claim[] => {
  const requests = routeRequests(item)
  return listAt(item.object, 'spec', 'parentRefs').flatMap((parent) => {
    if ((textAt(parent, 'kind') ?? 'Gateway') === 'Service') return []
    const gateway = `${textAt(parent, 'kind') ?? 'Gateway'} ${textAt(parent, 'namespace') ?? item.namespace ?? ''}/${textAt(parent, 'name') ?? ''}`
    const port = field(parent, 'port')
    const section = textAt(parent, 'sectionName') ?? (typeof port === 'number' ? `port ${port}` : undefined)
    return hostsAt(item, 'spec', 'hostnames', '*').map((at) => ({
      ...at,
      owner: item,
      plane: gateway,
      section,
      requests,
    }))
  })
}

const ingress = (item: WorldObject): readonly Claim[] => {
  if (annotation(item, 'nginx.ingress.kubernetes.io/canary') === 'true') return []
  const plane = `Ingress ${textAt(item.object, 'spec', 'ingressClassName') ?? annotation(item, 'kubernetes.io/ingress.class') ?? ''}`
  return listAt(item.object, 'spec', 'rules').flatMap((rule, index) => {
    const host = textAt(rule, 'host')
    if (host === undefined) return []
    const paths = listAt(rule, 'http', 'paths').map((path) => textAt(path, 'path') ?? '/')
    const at = pointer('spec', 'rules', index, 'host')
    return [
      {
        owner: item,
        host: host.toLowerCase(),
        pointer: at,
        plane,
        section: undefined,
        requests: paths.length === 0 ? ['/'] : paths,
      },
    ]
  })
}

const virtualService = (item: WorldObject): readonly Claim[] => {
  const gateways = listAt(item.object, 'spec', 'gateways').filter(
    (name): name is string => typeof name === 'string' && name !== 'mesh',
  )
  const requests = listAt(item.object, 'spec', 'http').flatMap((rule) => {
    const matches = listAt(rule, 'match')
    return matches.length === 0 ? ['*'] : matches.map(canonical)
  })
  return gateways.flatMap((name) => {
    const plane = `Istio gateway ${name.includes('/') ? name : `${item.namespace ?? ''}/${name}`}`
    return hostsAt(item, 'spec', 'hosts', '*').map((at) => ({
      ...at,
      owner: item,
      plane,
      section: undefined,
      requests,
    }))
  })
}

/** Listeners of different Gateways have different addresses: a host can point to one of them. */
const gateway = (item: WorldObject): readonly Claim[] =>
  listAt(item.object, 'spec', 'listeners').flatMap((listener, index) => {
    const host = textAt(listener, 'hostname')
    if (host === undefined || host.startsWith('*')) return []
    const at = pointer('spec', 'listeners', index, 'hostname')
    const plane = `Gateways of class ${textAt(item.object, 'spec', 'gatewayClassName') ?? ''}`
    return [
      {
        owner: item,
        host: host.toLowerCase(),
        pointer: at,
        plane,
        section: undefined,
        requests: [String(field(listener, 'port') ?? '')],
      },
    ]
  })

const istioGateway = (item: WorldObject): readonly Claim[] =>
  listAt(item.object, 'spec', 'servers').flatMap((server, index) =>
    listAt(server, 'hosts').flatMap((host, at) => {
      if (typeof host !== 'string' || host === '' || host.includes('*')) return []
      const plane = `Istio gateways ${canonical(field(item.object, 'spec', 'selector') ?? null)}`
      const claimed = host.slice(host.indexOf('/') + 1).toLowerCase()
      const requests = [String(field(server, 'port', 'number') ?? '')]
      return [
        {
          owner: item,
          host: claimed,
          pointer: pointer('spec', 'servers', index, 'hosts', at),
          plane,
          section: undefined,
          requests,
        },
      ]
    }),
  )

const readers: Readonly<Record<string, (item: WorldObject) => readonly Claim[]>> = {
  'gateway.networking.k8s.io/Gateway': gateway,
  'gateway.networking.k8s.io/GRPCRoute': route,
  'gateway.networking.k8s.io/HTTPRoute': route,
  'gateway.networking.k8s.io/TLSRoute': route,
  'networking.istio.io/Gateway': istioGateway,
  'networking.istio.io/VirtualService': virtualService,
  'networking.k8s.io/Ingress': ingress,
}

export const claimingKinds: readonly string[] = Object.keys(readers)

/** The claims of an object of one of the claiming kinds; none for other kinds. */
export const claimsOf = (item: WorldObject): readonly Claim[] => {
  const groupKind = groupKindOf(item)
  return Object.hasOwn(readers, groupKind) ? (readers[groupKind]?.(item) ?? []) : []
}
