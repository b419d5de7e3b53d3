// Every image in one file, when only the file is known: what each document is decides where its images are looked for.
import { listOf, mappingOf, textOf } from '../yaml/data.ts'
import { openYamlText, type Path } from '../yaml/text-file.ts'
import { type ValuesLayer, valuesSites } from './helm-values.ts'
import { kustomizationEntries, optionEntries } from './kustomize-images.ts'
import { manifestSites } from './manifest-images.ts'
import type { ImageSite } from './site.ts'

const kustomizationName = /(^|\/)(kustomization\.ya?ml|Kustomization)$/

/** Whether a path is that of a kustomization. */
export const isKustomization = (path: string): boolean => kustomizationName.test(path)

/** The images of a file, from the plain data of its documents. */
export function fileSites(documents: readonly unknown[], file: string): readonly ImageSite[] {
  return documents.flatMap((data, document) => documentSites(data, file, document))
}

function documentSites(data: unknown, file: string, document: number): readonly ImageSite[] {
  const { kind, apiVersion } = mappingOf(data)
  if (isKustomization(file) || /^kustomize\.config\.k8s\.io\//.test(String(apiVersion))) {
    return kustomizationEntries(data, file, document).flatMap(({ site }) => site ?? [])
  }
  if (kind === 'Application' && String(apiVersion).startsWith('argoproj.io/')) {
    return applicationSources(data).flatMap((source) => sourceSites(source, file, document))
  }
  // A list is a JSON patch or no manifest of its own; a mapping without a kind holds values.
  if (typeof kind === 'string' || Array.isArray(data)) return manifestSites(data, file, document)
  return valuesSites([{ type: 'values', data, file, document, path: [], below: [] }])
}

export type WrittenSource = { readonly source: Readonly<Record<string, unknown>>; readonly path: Path }

/** The sources of an Application as they are written. Where there are both, `sources` wins over `source`. */
export function applicationSources(data: unknown): readonly WrittenSource[] {
  const spec = mappingOf(mappingOf(data).spec)
  const several = listOf(spec.sources)
  if (several.length > 0) {
    return several.map((source, index) => ({ source: mappingOf(source), path: ['spec', 'sources', index] }))
  }
  return spec.source === undefined ? [] : [{ source: mappingOf(spec.source), path: ['spec', 'source'] }]
}

function sourceSites({ source, path }: WrittenSource, file: string, document: number): readonly ImageSite[] {
  const entries = optionEntries(mappingOf(source.kustomize).images, {
    file,
    document,
    path: [...path, 'kustomize', 'images'],
  })
  return [
    ...entries.flatMap(({ site }) => site ?? []),
    ...valuesSites(applicationValues({ source, path }, file, document)),
  ]
}

/** Helm values that stand in the Application itself, from the weakest to the strongest. */
export function applicationValues({ source, path }: WrittenSource, file: string, document: number): ValuesLayer[] {
  const helm = mappingOf(source.helm)
  const parameters = listOf(helm.parameters).flatMap((item, index) => {
    const { name, value } = mappingOf(item)
    const [key, text] = [textOf(name), textOf(value)]
    if (key === undefined || text === undefined) return []
    const scalar = { file, document, path: [...path, 'helm', 'parameters', index, 'value'], text }
    return [{ name: parameterPath(key), scalar }]
  })
  // Argo CD takes `valuesObject` where there are both (ApplicationSourceHelm.ValuesYAML, v3.5).
  const inline = helm.valuesObject === undefined ? textOf(helm.values) : undefined
  return [
    ...(helm.valuesObject === undefined
      ? []
      : [
          {
            type: 'values' as const,
            data: helm.valuesObject,
            file,
            document,
            path: [...path, 'helm', 'valuesObject'],
            below: [],
          },
        ]),
    ...(inline === undefined
      ? []
      : [
          {
            type: 'values' as const,
            data: dataOf(inline),
            file,
            document,
            path: [...path, 'helm', 'values'],
            below: [],
            readOnly: insideText,
          },
        ]),
    ...(parameters.length === 0 ? [] : [{ type: 'parameters' as const, parameters }]),
  ]
}

/** Why YAML inside a block of text is not edited: its indentation and quotes are those of another document. */
export const insideText =
  'it stands inside a block of text, which is not edited: move it to a file, or to `valuesObject`'

/** The data of YAML that stands as text in other YAML; undefined when it cannot be read. */
export function dataOf(text: string): unknown {
  const opened = openYamlText(new TextEncoder().encode(text))
  return 'refusals' in opened ? undefined : opened.documents[0]?.data
}

/** `image.tag` and `containers[0].image`; a dot after a backslash belongs to the name (Helm, strvals). */
function parameterPath(name: string): readonly string[] {
  return name
    .replaceAll(/\[(\d+)\]/g, '.$1')
    .split(/(?<!\\)\./)
    .map((part) => part.replaceAll('\\.', '.'))
}
