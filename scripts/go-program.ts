// Go programs of this repository that tests need: built once per content of their sources, into the cache.
import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { errorMessage } from '../actions/lib/toolkit/user-error.ts'
import { cached } from './testbed/cache.ts'
import { run } from './testbed/run.ts'

/** Without C: the same program on every Linux. */
const environment = { CGO_ENABLED: '0', GOTOOLCHAIN: 'local', GOFLAGS: '', GOWORK: 'off' }

export type GoProgram = {
  /** A folder with a go.mod that pins everything. */
  readonly sources: string
  readonly name: string
  /** The package to build; the folder itself when absent. */
  readonly package?: string
  readonly linkerFlags?: readonly string[]
  /** Makes what else belongs into the folder, when the program is there. */
  readonly arrange?: (folder: string, program: string) => void
}

/**
 * Builds a program where it is not built yet. It runs at the lowest priority: tests go on beside it.
 * Returns the folder that it is in, or undefined where it cannot be built, so that the test can be skipped and counted; throws
 * under `CI=true`.
 */
export async function goProgram(program: GoProgram): Promise<string | undefined> {
  const { sources, name, linkerFlags = [], arrange = () => {} } = program
  const flags = ['-trimpath', '-buildvcs=false', '-ldflags', ['-s', '-w', ...linkerFlags].join(' ')]
  try {
    const version = execFileSync('go', ['version'], { encoding: 'utf8', env: { ...process.env, ...environment } })
    const files = globSync('{*.go,go.mod,go.sum}', { cwd: sources }).sort()
    const contents = files.flatMap((file) => [file, readFileSync(join(sources, file))])
    const parts = [version, ...contents, ...flags, String(arrange)]
    const { folder } = await cached(basename(sources), parts, async (making) => {
      const output = join(making, name)
      const args = ['-n', '19', 'go', 'build', ...flags, '-o', output, program.package ?? '.']
      await run('nice', args, { cwd: sources, env: environment })
      arrange(making, output)
    })
    return folder
  } catch (error) {
    if (process.env.CI === 'true') throw new Error(`${name} could not be built`, { cause: error })
    console.warn(`skipping what needs ${name}: ${errorMessage(error).split('\n')[0]}`)
    return undefined
  }
}
