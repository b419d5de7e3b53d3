// Native tools for `*.tools.test.ts`, installed once per version into a cache outside the repository.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import { errorMessage } from '../toolkit/user-error.ts'
import { cacheFolder } from './cache-folder.ts'

const cache = join(cacheFolder(), 'tools')

/**
 * The path of a Go program, installed with `go install` when it is not in the cache.
 * Undefined when that is not possible here, so that the test can be skipped and counted; throws under `CI=true`.
 * @param program such as `github.com/rhysd/actionlint/cmd/actionlint`
 */
export function goTool(program: string, version: string): string | undefined {
  const name = program.split('/').findLast((part) => !/^v\d+$/.test(part)) ?? program
  const folder = join(cache, `${name}-${version}`)
  return provide(folder, name, () => {
    const env = { ...process.env, GOBIN: `${folder}.new`, GOFLAGS: '' }
    execFileSync('go', ['install', `${program}@${version}`], { env, stdio: 'pipe' })
    renameSync(`${folder}.new`, folder)
  })
}

/** The path of a Python program of the same name as its package, from a virtual environment of its own. As `goTool`. */
export function pythonTool(name: string, version: string): string | undefined {
  const folder = join(cache, `${name}-${version}`)
  return provide(folder, join('bin', name), () => {
    execFileSync('python3', ['-m', 'venv', folder], { stdio: 'pipe' })
    execFileSync(
      join(folder, 'bin/pip'),
      ['install', '--quiet', '--disable-pip-version-check', `${name}==${version}`],
      { stdio: 'pipe' },
    )
  })
}

/** The Python in whose environment a package is that has no program of its own. As `goTool`. */
export function pythonWith(name: string, version: string): string | undefined {
  const folder = join(cache, `${name}-${version}`)
  return provide(folder, 'bin/python-with-it', () => {
    execFileSync('python3', ['-m', 'venv', folder], { stdio: 'pipe' })
    const pip = ['install', '--quiet', '--disable-pip-version-check', `${name}==${version}`]
    execFileSync(join(folder, 'bin/pip'), pip, { stdio: 'pipe' })
    // Made last: the environment's own name for Python is there before the package is.
    symlinkSync('python3', join(folder, 'bin/python-with-it'))
  })
}

function provide(folder: string, program: string, install: () => void): string | undefined {
  const path = join(folder, program)
  if (existsSync(path)) return path
  try {
    mkdirSync(cache, { recursive: true })
    // What an installation that was broken off has left.
    rmSync(folder, { recursive: true, force: true })
    install()
    return path
  } catch (error) {
    if (process.env.CI === 'true') throw new Error(`${basename(folder)} could not be installed`, { cause: error })
    console.warn(`skipping what needs ${basename(folder)}: ${errorMessage(error).split('\n')[0]}`)
    return undefined
  }
}
