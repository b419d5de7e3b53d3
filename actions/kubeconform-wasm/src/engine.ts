// The engine as the rest of the code sees it: one typed function per operation.

import { availableParallelism } from 'node:os'
import { loadArtefacts, type Workload, workerScript } from './artefacts.ts'
import { parseExact } from './exact-json.ts'
import type { CallRequest } from './pool/call.ts'
import { createPool, type PoolProgress } from './pool/pool.ts'
import type { StartMessage } from './pool/worker-messages.ts'
import type {
  CrdsAnswer,
  CrdsRequest,
  DocumentsAnswer,
  DocumentsRequest,
  FileTree,
  KindAnswer,
  KindRequest,
  KubeconformAnswer,
  KubeconformRequest,
  RenderAnswer,
  RenderRequest,
  ReviewAnswer,
  ReviewRequest,
  TemplateAnswer,
  TemplateRequest,
} from './protocol.ts'

/** Workers that start before anything is asked; on larger machines more follow when calls queue up. */
const workersAtOnce = 4

export type EngineOptions = {
  /** Workers at most; absent: one per core. */
  readonly workers?: number
  /** How many calls to expect, when it is known: no more workers than that are started. */
  readonly expectedCalls?: number
  /** Whether there is little to do or much, as soon as it is known, or absent: much. The start waits for it. */
  readonly workload?: Workload | Promise<Workload>
  /** Milliseconds that one call may take before its worker is replaced; absent: 60,000. */
  readonly timeLimit?: number
  readonly onProgress?: (progress: PoolProgress) => void
  /** Where the built engine lies, ending in `/`; absent: beside this code. */
  readonly directory?: URL
  /** Schema bundles for a module that is not pre-initialised: the contents of `schemas/bundle`. */
  readonly bundles?: SchemaBundles
  /** Allows the operation `fault`, which breaks an instance on purpose. For tests. */
  readonly faults?: boolean
}

export type SchemaBundles = { readonly kubernetes: Uint8Array; readonly crds: Uint8Array }

/** Every function rejects with an EngineError that names the call; what an answer says of its input is data. */
export type Engine = {
  /** Renders one source and checks its objects. */
  readonly render: (tree: FileTree, request: RenderRequest) => Promise<RenderAnswer>
  /** Reads the objects of single files. */
  readonly documents: (tree: FileTree, request: DocumentsRequest) => Promise<DocumentsAnswer>
  /** Checks objects that belong to the whole tree: custom resources, changes of the base's objects, policies. */
  readonly review: (request: ReviewRequest) => Promise<ReviewAnswer>
  /** Executes a Go template with Sprig. */
  readonly template: (request: TemplateRequest) => Promise<TemplateAnswer>
  /** Makes CRDs known in every worker, in place of those of the last call. Wait for it, and before it for what shall not see them. */
  readonly crds: (request: CrdsRequest) => Promise<CrdsAnswer>
  /** kubeconform's own verdict on one document. */
  readonly kubeconform: (request: KubeconformRequest) => Promise<KubeconformAnswer>
  /** What the catalogue knows of a kind. */
  readonly kind: (request: KindRequest) => Promise<KindAnswer>
  /** Any operation by its name: bytes in, bytes out. For tests and measurements. */
  readonly call: (operation: string, input: Uint8Array) => Promise<Uint8Array>
  /** Ends every worker; calls that were not answered fail with `closed`. */
  readonly close: () => Promise<void>
}

/** The input of the operation `schemas`. */
export const schemasInput = ({ kubernetes, crds }: SchemaBundles): Buffer =>
  Buffer.concat([...[Buffer.from('{"kubernetes":'), kubernetes, Buffer.from(',"crds":'), crds, Buffer.from('}')]])

const startMessage = async (options: EngineOptions): Promise<StartMessage> => {
  const { module, runtime, manifest } = await loadArtefacts(options.directory, options.workload)
  const common = { type: 'start', module, runtime, faults: options.faults ?? false } as const
  if (manifest.snapshot) return { ...common, snapshot: manifest.snapshot, before: [] }
  const schemas = options.bundles ? [{ operation: 'schemas', input: schemasInput(options.bundles) }] : []
  return { ...common, before: [...schemas, { operation: 'warm', input: new Uint8Array() }] }
}

/** Starts the workers and returns at once; the first calls wait for them. An idle engine does not keep the process alive. */
export const startEngine = (options: EngineOptions = {}): Engine => {
  const cores = options.workers ?? availableParallelism()
  const maximumWorkers = Math.max(1, Math.min(cores, options.expectedCalls ?? cores))
  const artefacts = startMessage(options)
  const pool = createPool({
    script: workerScript(),
    artefacts,
    workers: Math.min(maximumWorkers, workersAtOnce),
    maximumWorkers,
    timeLimit: options.timeLimit ?? 60_000,
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
  })
  const decoder = new TextDecoder()
  const ask = async <Answer>(request: CallRequest): Promise<Answer> =>
    parseExact(decoder.decode(await pool.run(request))) as Answer
  return {
    render: (tree, request) => {
      const directory = request.source.path
      return ask({ operation: 'render', request, subject: directory, tree, directory })
    },
    documents: (tree, request) => {
      const subject = request.paths.length === 1 ? (request.paths[0] ?? '') : `${request.paths.length} files`
      return ask({ operation: 'documents', request, subject, tree })
    },
    review: (request) => ask({ operation: 'review', request, subject: `${request.items.length} objects` }),
    template: (request) => ask({ operation: 'template', request }),
    crds: async (request) => {
      const subject = `${request.crds.length} CustomResourceDefinitions`
      return parseExact(decoder.decode(await pool.broadcast({ operation: 'crds', request, subject }))) as CrdsAnswer
    },
    kubeconform: (request) => ask({ operation: 'kubeconform', request }),
    kind: (request) => ask({ operation: 'kind', request, subject: `${request.apiVersion} ${request.kind}` }),
    call: (operation, input) => pool.run({ operation, request: input }),
    close: pool.close,
  }
}
