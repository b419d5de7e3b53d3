// Finding the Applications that stand in files, before anything is rendered.
import type { Engine } from '../../kubeconform-wasm/src/index.ts'
import type { RenderFailure } from '../../kubeconform-wasm/src/protocol.ts'
import { isApplication, isApplicationSet, isNamed } from '../argocd/application.ts'
import type { Tree } from '../git/tree.ts'
import type { KubernetesObject } from '../kubernetes/object.ts'
import type { RawProblem, Written } from './side.ts'
import { decodeText } from './text.ts'

export type Discovered = {
  readonly applications: readonly Written[]
  readonly applicationSets: readonly Written[]
  /** Files that seem to hold Applications and cannot be read. */
  readonly problems: readonly RawProblem[]
}

const manifestName = /\.(ya?ml|json)$/
/** Larger files (the CRDs of Argo CD itself, say) are parsed only when a document of theirs is an Application. */
const largeBytes = 1024 * 1024
const marker = Buffer.from('argoproj.io/')
const kindMarker = Buffer.from('Application')

/**
 * Reads every manifest below the roots that can hold an Application or ApplicationSet.
 * @param roots paths from the root of the tree; '' is all of it
 */
export async function discover(tree: Tree, engine: Engine, roots: readonly string[]): Promise<Discovered> {
  const candidates = new Set(roots.flatMap((root) => (tree.files.has(root) ? [root] : tree.list(root))))
  const paths: string[] = []
  const reading = [...candidates].filter((path) => manifestName.test(path))
  for (let start = 0; start < reading.length; start += 128) {
    const slice = reading.slice(start, start + 128)
    const mentions = await Promise.all(slice.map((path) => mentionsApplications(tree, path)))
    paths.push(...slice.filter((_, index) => mentions[index]))
  }
  if (paths.length === 0) return { applications: [], applicationSets: [], problems: [] }
  const { objects, failures } = await engine.documents(tree, { paths })
  const written = objects.map(({ object, origin }): Written => {
    return { object: object as KubernetesObject, origin, source: { type: 'directory', path: '' }, by: undefined }
  })
  return {
    applications: written.filter((one) => isApplication(one.object) && isNamed(one.object)),
    applicationSets: written.filter((one) => isApplicationSet(one.object) && isNamed(one.object)),
    problems: failures.flatMap((failure) => unreadable(failure, tree)),
  }
}

/** A file that cannot be read may hide an Application. Templates of charts are no manifests and are left alone. */
function unreadable(failure: RenderFailure, tree: Tree): RawProblem[] {
  const { file, line, column, message, reason } = failure
  // A document without a kind is some other kind of file, unless an Application deploys it: then rendering says so.
  if (file === undefined || reason === 'no-object' || isChartTemplate(file, tree)) return []
  return [
    {
      rule: failure.type === 'gap' ? 'not-judged' : 'yaml-syntax',
      message: `the Applications of ${file} cannot be read: ${message}`,
      pointer: '',
      value: message,
      at: { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) },
    },
  ]
}

function isChartTemplate(file: string, tree: Tree): boolean {
  return [...file.matchAll(/(?<=^|\/)templates\//g)].some(({ index }) =>
    tree.files.has(`${file.slice(0, index)}Chart.yaml`),
  )
}

async function mentionsApplications(tree: Tree, path: string): Promise<boolean> {
  const entry = await tree.read(path)
  if (entry.type !== 'file') return false
  const { buffer, byteOffset, byteLength } = entry.bytes
  const utf16 = (entry.bytes[0] ?? 0) >= 0xfe
  const bytes = utf16 ? Buffer.from(decodeText(entry.bytes)) : Buffer.from(buffer, byteOffset, byteLength)
  if (byteLength > largeBytes) return /^kind: *["']?Application/m.test(bytes.toString('latin1'))
  return bytes.includes(marker) && bytes.includes(kindMarker)
}
