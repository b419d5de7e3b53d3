// Which files a kustomization reads, found by following its references: nothing is built.
import { listOf, type Mapping, mappingOf, textOf } from '../yaml/data.ts'
import type { Path } from '../yaml/text-file.ts'
import { joinPath, onlyFiles, type SourceFiles } from './source-files.ts'

/** A patch: a file, or text that is written in place. `target` says which objects, where the patch itself does not. */
export type Patch = {
  readonly target: { readonly kind?: string; readonly name?: string; readonly selects?: true } | undefined
} & (
  | { readonly file: string }
  | { readonly text: string; readonly at: { readonly file: string; readonly document: number; readonly path: Path } }
)

export type Kustomization = {
  /** Path of the kustomization file itself. */
  readonly file: string
  readonly directory: string
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
  /** Whether something that it builds on cannot be followed: another repository, a plugin, a file that cannot be read. */
  readonly hasUnknown: boolean
  /** Kustomizations that it builds on, components last, since they change what was before them. */
  readonly children: readonly Kustomization[]
}

const fileNames = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'] as const
/** No overlay of a person's is deeper. */
const maxDepth = 32
/** A kustomization that names another twice, which does the same, and so on, would double with every level. */
const maxNodes = 2000

type Read = Omit<Kustomization, 'children'> & { readonly below: readonly string[] }

export type KustomizationReader = {
  /** The kustomization of a directory; undefined when there is none, or it cannot be read. */
  readonly read: (directory: string) => Promise<Kustomization | undefined>
  /** Whether a directory has a kustomization at all. */
  readonly fileOf: (directory: string) => Promise<string | undefined>
}

/** Reads kustomizations; each file once, however many refer to it. */
export function kustomizationReader(files: SourceFiles): KustomizationReader {
  const known = new Map<string, Promise<Read | undefined>>()
  const readOnce = (directory: string) => {
    const answer = known.get(directory) ?? readOne(directory, files)
    known.set(directory, answer)
    return answer
  }
  // What is remembered is a file, not a tree: two trees that wait for each other in a circle would wait for ever.
  const follow = async (
    directory: string,
    way: readonly string[],
    left: { nodes: number },
  ): Promise<Kustomization | undefined> => {
    left.nodes -= 1
    const isTooMuch = way.includes(directory) || way.length > maxDepth || left.nodes < 0
    const read = isTooMuch ? undefined : await readOnce(directory)
    if (read === undefined) return undefined
    const { below, ...rest } = read
    const children = await Promise.all(below.map((path) => follow(path, [...way, directory], left)))
    const found = children.filter((child) => child !== undefined)
    return { ...rest, hasUnknown: rest.hasUnknown || found.length < below.length, children: found }
  }
  return {
    read: (directory) => follow(directory, [], { nodes: maxNodes }),
    fileOf: (directory) => fileOf(directory, files),
  }
}

async function fileOf(directory: string, files: SourceFiles): Promise<string | undefined> {
  const [file] = await onlyFiles(
    fileNames.map((name) => joinPath(directory, name) ?? ''),
    files,
  )
  return file
}

async function readOne(directory: string, files: SourceFiles): Promise<Read | undefined> {
  const file = await fileOf(directory, files)
  const documents = file === undefined ? undefined : await files.documents(file)
  if (file === undefined || documents === undefined) return undefined
  const data = documents[0]
  const fields = mappingOf(data)
  const references = (['resources', 'bases', 'components'] as const).flatMap((field) => listOf(fields[field]))
  const named = references.flatMap((item) => joinPath(directory, textOf(item) ?? 'https://') ?? [])
  const types = await Promise.all(named.map((path) => files.typeOf(path)))
  const unknown = named.length < references.length || types.includes('missing')
  return {
    file,
    directory,
    data,
    patches: patchesOf(fields, directory, file),
    charts: chartsOf(fields, directory),
    manifests: named.filter((_, index) => types[index] === 'file'),
    below: named.filter((_, index) => types[index] === 'directory'),
    hasUnknown:
      unknown ||
      ['generators', 'transformers', 'helmCharts', 'helmChartInflationGenerator'].some(
        (field) => listOf(fields[field]).length > 0,
      ),
  }
}

function chartsOf(fields: Mapping, directory: string): Kustomization['charts'] {
  return listOf(fields.helmCharts).map((item, index) => {
    const { valuesFile, additionalValuesFiles, valuesInline } = mappingOf(item)
    const named = [valuesFile, ...listOf(additionalValuesFiles)].flatMap((path) => textOf(path) ?? [])
    return {
      valueFiles: named.flatMap((path) => joinPath(directory, path) ?? []),
      inline: valuesInline === undefined ? undefined : ['helmCharts', index, 'valuesInline'],
    }
  })
}

/**
 * The patches of a kustomization, or of an Application's kustomize options, which have the same form.
 * @param file where they are written; `prefix` is the way to the fields there
 */
export function patchesOf(
  fields: Mapping,
  directory: string,
  file: string,
  document = 0,
  prefix: Path = [],
): readonly Patch[] {
  const fromFile = (path: string | undefined, target: Patch['target']): readonly Patch[] => {
    const joined = path === undefined ? undefined : joinPath(directory, path)
    return joined === undefined ? [] : [{ file: joined, target }]
  }
  const inPlace = (text: string | undefined, path: Path, target: Patch['target']): readonly Patch[] =>
    text === undefined ? [] : [{ text, at: { file, document, path: [...prefix, ...path] }, target }]
  return [
    ...listOf(fields.patchesStrategicMerge).flatMap((item, index) => {
      const text = textOf(item)
      return text?.includes('\n')
        ? inPlace(text, ['patchesStrategicMerge', index], undefined)
        : fromFile(text, undefined)
    }),
    ...(['patches', 'patchesJson6902'] as const).flatMap((field) =>
      listOf(fields[field]).flatMap((item, index) => {
        const { path, patch, target } = mappingOf(item)
        const selector = target === undefined ? undefined : targetOf(target)
        return [...fromFile(textOf(path), selector), ...inPlace(textOf(patch), [field, index, 'patch'], selector)]
      }),
    ),
  ]
}

function targetOf(target: unknown): NonNullable<Patch['target']> {
  const { kind, name, labelSelector, annotationSelector } = mappingOf(target)
  const selects = labelSelector !== undefined || annotationSelector !== undefined
  const [kindText, nameText] = [textOf(kind), textOf(name)]
  return {
    ...(kindText !== undefined && { kind: kindText }),
    ...(nameText !== undefined && { name: nameText }),
    ...(selects && { selects }),
  }
}
