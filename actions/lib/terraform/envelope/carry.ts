// Files that are built while planning and needed while applying (archives, mostly): they travel with the plan.
import { lstat, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { matchesGlob } from '../../text/glob.ts'
import { UserError } from '../../toolkit/user-error.ts'
import type { Part } from './seal.ts'

const maxFiles = 1000
const maxTotalBytes = 64 * 1024 * 1024
/** Files and folders that are looked at. */
const maxSeen = 100_000
const maxDepth = 64

/**
 * The files below the root module's folder that fit the patterns (`*` within a name, `**` for folders), sorted. Folders of the
 * tool and of Git are not looked into. Throws a UserError where a pattern fits nothing, where one fits a symlink or a
 * file that is configuration, and above the limits.
 */
export async function collectCarried(folder: string, patterns: readonly string[]): Promise<readonly Part[]> {
  if (patterns.length === 0) return []
  for (const pattern of patterns) requireCarriable(pattern, folder)
  const unused = new Set(patterns)
  const parts: Part[] = []
  let total = 0
  for (const { path, isFile } of await filesBelow(folder)) {
    const fitting = patterns.filter((pattern) => matchesGlob(pattern, path))
    if (fitting.length === 0) continue
    for (const pattern of fitting) unused.delete(pattern)
    requireCarriable(path, folder)
    if (!isFile) {
      throw new UserError(`${path} is a symlink or no ordinary file, and cannot be carried.`, {
        where: folder,
        next: 'carry the file that it leads to',
      })
    }
    const { size, mode } = await lstat(join(folder, path))
    total += size
    if (parts.length >= maxFiles || total > maxTotalBytes) {
      throw new UserError(`At most ${maxFiles} files with ${maxTotalBytes} bytes in all are carried.`, {
        where: folder,
        next: 'narrow the patterns of `carry`',
      })
    }
    parts.push({ kind: 'carried', path, mode: mode & 0o777, bytes: await readFile(join(folder, path)) })
  }
  const [missing] = unused
  if (missing === undefined) return parts
  throw new UserError(`No file fits the pattern ${missing} of \`carry\`.`, {
    where: folder,
    next: 'correct the pattern, or take it out of the settings',
  })
}

/** Paths with `/`, sorted; links are listed and not followed. */
async function filesBelow(folder: string): Promise<readonly { readonly path: string; readonly isFile: boolean }[]> {
  const found: { path: string; isFile: boolean }[] = []
  const pending = ['']
  let seen = 0
  for (let directory = pending.pop(); directory !== undefined; directory = pending.pop()) {
    for (const entry of await readdir(join(folder, directory), { withFileTypes: true })) {
      seen += 1
      const path = directory === '' ? entry.name : `${directory}/${entry.name}`
      if (seen > maxSeen || path.split('/').length > maxDepth) {
        throw new UserError(`There are too many files, or too deep ones, to look for those to carry.`, {
          where: folder,
        })
      }
      if (!entry.isDirectory()) found.push({ path, isFile: entry.isFile() })
      else if (!toolFolders.has(entry.name)) pending.push(path)
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

const toolFolders = new Set(['.git', '.terraform', 'terraform.d', 'node_modules'])

/**
 * Writes carried files to where they were, with their modes, and nothing else: no file is overwritten, no link followed.
 * A file that is there with the same content is left. Throws a UserError before anything is written.
 */
export async function placeCarried(folder: string, parts: readonly Part[]): Promise<void> {
  const files = parts.flatMap(({ kind, path = '', mode = 0o644, bytes }) =>
    kind === 'carried' ? [{ path, mode: mode & 0o777, bytes }] : [],
  )
  const missing: typeof files = []
  for (const file of files) {
    requireCarriable(file.path, folder)
    if (!(await isThere(folder, file.path, file.bytes))) missing.push(file)
  }
  for (const { path, mode, bytes } of missing) {
    await mkdir(join(folder, path, '..'), { recursive: true })
    // `wx` neither overwrites nor follows a link that has come in between.
    await writeFile(join(folder, path), bytes, { flag: 'wx', mode })
  }
}

async function isThere(folder: string, path: string, bytes: Uint8Array): Promise<boolean> {
  const names = path.split('/')
  for (const [index] of names.entries()) {
    const at = names.slice(0, index + 1).join('/')
    const status = await lstat(join(folder, at)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    })
    if (status === undefined) return false
    const isLast = index === names.length - 1
    if (isLast && status.isFile() && Buffer.from(bytes).equals(await readFile(join(folder, at)))) return true
    if (isLast || !status.isDirectory()) {
      throw new UserError(`The carried file ${path} cannot be written: ${at} is something else already.`, {
        where: folder,
        next: 'carry only files that are built, and keep them out of the repository',
      })
    }
  }
  return false
}

/** Names that decide what the tool does: a carried file must not be able to change what was reviewed. */
const configuration =
  /\.(tf|tofu|tfvars|tfstate|tfplan|tfrc|terraformrc|tofurc)(\.json|\.backup)?$|^\.?terraform(rc|\.rc)$|^\.terraform\.lock\.hcl$|^\.(terraform|opentofu)-version$|\.tf(test|query|mock|deploy|stack|component)\.(hcl|json)$|\.tofutest\.(hcl|json)$/i

function requireCarriable(path: string, where: string): void {
  const names = path.split('/')
  const refuse = (why: string) =>
    new UserError(`“${path.slice(0, 200)}” cannot be carried: ${why}.`, {
      where,
      next: 'carry only files below the root module’s folder that are built while planning',
    })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they have no place in a path
  if (path.length > 1000 || /[\\\u0000-\u001f\u007f]/.test(path))
    throw refuse('its name has characters that paths have not')
  if (names.some((name) => name === '' || name === '.' || name === '..') || /^[a-z]:/i.test(path)) {
    throw refuse('it is not a path below the folder')
  }
  if (names.some((name) => toolFolders.has(name.toLowerCase()))) throw refuse('it is in a folder of the tool or of Git')
  if (configuration.test(names.at(-1) ?? '')) throw refuse('its name is one that the tool reads as configuration')
}
