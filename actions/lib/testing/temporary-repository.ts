// Real git repositories in temporary folders, made from object literals, the same bytes and commit ids every time.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** What stands at a path: text, bytes, a symbolic link, an executable, or nothing (null removes it). */
export type FileContent = string | Uint8Array | { readonly symlink: string } | { readonly executable: string } | null

export type Files = Readonly<Record<string, FileContent>>

export type TemporaryRepository = {
  /** Absolute, without symbolic links. */
  readonly path: string
  /** Writes files without committing. */
  readonly write: (files: Files) => void
  /** Writes files, commits everything and returns the commit id. */
  readonly commit: (message: string, files?: Files) => string
  /** Runs git in the repository and returns its stdout, trimmed. Throws when it fails. */
  readonly git: (...args: readonly string[]) => string
  readonly dispose: () => void
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/** An environment for git that no configuration of the machine or the user reaches. */
export const pinnedGitEnvironment: Readonly<Record<string, string>> = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_AUTHOR_NAME: 'Seaworthy tests',
  GIT_AUTHOR_EMAIL: 'tests@seaworthy.invalid',
  GIT_COMMITTER_NAME: 'Seaworthy tests',
  GIT_COMMITTER_EMAIL: 'tests@seaworthy.invalid',
}

/** Makes a repository on branch `main`; with files, they are its first commit. Dispose of it, best by `await using`. */
export function temporaryRepository(files: Files = {}): TemporaryRepository {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-repository-')))
  let seconds = 0
  const git = (...args: readonly string[]) => {
    const date = `2026-01-01T00:${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}Z`
    const env = { PATH: process.env.PATH, ...pinnedGitEnvironment, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date }
    return execFileSync('git', args, {
      cwd: path,
      env,
      encoding: 'utf8',
      stdio: 'pipe',
      maxBuffer: 64 * 1024 * 1024,
    }).trim()
  }
  const write = (changes: Files) => {
    for (const [name, content] of Object.entries(changes)) writeContent(join(path, name), content)
  }
  const commit = (message: string, changes: Files = {}) => {
    write(changes)
    seconds += 1
    git('add', '--all', '--force')
    git('commit', '--quiet', '--allow-empty', '--message', message)
    return git('rev-parse', 'HEAD')
  }
  const dispose = () => rmSync(path, { recursive: true, force: true })
  git('init', '--quiet', '--initial-branch=main')
  git('config', 'core.autocrlf', 'false')
  if (Object.keys(files).length > 0) commit('first', files)
  return { path, write, commit, git, dispose, [Symbol.asyncDispose]: async () => dispose() }
}

function writeContent(path: string, content: FileContent): void {
  rmSync(path, { recursive: true, force: true })
  if (content === null) return
  mkdirSync(dirname(path), { recursive: true })
  if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(path, content)
  else if ('symlink' in content) symlinkSync(content.symlink, path)
  else writeFileSync(path, content.executable, { mode: 0o755 })
}
