// How git writes trees and commits: read from bytes, and written to bytes.

export type ObjectType = 'blob' | 'tree' | 'commit' | 'tag'

/** `mode` as git stores it: 100644, 100755, 120000 (symbolic link), 160000 (submodule), 40000 (folder). */
export type TreeEntry = { readonly mode: string; readonly name: string; readonly oid: string }

/** Times have a resolution of seconds. */
export type Identity = { readonly name: string; readonly email: string; readonly date: Date }

export type CommitContent = {
  readonly tree: string
  readonly parents: readonly string[]
  readonly author: Identity
  readonly committer: Identity
  readonly message: string
  /** An armoured signature, as in the header `gpgsig`. */
  readonly signature?: string
}

export const folderMode = '40000'

export function parseTree(content: Buffer): readonly TreeEntry[] {
  const entries: TreeEntry[] = []
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(0x20, at)
    const end = content.indexOf(0, space)
    entries.push({
      mode: content.toString('latin1', at, space),
      name: content.toString('utf8', space + 1, end),
      oid: content.toString('hex', end + 1, end + 21),
    })
    at = end + 21
  }
  return entries
}

export function formatTree(entries: readonly TreeEntry[]): Buffer {
  // Git compares a folder's name as if it ended in a slash.
  const key = ({ mode, name }: TreeEntry) => Buffer.from(mode === folderMode ? `${name}/` : name)
  const inOrder = [...entries].sort((a, b) => Buffer.compare(key(a), key(b)))
  return Buffer.concat(
    inOrder.flatMap(({ mode, name, oid }) => [Buffer.from(`${mode} ${name}\0`), Buffer.from(oid, 'hex')]),
  )
}

export function parseCommit(content: Buffer): CommitContent {
  const text = content.toString('utf8')
  const blank = text.indexOf('\n\n')
  // A header goes on over lines that begin with a space.
  const headers = text
    .slice(0, blank)
    .replaceAll('\n ', '\u0000')
    .split('\n')
    .map((line): readonly [string, string] => {
      const space = line.indexOf(' ')
      return [line.slice(0, space), line.slice(space + 1).replaceAll('\u0000', '\n')]
    })
  const all = (name: string) => headers.flatMap(([key, value]) => (key === name ? [value] : []))
  const [tree = '', signature] = [all('tree')[0], all('gpgsig')[0]]
  return {
    tree,
    parents: all('parent'),
    author: parseIdentity(all('author')[0] ?? ''),
    committer: parseIdentity(all('committer')[0] ?? ''),
    message: text.slice(blank + 2),
    ...(signature === undefined ? {} : { signature }),
  }
}

export function formatCommit(commit: CommitContent): Buffer {
  const lines = [
    `tree ${commit.tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${formatIdentity(commit.author)}`,
    `committer ${formatIdentity(commit.committer)}`,
    ...(commit.signature === undefined ? [] : [`gpgsig ${commit.signature.replaceAll('\n', '\n ')}`]),
  ]
  return Buffer.from(`${lines.join('\n')}\n\n${commit.message}`)
}

function parseIdentity(line: string): Identity {
  const [, name = '', email = '', seconds = '0'] = /^(.*?) ?<([^>]*)> (\d+) [+-]\d{4}$/.exec(line) ?? []
  return { name, email, date: new Date(Number(seconds) * 1000) }
}

function formatIdentity({ name, email, date }: Identity): string {
  return `${clean(name)} <${clean(email)}> ${Math.floor(date.getTime() / 1000)} +0000`
}

/** Git takes these characters for the end of a name or an address. */
const clean = (text: string) => text.replace(/[<>\n\0]/g, '').trim()
