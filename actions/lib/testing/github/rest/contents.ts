// REST: a file, a folder, a link or a submodule at a path.
import { posix } from 'node:path'
import { resolveCommit } from '../commits.ts'
import { notFound, RestError } from '../errors.ts'
import { entryAt } from '../git/edit-tree.ts'
import { folderMode, type TreeEntry } from '../git/format.ts'
import { base64Lines } from './git-objects.ts'
import { type Answer, inRepository, optionalText, type RepositoryRequest, text } from './handler.ts'
import { apiOf, htmlOf } from './render-commit.ts'

/** Above this, the text is left out and `encoding` is `none`. */
const maxInline = 1024 * 1024
const maxBytes = 100 * 1024 * 1024
/** A folder shows no more. */
const maxEntries = 1000

type At = { readonly request: RepositoryRequest; readonly ref: string; readonly commit: string }

export const getContent = inRepository('contents:read', async (request): Promise<Answer> => {
  const { repository, query } = request
  const path = text(request.path.path).replace(/\/+$/, '')
  const ref = optionalText(query.ref) ?? repository.settings.defaultBranch
  const commit = await resolveCommit(repository, ref)
  if (commit === undefined) throw new RestError(404, `No commit found for the ref ${ref}`)
  const tree = (await repository.git.commit(commit))?.tree ?? ''
  const entry = await entryAt(repository.git, tree, path)
  if (entry === undefined) throw notFound()
  const at = { request, ref, commit }
  if (entry.mode === folderMode) return folder(at, path, entry)
  if (entry.mode === '160000')
    return { status: 200, body: { ...common(at, path, entry, 'submodule', 0), submodule_git_url: '' } }
  return entry.mode === '120000' ? link(at, tree, path, entry) : file(at, path, entry)
})

/** What all kinds share. */
function common({ request, ref }: At, path: string, { oid, mode }: TreeEntry, type: string, size: number) {
  const { emulator, repository } = request
  const escaped = encodeURI(path)
  const self = `${apiOf(emulator.url, repository)}/contents/${escaped}?ref=${encodeURIComponent(ref)}`
  const kind = mode === folderMode ? 'tree' : 'blob'
  const git = `${apiOf(emulator.url, repository)}/git/${kind}s/${oid}`
  const html = `${htmlOf(emulator.url, repository)}/${kind}/${ref}/${escaped}`
  return {
    name: posix.basename(path),
    path,
    sha: oid,
    size,
    url: self,
    html_url: html,
    git_url: git,
    download_url: kind === 'tree' ? null : `${htmlOf(emulator.url, repository)}/raw/${ref}/${escaped}`,
    type,
    _links: { self, git, html },
  }
}

async function folder(at: At, path: string, { oid }: TreeEntry): Promise<Answer> {
  const { repository, accept } = at.request
  const entries = ((await repository.git.tree(oid)) ?? []).slice(0, maxEntries)
  const shown = await Promise.all(
    entries.map(async (entry) => {
      const below = path === '' ? entry.name : `${path}/${entry.name}`
      // A submodule is a file here: a mistake that GitHub keeps for old clients.
      const type = entry.mode === folderMode ? 'dir' : entry.mode === '120000' ? 'symlink' : 'file'
      const size = type === 'dir' ? 0 : ((await repository.git.info(entry.oid))?.size ?? 0)
      return common(at, below, entry, type, size)
    }),
  )
  if (!/vnd\.github(\.v3)?\.object/.test(accept)) return { status: 200, body: shown }
  return { status: 200, body: { ...common(at, path, { mode: folderMode, name: '', oid }, 'dir', 0), entries: shown } }
}

async function file(at: At, path: string, entry: TreeEntry): Promise<Answer> {
  const content = await at.request.repository.git.blob(entry.oid)
  if (content === undefined) throw notFound()
  if (content.length > maxBytes)
    throw new RestError(403, 'This API returns blobs up to 100 MB in size.', [
      { code: 'too_large', resource: 'Blob', field: 'data' },
    ])
  if (/vnd\.github(\.v3)?\.raw/.test(at.request.accept))
    return { status: 200, raw: { type: 'application/vnd.github.raw+json; charset=utf-8', content } }
  const inline = content.length <= maxInline
  return {
    status: 200,
    body: {
      ...common(at, path, entry, 'file', content.length),
      content: inline ? base64Lines(content) : '',
      encoding: inline ? 'base64' : 'none',
    },
  }
}

/** A link to a file of the repository is answered with that file, any other with itself. */
async function link(at: At, tree: string, path: string, entry: TreeEntry): Promise<Answer> {
  const { git } = at.request.repository
  const target = ((await git.blob(entry.oid)) ?? Buffer.alloc(0)).toString('utf8')
  const meant = posix.normalize(posix.join(posix.dirname(path), target))
  const found = target.startsWith('/') || meant.startsWith('..') ? undefined : await entryAt(git, tree, meant)
  if (found !== undefined && /^100/.test(found.mode)) return file(at, path, found)
  return { status: 200, body: { ...common(at, path, entry, 'symlink', target.length), target } }
}
