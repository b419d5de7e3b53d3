// Runs git so that neither the machine's nor the repository's configuration can make it run something else.
import { runTool, toolEnvironment } from '../toolkit/exec.ts'

/** Arguments that come before every git command. */
export function gitArguments(directory: string, args: readonly string[]): string[] {
  return [
    '-C',
    directory,
    '--no-pager',
    '-c',
    'core.quotepath=off',
    '-c',
    'core.fsmonitor=false',
    '-c',
    'core.hooksPath=/dev/null',
    ...args,
  ]
}

/** Few variables, no prompts, no locks taken for reading. */
export function gitEnvironment(): Record<string, string> {
  return toolEnvironment(['GIT_CONFIG_COUNT', 'GIT_CONFIG_GLOBAL', 'GIT_CEILING_DIRECTORIES'], {
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    LC_ALL: 'C',
  })
}

/**
 * Runs git in a directory and returns its stdout.
 * Throws a ToolError with git's own words for any exit code that is not accepted.
 */
export async function git(
  directory: string,
  args: readonly string[],
  acceptExitCodes: readonly number[] = [0],
): Promise<{ readonly stdout: string; readonly stderr: string; readonly exitCode: number }> {
  return runTool({
    tool: 'git',
    args: gitArguments(directory, args),
    env: gitEnvironment(),
    acceptExitCodes,
    timeoutMs: 120_000,
    maxOutputBytes: 256 * 1024 * 1024,
  })
}
