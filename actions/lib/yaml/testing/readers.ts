// What other YAML libraries make of a text: those of Go that Kubernetes tools use, and those of Python.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { cacheFolder } from '../../testing/cache-folder.ts'

/** A value with its type; mappings in the reader's order, of Go's in that of the keys. */
export type ReadTree =
  | { readonly text: string }
  | { readonly other: string }
  | { readonly list: readonly ReadTree[] }
  | { readonly map: readonly (readonly [ReadTree, ReadTree])[] }

/** The documents that each reader finds, null when it refuses the text. */
export type Readings = Readonly<Record<string, readonly ReadTree[] | null>>

export type Reader = { readonly name: string; readonly read: (texts: readonly string[]) => readonly Readings[] }

const engineModule = resolve(import.meta.dirname, '../../../kubeconform-wasm')
const packages = ['PyYAML==6.0.3', 'ruamel.yaml==0.19.1']

/** The readers that can be had here. One that cannot is an error under `CI=true`, and is named elsewhere. */
export function yamlReaders(): readonly Reader[] {
  return [provided('Go', goReader), provided('Python', pythonReader)].filter((reader) => reader !== undefined)
}

function provided(name: string, provide: () => (input: string) => string): Reader | undefined {
  try {
    const run = provide()
    const read = (texts: readonly string[]) => {
      const lines = run(texts.map((text) => `${JSON.stringify(text)}\n`).join(''))
        .trimEnd()
        .split('\n')
      return lines.map((line) => JSON.parse(line) as Readings)
    }
    read(['a: 1\n'])
    return { name, read }
  } catch (error) {
    if (process.env.CI === 'true') throw new Error(`the YAML readers of ${name} are not to be had`, { cause: error })
    console.warn(`skipping the YAML readers of ${name}: ${String(error).split('\n')[0]}`)
    return undefined
  }
}

function goReader(): (input: string) => string {
  const program = join(import.meta.dirname, 'read-yaml.go')
  return (input) =>
    execFileSync('go', ['run', program], { cwd: engineModule, input, encoding: 'utf8', maxBuffer, stdio: 'pipe' })
}

function pythonReader(): (input: string) => string {
  const folder = join(cacheFolder(), 'tools', packages.join('-'))
  const python = join(folder, 'bin/python')
  if (!existsSync(join(folder, 'complete'))) {
    // What an installation that was broken off has left.
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    execFileSync('python3', ['-m', 'venv', folder], { stdio: 'pipe' })
    execFileSync(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages], {
      stdio: 'pipe',
    })
    mkdirSync(join(folder, 'complete'))
  }
  const program = join(import.meta.dirname, 'read_yaml.py')
  return (input) => execFileSync(python, [program], { input, encoding: 'utf8', maxBuffer, stdio: 'pipe' })
}

const maxBuffer = 1 << 28
