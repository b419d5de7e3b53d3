// What the testbed and its tests ask of the API server: by its REST interface, without a program in between.
import { type Answer, type Call, type Client, createClient, type Endpoint } from './http.ts'

export type KubernetesObject = {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly [field: string]: unknown }
  readonly [field: string]: unknown
}

export type ApiServer = {
  readonly call: (path: string, call?: Call) => Promise<Answer>
  /** Server-side apply. Throws with the server's message when it refuses. */
  readonly apply: (...objects: readonly KubernetesObject[]) => Promise<void>
  /** Path of an object, or of its collection when it has no name. Throws when the server does not serve the kind. */
  readonly pathOf: (
    object: Pick<KubernetesObject, 'apiVersion' | 'kind'> & { metadata?: Partial<KubernetesObject['metadata']> },
  ) => Promise<string>
  /** The object, or undefined when there is none. */
  readonly get: (path: string) => Promise<Record<string, unknown> | undefined>
}

/** The server knows no such kind, in this version. */
export class UnservedKind extends Error {
  override readonly name: string = 'UnservedKind'
}

type Resource = { readonly name: string; readonly namespaced: boolean }

export function createApiServer(endpoint: Endpoint): ApiServer {
  const call: Client = createClient(endpoint)
  const groups = new Map<string, Map<string, Resource>>()
  const resourceOf = async (apiVersion: string, kind: string): Promise<Resource> => {
    // Asked again when the kind is not known: CustomResourceDefinitions come later.
    const known = groups.get(apiVersion)?.get(kind)
    if (known !== undefined) return known
    const resources = await discover(call, apiVersion)
    groups.set(apiVersion, resources)
    const found = resources.get(kind)
    if (found === undefined) throw new UnservedKind(`the API server does not serve ${apiVersion} ${kind}`)
    return found
  }
  const pathOf: ApiServer['pathOf'] = async ({ apiVersion, kind, metadata = {} }) => {
    const { name, namespaced } = await resourceOf(apiVersion, kind)
    const namespace = namespaced ? `/namespaces/${metadata.namespace ?? 'default'}` : ''
    return `${root(apiVersion)}${namespace}/${name}${metadata.name === undefined ? '' : `/${metadata.name}`}`
  }
  return {
    call,
    pathOf,
    apply: async (...objects) => {
      for (const object of objects) {
        const path = `${await pathOf(object)}?fieldManager=testbed&force=true`
        const { status, text } = await call(path, {
          method: 'PATCH',
          body: object,
          type: 'application/apply-patch+yaml',
        })
        if (status >= 300) throw new Error(`${object.kind} ${object.metadata.name} was refused: ${messageOf(text)}`)
      }
    },
    get: async (path) => {
      const { status, text } = await call(path)
      if (status === 404) return undefined
      if (status >= 300) throw new Error(`GET ${path}: ${messageOf(text)}`)
      return JSON.parse(text) as Record<string, unknown>
    },
  }
}

/** The message of a Status object, else the text itself. */
export function messageOf(text: string): string {
  try {
    const { message } = JSON.parse(text) as { message?: string }
    return message ?? text
  } catch {
    return text
  }
}

const root = (apiVersion: string) => (apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`)

async function discover(call: Client, apiVersion: string): Promise<Map<string, Resource>> {
  const { status, text } = await call(root(apiVersion))
  if (status === 404) return new Map()
  if (status >= 300) throw new Error(`GET ${root(apiVersion)}: ${messageOf(text)}`)
  const { resources } = JSON.parse(text) as { resources: (Resource & { readonly kind: string })[] }
  return new Map(resources.filter(({ name }) => !name.includes('/')).map((one) => [one.kind, one]))
}
