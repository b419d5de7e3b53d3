// What differs between two commits or trees, by `git diff`.
import type { BareRepository } from './bare-repository.ts'

export type FileDifference = {
  readonly path: string
  readonly previousPath?: string
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'changed'
  /** Of the new side; of the old one when it was removed. */
  readonly oid: string
  readonly additions: number
  readonly deletions: number
  /** The hunks, without git's header; undefined for what is not text. */
  readonly patch?: string
}

const statuses: Readonly<Record<string, FileDifference['status']>> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  T: 'changed',
}

/** The tree that git has for nothing at all. */
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'

/** Every file that differs, in git's order. `from` undefined: everything is new. */
export async function differences(
  git: BareRepository,
  from: string | undefined,
  to: string,
): Promise<readonly FileDifference[]> {
  const range = [from ?? emptyTree, to]
  // The empty tree is known to git without being there, but only to commands that take trees.
  const flags = ['diff-tree', '-r', '-M', '--no-color', '--full-index']
  const [summary, patches] = await Promise.all([
    git.git([...flags, '--raw', '--numstat', '-z', ...range]),
    git.git([...flags, '-p', ...range]),
  ])
  const fields = summary.split('\0')
  const raw: { status: string; oid: string; path: string; previousPath?: string }[] = []
  const counts: (readonly [number, number])[] = []
  for (let at = 0; at < fields.length; ) {
    const field = fields[at++] ?? ''
    if (field.startsWith(':')) {
      const [, , before = '', after = '', status = ''] = field.split(' ')
      const path = fields[at++] ?? ''
      const letter = status[0] ?? ''
      const oid = letter === 'D' ? before : after
      raw.push(
        letter === 'R'
          ? { status: letter, oid, previousPath: path, path: fields[at++] ?? '' }
          : { status: letter, oid, path },
      )
    } else if (field !== '') {
      const [added = '', removed = '', path = ''] = field.split('\t')
      // A renamed file has its two names in fields of their own.
      if (path === '') at += 2
      counts.push([Number(added) || 0, Number(removed) || 0])
    }
  }
  const texts = patches.split(/^(?=diff --git )/m).filter((text) => text.startsWith('diff --git '))
  let next = 0
  return raw.map(({ status, ...file }, index) => {
    const [additions = 0, deletions = 0] = counts[index] ?? []
    const text = texts[next] ?? ''
    // A file that becomes a link is removed and added in the patch.
    next += status === 'T' ? 2 : 1
    const hunks = text.indexOf('\n@@ ')
    return {
      ...file,
      status: statuses[status] ?? 'modified',
      additions,
      deletions,
      ...(hunks === -1 ? {} : { patch: text.slice(hunks + 1).replace(/\n$/, '') }),
    }
  })
}
