// An Argo CD Application: what it deploys, from which sources, to where.
import type { JsonObject, JsonValue, KubernetesObject } from '../kubernetes/object.ts'

export type ApplicationSource = {
  /** JSON pointer of the source in the Application's document. */
  readonly pointer: string
  readonly repository: string
  readonly revision: string
  /** Relative to the root of the repository; undefined for charts and for sources that only lend values. */
  readonly path: string | undefined
  readonly chart: string | undefined
  /** `ref` of a source that others take values from. */
  readonly ref: string | undefined
  readonly helm: JsonObject | undefined
  readonly kustomize: JsonObject | undefined
  readonly directory: JsonObject | undefined
  readonly plugin: JsonObject | undefined
}

export type Application = {
  readonly name: string
  readonly namespace: string
  readonly project: string
  readonly labels: Readonly<Record<string, string>>
  readonly sources: readonly ApplicationSource[]
  /** Server URL or cluster name. */
  readonly cluster: string
  /** `spec.destination.namespace`. */
  readonly destinationNamespace: string | undefined
}

/** Namespace that Argo CD itself runs in, where an Application names none. */
export const argocdNamespace = 'argocd'
/** The cluster that Argo CD itself runs in, under both of its names. */
export const inCluster = 'https://kubernetes.default.svc'

/** Says whether an object is an Application that names what it deploys (a patch of one does not). */
export function isApplication(object: JsonObject): boolean {
  const spec = asObject(object.spec)
  return (
    object.kind === 'Application' &&
    group(object.apiVersion) === 'argoproj.io' &&
    spec !== undefined &&
    (asObject(spec.source) !== undefined || Array.isArray(spec.sources))
  )
}

/** Says whether an object has a name, as text: what has none cannot be deployed, and its schema says so. */
export function isNamed(object: JsonObject): boolean {
  return asText(asObject(object.metadata)?.name) !== undefined
}

/** Says whether an object is an ApplicationSet. */
export function isApplicationSet(object: JsonObject): boolean {
  return object.kind === 'ApplicationSet' && group(object.apiVersion) === 'argoproj.io'
}

/** Reads an Application. Fields of a wrong type count as absent: the schema check reports them. */
export function readApplication(object: KubernetesObject): Application {
  const spec = asObject(object.spec) ?? {}
  const destination = asObject(spec.destination) ?? {}
  const metadata = asObject(object.metadata as JsonValue | undefined) ?? {}
  const name = asText(destination.name)
  return {
    name: asText(metadata.name) ?? '',
    namespace: asText(metadata.namespace) ?? argocdNamespace,
    project: asText(spec.project) ?? 'default',
    labels: textValues(asObject(metadata.labels)),
    sources: readSources(spec),
    cluster: asText(destination.server) ?? (name === undefined || name === 'in-cluster' ? inCluster : name),
    destinationNamespace: asText(destination.namespace),
  }
}

/** Where Argo CD has both, `sources` wins over `source` (ApplicationSpec.GetSources, v3.5). */
function readSources(spec: JsonObject): readonly ApplicationSource[] {
  const several = Array.isArray(spec.sources) ? (spec.sources as readonly JsonValue[]) : []
  if (several.length > 0) {
    return several.flatMap((source, index) => {
      const fields = asObject(source)
      return fields === undefined ? [] : [readSource(fields, `/spec/sources/${index}`)]
    })
  }
  const one = asObject(spec.source)
  return one === undefined ? [] : [readSource(one, '/spec/source')]
}

function readSource(fields: JsonObject, pointer: string): ApplicationSource {
  const path = asText(fields.path)
  return {
    pointer,
    repository: asText(fields.repoURL) ?? '',
    revision: asText(fields.targetRevision) ?? 'HEAD',
    path: path === undefined ? undefined : cleanPath(path),
    chart: asText(fields.chart),
    ref: asText(fields.ref),
    helm: asObject(fields.helm),
    kustomize: asObject(fields.kustomize),
    directory: asObject(fields.directory),
    plugin: asObject(fields.plugin),
  }
}

function cleanPath(path: string): string {
  return path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/')
}

function group(apiVersion: JsonValue | undefined): string | undefined {
  return typeof apiVersion === 'string' ? apiVersion.split('/')[0] : undefined
}

function asObject(value: JsonValue | undefined): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined
}

function asText(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function textValues(object: JsonObject | undefined): Readonly<Record<string, string>> {
  const entries = Object.entries(object ?? {})
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}
