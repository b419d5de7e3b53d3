// Which files a kustomization reads, found by following its references: nothing is built.
import { listOf, mappingOf, textOf } from '../yaml/data.ts'
import { joinPath, onlyFiles, type SourceFiles } from './source-files.ts'

/** A patch file, or a patch that is written in place: its text and where it stands. */
export type Patch = string | { readonly text: string; readonly path: readonly (string | number)[] }

export type Kustomization = {
  /** Path of the kustomization file itself. */
  readonly file: string
  /** Its plain data; the document is always the first. */
  readonly data: unknown
  readonly patches: readonly Patch[]
  /** Values of charts that it inflates, from the weakest to the strongest: files, and where values stand in this file. */
  readonly charts: readonly {
    readonly valueFiles: readonly string[]
    readonly inline: readonly (string | number)[] | undefined
  }[]
  /** Manifests that it names. */
  readonly manifests: readonly string[]
  /** Kustomizations that it builds on, components last, since they change what was before them. */
  readonly children: readonly Kustomization[]
}

const fileNames = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'] as const
/** No overlay of a person's is deeper. */
const maxDepth = 32

type Read = Omit<Kustomization, 'children'> & { readonly below: readonly string[] }

/** Reads kustomizations; each file once, however many refer to it. */
export function kustomizationReader(files: SourceFiles): (directory: string) => Promise<Kustomization | undefined> {
  const known = new Map<string, Promise<Read | undefined>>()
  const readOnce = (directory: string) => {
    const answer = known.get(directory) ?? readOne(directory, files)
    known.set(directory, answer)
    return answer
  }
  // What is remembered is a file, not a tree: two trees that wait for each other in a circle would wait for ever.
  const follow = async (directory: string, way: readonly string[]): Promise<Kustomization | undefined> => {
    const read = way.includes(directory) || way.length > maxDepth ? undefined : await readOnce(directory)
    if (read === undefined) return undefined
    const { below, ...rest } = read
    const children = await Promise.all(below.map((path) => follow(path, [...way, directory])))
    return { ...rest, children: children.filter((child) => child !== undefined) }
  }
  return (directory) => follow(directory, [])
}

async function readOne(directory: string, files: SourceFiles): Promise<Read | undefined> {
  const candidates = fileNames.map((name) => joinPath(directory, name) ?? '')
  const [file] = await onlyFiles(candidates, files)
  const documents = file === undefined ? undefined : await files.documents(file)
  if (file === undefined || documents === undefined) return undefined
  const data = documents[0]
  const fields = mappingOf(data)
  const paths = (field: string) =>
    listOf(fields[field]).flatMap((item) => joinPath(directory, textOf(item) ?? 'https://') ?? [])
  const named = [...paths('resources'), ...paths('bases'), ...paths('components')]
  const types = await Promise.all(named.map((path) => files.typeOf(path)))
  return {
    file,
    data,
    patches: patchesOf(fields, directory),
    charts: chartsOf(fields, directory),
    manifests: named.filter((_, index) => types[index] === 'file'),
    below: named.filter((_, index) => types[index] === 'directory'),
  }
}

function chartsOf(fields: Readonly<Record<string, unknown>>, directory: string): Kustomization['charts'] {
  return listOf(fields.helmCharts).map((item, index) => {
    const { valuesFile, additionalValuesFiles, valuesInline } = mappingOf(item)
    const named = [valuesFile, ...listOf(additionalValuesFiles)].flatMap((path) => textOf(path) ?? [])
    return {
      valueFiles: named.flatMap((path) => joinPath(directory, path) ?? []),
      inline: valuesInline === undefined ? undefined : ['helmCharts', index, 'valuesInline'],
    }
  })
}

function patchesOf(fields: Readonly<Record<string, unknown>>, directory: string): readonly Patch[] {
  const file = (path: string | undefined): readonly Patch[] => {
    const joined = path === undefined ? undefined : joinPath(directory, path)
    return joined === undefined ? [] : [joined]
  }
  const inPlace = (text: string | undefined, path: readonly (string | number)[]): readonly Patch[] =>
    text === undefined ? [] : [{ text, path }]
  return [
    ...listOf(fields.patchesStrategicMerge).flatMap((item, index) => {
      const text = textOf(item)
      return text?.includes('\n') ? inPlace(text, ['patchesStrategicMerge', index]) : file(text)
    }),
    ...(['patches', 'patchesJson6902'] as const).flatMap((field) =>
      listOf(fields[field]).flatMap((item, index) => {
        const { path, patch } = mappingOf(item)
        return [...file(textOf(path)), ...inPlace(textOf(patch), [field, index, 'patch'])]
      }),
    ),
  ]
}
