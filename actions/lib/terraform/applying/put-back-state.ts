// How a person puts a state back that its backend did not take.
import { posix } from 'node:path'
import { displayCommand } from '../../toolkit/exec.ts'
import type { Root } from '../roots/root.ts'

/** A state that left the runner. */
export type KeptState = {
  /** In words. */
  readonly where: string
  /** Commands that bring it to somebody's machine, in clear. */
  readonly fetch: readonly string[]
  /** The file that it is then; absolute. */
  readonly file: string
}

/** The commands, from the repository's root. `init` comes first: a clone that was not initialised would push to no backend. */
export function putBackCommands(
  root: Pick<Root, 'path' | 'tool' | 'workspace'> & Partial<Pick<Root, 'backendConfig'>>,
  file: string,
): readonly string[] {
  const { path, tool, workspace = 'default', backendConfig = [] } = root
  const settings = backendConfig.map(
    (entry) => `-backend-config=${entry.includes('=') ? entry : posix.relative(path, entry)}`,
  )
  const inWorkspace = (...args: readonly string[]) =>
    workspace === 'default'
      ? displayCommand(tool, args)
      : displayCommand('env', [`TF_WORKSPACE=${workspace}`, tool, ...args])
  return [
    ...(path === '.' ? [] : [displayCommand('cd', [path])]),
    inWorkspace('init', ...settings),
    inWorkspace('state', 'push', file),
  ]
}
