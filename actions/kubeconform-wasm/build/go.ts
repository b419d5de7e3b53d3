// The pinned Go toolchain: compiling a command to WebAssembly, and what went into it.

import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Raising it means: build, look at the assertions of `take-snapshot.ts`, run `npm run test:tools`. */
export const goVersion = 'go1.26.8'

const run = promisify(execFile)

// Nothing from the builder's own settings may reach the module.
const settings = { GOTOOLCHAIN: goVersion, GOFLAGS: '', GOWORK: 'off', GOEXPERIMENT: '', GOWASM: '', GODEBUG: '' }

const go = async (directory: string, args: readonly string[], target: Readonly<Record<string, string>> = {}) => {
  try {
    const environment = { ...process.env, ...settings, ...target }
    const { stdout } = await run('go', args, { cwd: directory, env: environment, maxBuffer: 64 << 20 })
    return stdout.trim()
  } catch (error) {
    const { code, stderr } = error as { code?: unknown; stderr?: string }
    if (code === 'ENOENT') throw new Error(`the build needs Go (${goVersion}, or any later one that can fetch it)`)
    throw new Error(`go ${args[0]} failed: ${stderr || String(error)}`)
  }
}

/** Compiles a command, reproducibly: the bytes depend on the sources and the toolchain alone. */
export const compileModule = async (directory: string, command: string, output: string): Promise<void> => {
  const reproducible = ['-trimpath', '-buildvcs=false', '-ldflags', '-s -w']
  const args = ['build', '-tags', 'kustomize_disable_go_plugin_support', ...reproducible, '-o', output, command]
  await go(directory, args, { GOOS: 'js', GOARCH: 'wasm' })
}

/** The same command for this machine, for tests that compare. */
export const compileNative = async (directory: string, command: string, output: string): Promise<void> => {
  await go(directory, ['build', '-tags', 'kustomize_disable_go_plugin_support', '-trimpath', '-o', output, command])
}

/** Versions of the Go modules that decide verdicts, as selected by go.mod. */
export const moduleVersions = async (
  directory: string,
  modules: readonly string[],
): Promise<Readonly<Record<string, string>>> => {
  const listing = await go(directory, ['list', '-m', '-f', '{{.Path}} {{.Version}}', ...modules])
  return Object.fromEntries(listing.split('\n').map((line) => line.split(' ') as [string, string]))
}

/** The runtime script that belongs to the toolchain. It is Go's, under Go's licence. */
export const readRuntime = async (directory: string): Promise<string> =>
  readFile(join(await go(directory, ['env', 'GOROOT']), 'lib', 'wasm', 'wasm_exec.js'), 'utf8')
