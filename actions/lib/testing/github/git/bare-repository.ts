// One bare repository on disk: objects read and written without a child process each, references moved by git alone.
import { execFile } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { deflateSync } from 'node:zlib'
import { pinnedGitEnvironment } from '../../temporary-repository.ts'
import { type CommitContent, formatCommit, formatTree, parseCommit, parseTree, type TreeEntry } from './format.ts'
import { type GitObject, type ObjectInfo, openObjectReader } from './object-reader.ts'
import { openRefUpdater } from './ref-updater.ts'

const run = promisify(execFile)

/** What became of a reference's update: done, or not, because it stood somewhere else (undefined: nowhere). */
export type RefUpdate = { readonly done: true } | { readonly done: false; readonly at: string | undefined }

export type BareRepository = {
  readonly path: string
  /** Runs git there and returns its stdout as it is. Rejects when git fails. */
  readonly git: (args: readonly string[], input?: string) => Promise<string>
  /** What a full name (`refs/heads/main`), an id or git's own notation (`ID^{commit}`) stands for now. */
  readonly info: (name: string) => Promise<ObjectInfo | undefined>
  readonly blob: (oid: string) => Promise<Buffer | undefined>
  readonly tree: (oid: string) => Promise<readonly TreeEntry[] | undefined>
  readonly commit: (oid: string) => Promise<CommitContent | undefined>
  readonly writeBlob: (content: Uint8Array) => string
  readonly writeTree: (entries: readonly TreeEntry[]) => string
  readonly writeCommit: (commit: CommitContent) => string
  /** Compare and swap by git itself. `from` undefined: the reference must not exist. `to` undefined: it is deleted. */
  readonly updateRef: (ref: string, to: string | undefined, from: string | undefined) => Promise<RefUpdate>
  readonly close: () => Promise<void>
}

/** Makes an empty bare repository in a folder that does not exist yet. No configuration of the machine reaches it. */
export async function createBareRepository(path: string, branch: string): Promise<BareRepository> {
  const env = { PATH: process.env.PATH ?? '', ...pinnedGitEnvironment }
  const options = { env, maxBuffer: 256 * 1024 * 1024, encoding: 'utf8' } as const
  const git: BareRepository['git'] = async (args, input) => {
    const promise = run('git', args, { ...options, cwd: path })
    promise.child.stdin?.on('error', () => {})
    promise.child.stdin?.end(input ?? '')
    return (await promise).stdout
  }
  await run('git', ['init', '--quiet', '--bare', '--template=', `--initial-branch=${branch}`, path], options)
  const reader = openObjectReader(path, env)
  // Objects never change, so what was read once need not be asked for again.
  const cache = new Map<string, GitObject>()
  const read = async (oid: string, type: GitObject['type']) => {
    if (!/^[0-9a-f]{40}$/.test(oid)) return undefined
    const found = cache.get(oid) ?? (await reader.read(oid))
    if (found === undefined) return undefined
    cache.set(oid, found)
    return found.type === type ? found.content : undefined
  }
  const write = (type: GitObject['type'], content: Uint8Array) => {
    const whole = Buffer.concat([Buffer.from(`${type} ${content.length}\0`), content])
    const oid = createHash('sha1').update(whole).digest('hex')
    const folder = join(path, 'objects', oid.slice(0, 2))
    const file = join(folder, oid.slice(2))
    if (!existsSync(file)) {
      mkdirSync(folder, { recursive: true })
      // Another process may read at any moment: an object appears whole or not at all.
      const unfinished = join(path, 'objects', `new-${randomUUID()}`)
      writeFileSync(unfinished, deflateSync(whole, { level: 1 }), { mode: 0o444 })
      renameSync(unfinished, file)
    }
    return oid
  }
  const updater = openRefUpdater(path, env)
  const updateRef: BareRepository['updateRef'] = async (ref, to, from) => {
    // A reference that has moved already is no question for git, which would end its process over it.
    const before = (await reader.info(ref))?.oid
    if (before !== from) return { done: false, at: before }
    if (await updater.update(ref, to, from)) return { done: true }
    const at = (await reader.info(ref))?.oid
    if (at === from) throw new Error(`git would not move ${ref} from ${from ?? 'nothing'} to ${to ?? 'nothing'}`)
    return { done: false, at }
  }
  return {
    path,
    git,
    info: (name) => reader.info(name),
    blob: (oid) => read(oid, 'blob'),
    tree: async (oid) => {
      const content = await read(oid, 'tree')
      return content === undefined ? undefined : parseTree(content)
    },
    commit: async (oid) => {
      const content = await read(oid, 'commit')
      return content === undefined ? undefined : parseCommit(content)
    },
    writeBlob: (content) => write('blob', content),
    writeTree: (entries) => write('tree', formatTree(entries)),
    writeCommit: (commit) => write('commit', formatCommit(commit)),
    updateRef,
    close: async () => {
      await Promise.all([reader.close(), updater.close()])
    },
  }
}
