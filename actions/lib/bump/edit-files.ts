// From texts of scalars to the bytes of files, each edit proved.
import type { ScalarText } from '../images/version.ts'
import { editScalars, type ScalarEdit } from '../yaml/edit.ts'
import type { YamlText } from '../yaml/text-file.ts'
import type { LocatedSite } from './places/find-sites.ts'
import type { TreeFiles } from './places/tree-files.ts'
import type { BumpRefusal, FileChange, PlannedSite } from './request.ts'

/** What a scalar is to say, and for which image. */
export type WantedText = ScalarText & { readonly image: string; readonly site: LocatedSite }

/** Equal for one scalar. */
export const scalarKey = ({ file, document, path }: ScalarText['scalar']) => JSON.stringify([file, document, path])

export type EditedFiles = {
  readonly sites: PlannedSite[]
  readonly files: FileChange[]
  readonly refusals: BumpRefusal[]
}

/** Edits every file, each scalar once. Nothing is written. @param guarded files that no bump may touch */
export async function editFiles(
  wanted: readonly WantedText[],
  files: TreeFiles,
  guarded: (path: string) => boolean,
): Promise<EditedFiles> {
  const result: EditedFiles = { sites: [], files: [], refusals: [] }
  const byFile = new Map<string, { readonly yaml: YamlText; readonly wanted: WantedText[] }>()
  for (const one of wanted) {
    const opened = await files.open(one.scalar.file)
    // A site was found in it a moment ago, in the same tree.
    if (opened.type !== 'yaml') throw new Error(`${one.scalar.file} was YAML when it was searched`)
    if (guarded(opened.path)) {
      const message = 'settings, workflows, holds, records and keys decide what may be written: no bump may change them'
      result.refusals.push({ image: one.image, message, file: opened.path })
      continue
    }
    const group = byFile.get(opened.path) ?? { yaml: opened.yaml, wanted: [] }
    byFile.set(opened.path, { ...group, wanted: [...group.wanted, one] })
  }
  for (const [path, group] of [...byFile].sort(([a], [b]) => (a < b ? -1 : 1))) editFile(path, group, result)
  return result
}

function editFile(
  path: string,
  { yaml, wanted }: { readonly yaml: YamlText; readonly wanted: readonly WantedText[] },
  result: EditedFiles,
): void {
  const edits = wanted.map(({ scalar, value }): ScalarEdit => ({ document: scalar.document, path: scalar.path, value }))
  const image = [...new Set(wanted.map((one) => one.image))].join(', ')
  const edited = editScalars(yaml, edits)
  if ('refusals' in edited) {
    for (const { message, line, column } of edited.refusals)
      result.refusals.push({ image, message, file: path, line, column })
    return
  }
  if (edited.changes.length > 0) result.files.push({ path, before: yaml.bytes, after: edited.bytes })
  for (const one of wanted) {
    const change = edited.changes.find(
      (candidate) =>
        candidate.document === one.scalar.document &&
        JSON.stringify(candidate.path) === JSON.stringify(one.scalar.path),
    )
    const place = yaml.documents[one.scalar.document]?.scalarAt(one.scalar.path)
    const { environments, applications, site } = one.site
    result.sites.push({
      image: one.image,
      file: path,
      line: change?.line ?? place?.line ?? one.site.line,
      column: change?.column ?? place?.column ?? one.site.column,
      form: site.form,
      applications,
      environments,
      old: one.scalar.text,
      new: one.value,
      changed: change !== undefined,
    })
  }
}
