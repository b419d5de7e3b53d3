// REST: history, single commits with their differences, comparisons and merges.
import { followBranch } from '../closing.ts'
import { isAncestor, resolveCommit, signedCommit } from '../commits.ts'
import { notFound, RestError } from '../errors.ts'
import { differences } from '../git/differences.ts'
import { mergedTree } from '../merging.ts'
import { headOf } from '../sides.ts'
import { refuse } from './git-refs.ts'
import { inRepository, optionalText, text } from './handler.ts'
import { pageOf } from './pages.ts'
import { apiOf, diffEntry, htmlOf, restCommit, restCommitAt } from './render-commit.ts'

export const listCommits = inRepository('contents:read', async (request) => {
  const { repository, query, emulator } = request
  const start = await resolveCommit(repository, optionalText(query.sha) ?? repository.settings.defaultBranch)
  if (start === undefined) throw notFound()
  const filters = [
    ...(query.since === undefined ? [] : [`--since=${text(query.since)}`]),
    ...(query.until === undefined ? [] : [`--until=${text(query.until)}`]),
    ...(query.author === undefined ? [] : ['--fixed-strings', `--author=${text(query.author)}`]),
    ...(query.committer === undefined ? [] : ['--fixed-strings', `--committer=${text(query.committer)}`]),
  ]
  const path = query.path === undefined ? [] : [`:(literal)${text(query.path)}`]
  const all = (await repository.git.git(['log', '--format=%H', ...filters, start, '--', ...path])).split('\n')
  const page = pageOf(
    request,
    all.filter((oid) => oid !== ''),
  )
  return {
    status: 200,
    body: await Promise.all(page.items.map((oid) => restCommitAt(emulator.url, repository, oid))),
    headers: page.headers,
  }
})

/** How many files a commit or a comparison shows. */
const maxFiles = 300

export const getCommit = inRepository('contents:read', async (request) => {
  const { repository, path, emulator, accept } = request
  const name = text(path.ref)
  const oid = await resolveCommit(repository, name)
  const commit = oid === undefined ? undefined : await repository.git.commit(oid)
  if (oid === undefined || commit === undefined) throw new RestError(422, `No commit found for SHA: ${name}`)
  if (/vnd\.github(\.v3)?\.sha/.test(accept))
    return { status: 200, raw: { type: 'application/vnd.github.sha; charset=utf-8', content: Buffer.from(oid) } }
  const files = await differences(repository.git, commit.parents[0], oid)
  const sum = (key: 'additions' | 'deletions') => files.reduce((total, file) => total + file[key], 0)
  const [additions, deletions] = [sum('additions'), sum('deletions')]
  return {
    status: 200,
    body: {
      ...restCommit(emulator.url, repository, oid, commit),
      stats: { total: additions + deletions, additions, deletions },
      files: files.slice(0, maxFiles).map((file) => diffEntry(emulator.url, repository, oid, file)),
    },
  }
})

/** `BASE...HEAD`: what HEAD has that BASE has not. Differences are those since the merge base. */
export const compareCommits = inRepository('contents:read', async (request) => {
  const { repository, path, emulator, query } = request
  const { git } = repository
  const [baseName, headName, ...more] = text(path.basehead).split('...')
  if (baseName === undefined || headName === undefined || more.length > 0) throw notFound()
  const own = (name: string) => name.replace(new RegExp(`^${repository.owner}:`, 'i'), '')
  const [base, head] = await Promise.all([
    resolveCommit(repository, own(baseName)),
    resolveCommit(repository, own(headName)),
  ])
  if (base === undefined || head === undefined) throw notFound()
  const ids = async (range: string) =>
    (await git.git(['rev-list', '--reverse', '--topo-order', range])).split('\n').filter(Boolean)
  const [mergeBase, ahead, behind] =
    base === head
      ? [base, [], []]
      : await Promise.all([
          git.git(['merge-base', base, head]).then(
            (oid) => oid.trim(),
            () => undefined,
          ),
          ids(`${base}..${head}`),
          ids(`${head}..${base}`),
        ])
  if (mergeBase === undefined) throw new RestError(404, `No common ancestor between ${baseName} and ${headName}.`)
  const page = pageOf(request, ahead, 250, query.per_page === undefined ? 250 : 100)
  const files = Number(query.page ?? 1) > 1 || ahead.length === 0 ? [] : await differences(git, mergeBase, head)
  const api = `${apiOf(emulator.url, repository)}/compare`
  const html = `${htmlOf(emulator.url, repository)}/compare`
  const range = `${encodeURIComponent(baseName)}...${encodeURIComponent(headName)}`
  const at = (oid: string) => restCommitAt(emulator.url, repository, oid)
  return {
    status: 200,
    body: {
      url: `${api}/${range}`,
      html_url: `${html}/${range}`,
      permalink_url: `${html}/${repository.owner}:${base.slice(0, 7)}...${repository.owner}:${head.slice(0, 7)}`,
      diff_url: `${html}/${range}.diff`,
      patch_url: `${html}/${range}.patch`,
      base_commit: await at(base),
      merge_base_commit: await at(mergeBase),
      status: base === head ? 'identical' : behind.length === 0 ? 'ahead' : ahead.length === 0 ? 'behind' : 'diverged',
      ahead_by: ahead.length,
      behind_by: behind.length,
      total_commits: ahead.length,
      commits: await Promise.all(page.items.map(at)),
      files: files.slice(0, maxFiles).map((file) => diffEntry(emulator.url, repository, head, file)),
    },
    headers: page.headers,
  }
})

/** Merges a branch or a commit into a branch. 204 when that has it already, 409 when the two contradict each other. */
export const merge = inRepository('contents:write', async ({ emulator, repository, body, login }) => {
  const { git } = repository
  const [baseName, headName] = [text(body.base), text(body.head)]
  const [base, head] = await Promise.all([headOf(repository, baseName), resolveCommit(repository, headName)])
  if (base === undefined) throw new RestError(404, 'Base does not exist')
  if (head === undefined) throw new RestError(404, 'Head does not exist')
  if (await isAncestor(git, head, base)) return { status: 204 }
  const tree = await mergedTree(git, base, head)
  if (tree === undefined) throw new RestError(409, 'Merge conflict')
  refuse(repository, baseName, true)
  const message = optionalText(body.commit_message) ?? `Merge ${headName} into ${baseName}`
  const commit = signedCommit(login, emulator.now(), { tree, parents: [base, head], message })
  const oid = git.writeCommit(commit)
  if (!(await git.updateRef(`refs/heads/${baseName}`, oid, base)).done)
    throw new RestError(409, 'Base branch was modified. Review and try the merge again.')
  await followBranch(emulator, repository, baseName, login)
  return { status: 201, body: restCommit(emulator.url, repository, oid, commit) }
})
