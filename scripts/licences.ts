// The licence texts of everything that a bundle contains, from the folders of the packages themselves.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Folders of the npm packages (below `root`) that bundle inputs come from, sorted. */
export function packageFolders(inputs: readonly string[]): readonly string[] {
  const folders = inputs.flatMap((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? [])
  return [...new Set(folders)].sort()
}

/** One text with name, version, licence id and licence text of each package. Throws for a package without a licence text. */
export function licencesText(root: string, folders: readonly string[]): string {
  const sections = folders.map((folder) => {
    const manifest: { name: string; version: string; license?: string } = JSON.parse(
      readFileSync(join(root, folder, 'package.json'), 'utf8'),
    )
    const file = readdirSync(join(root, folder))
      .sort()
      .find((name) => /^(licen[cs]e|copying)/i.test(name))
    const text =
      file === undefined
        ? statedLicence(root, folder, manifest.license)
        : readFileSync(join(root, folder, file), 'utf8')
    return `${manifest.name} ${manifest.version} (${manifest.license ?? 'see below'})\n\n${text.replaceAll('\r\n', '\n').trim()}\n`
  })
  return `Licences of the npm packages that the JavaScript in this folder contains.\n\n${sections.join(`\n${'-'.repeat(80)}\n\n`)}`
}

// Some packages state their licence in the manifest and the README only.
function statedLicence(root: string, folder: string, id: string | undefined): string {
  const readme = join(root, folder, 'README.md')
  const section = existsSync(readme) ? /^#+ *licen[cs]e.*/ims.exec(readFileSync(readme, 'utf8'))?.[0] : undefined
  if (id === undefined) throw new Error(`${folder} has neither a licence file nor a licence id: it may not be bundled`)
  return section ?? `Licensed under ${id}, as its package.json states; the package has no licence file.`
}
