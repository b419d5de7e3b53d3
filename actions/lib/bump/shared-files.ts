// Whether an edit for some Applications would change others as well.
import { type ImageSite, mainScalar } from '../images/site.ts'
import { applicationSites } from './application-sites.ts'
import { filesOf, type WrittenApplication } from './applications.ts'
import type { TreeFiles } from './tree-files.ts'

/** Names of those Applications for which the place decides too; one that reads the file but sets its own version is none. */
export async function sharedWith(
  image: string,
  site: ImageSite,
  others: readonly WrittenApplication[],
  files: TreeFiles,
): Promise<readonly string[]> {
  const { file, document, path } = mainScalar(site)
  // Where there are links, a file may be read under another name.
  const hasLinks = [...files.tree.files.values()].some(({ mode }) => mode === 'symlink')
  const readers = others.filter((one) => one.file !== file && (hasLinks || filesOf(one).has(file)))
  const affected = await Promise.all(
    readers.map(async (reader) => {
      const sites = await applicationSites(image, reader, files)
      return sites.some((other) => {
        const scalar = mainScalar(other)
        return scalar.file === file && scalar.document === document && String(scalar.path) === String(path)
      })
    }),
  )
  return readers.filter((_, index) => affected[index]).map(({ application }) => application.name)
}
