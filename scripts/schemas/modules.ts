// Go modules: what a source's go.mod and go.sum pin, and where the module's files are once it is downloaded.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runTool } from '../../actions/lib/toolkit/exec.ts'
import { UserError } from '../../actions/lib/toolkit/user-error.ts'
import { type Source, sourceFolder } from './sources.ts'

export type Pin = { readonly module: string; readonly version: string; readonly hash: string }

const environment = {
  cwd: '',
  env: { GOTOOLCHAIN: 'local', GOFLAGS: '-mod=mod' },
  inherit: ['GOPROXY', 'GOSUMDB', 'GOMODCACHE', 'GOPATH', 'GOCACHE', 'HTTPS_PROXY', 'NO_PROXY'],
}

/** What go.mod and go.sum of a source pin. Throws when one of them does not. Needs no network. */
export function readPin(source: Source): Pin {
  const folder = sourceFolder(source)
  const escaped = source.module.replaceAll('.', '\\.')
  const version = new RegExp(`^(?:require)?\\s*${escaped} (v\\S+)`, 'm').exec(read(join(folder, 'go.mod')))?.[1]
  if (version === undefined) {
    throw new UserError(`go.mod does not require ${source.module}.`, {
      where: `schemas/sources/${source.name}/go.mod`,
      next: `run: node scripts/schemas.ts pin ${source.name} VERSION`,
    })
  }
  const line = `${source.module} ${version} h1:`
  const hash = read(join(folder, 'go.sum'))
    .split('\n')
    .find((text) => text.startsWith(line))
    ?.slice(line.length - 3)
  if (hash === undefined) {
    throw new UserError(`go.sum has no hash of ${source.module} ${version}.`, {
      where: `schemas/sources/${source.name}/go.sum`,
      next: `run go mod tidy in schemas/sources/${source.name}`,
    })
  }
  return { module: source.module, version, hash }
}

function read(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8')
  throw new UserError('A source of the schemas has no pin.', { where: file, next: 'restore the file from Git' })
}

/** Downloads the pinned module, checked against its go.sum. Returns its folder in Go's module cache. Needs the network once. */
export async function downloadModule(source: Source): Promise<string> {
  const { module, version, hash } = readPin(source)
  const answer = await go(source, ['mod', 'download', '-json', `${module}@${version}`])
  const told: unknown = JSON.parse(answer)
  if (typeof told !== 'object' || told === null || !('Dir' in told) || typeof told.Dir !== 'string') {
    throw new UserError(`go mod download told no folder for ${module} ${version}.`, {
      next: 'try again, or pin another version',
    })
  }
  if (!('Sum' in told) || told.Sum !== hash) {
    throw new UserError(`${module} ${version} is not what go.sum pins.`, {
      where: `schemas/sources/${source.name}/go.sum`,
      next: 'do not go on before you know why',
    })
  }
  return told.Dir
}

/** Writes pins.go and go.mod of a source and lets `go mod tidy` fill go.sum. Needs the network. */
export async function writePin(source: Source, version: string): Promise<Pin> {
  const folder = sourceFolder(source)
  mkdirSync(folder, { recursive: true })
  const path = source.pin === '' ? source.module : `${source.module}/${source.pin}`
  writeFileSync(
    join(folder, 'pins.go'),
    `// Package pins holds the version that the schemas are made from. Without an import, go mod tidy would drop the requirement.\npackage pins\n\nimport _ "${path}"\n`,
  )
  writeFileSync(
    join(folder, 'go.mod'),
    `module seaworthy/schemas/sources/${source.name}\n\ngo 1.26.0\n\nrequire ${source.module} ${version}\n`,
  )
  await go(source, ['mod', 'tidy'])
  return readPin(source)
}

async function go(source: Source, args: readonly string[]): Promise<string> {
  const { stdout } = await runTool({ ...environment, cwd: sourceFolder(source), tool: 'go', args })
  return stdout
}
