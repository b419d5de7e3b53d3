// node scripts/github-api.ts [--check]: the part of GitHub's OpenAPI description that the emulator of the tests is held to.
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { operationIds } from '../actions/lib/testing/github/operation-ids.ts'
import { runTool } from '../actions/lib/toolkit/exec.ts'
import { UserError } from '../actions/lib/toolkit/user-error.ts'
import { extract, inOrder } from './github-api/extract.ts'
import { bundleText, list, record } from './schemas/json.ts'

/** GitHub's description as Octokit publishes it. 385 MB when installed, so it is no dependency: fetched when it is needed. */
export const source = {
  package: '@octokit/openapi',
  version: '23.0.2',
  integrity: 'sha512-pV8M7L9GY23AybNvTmo2nyjmpmnt6+2sRE/tqr0ZLQcPS4lnw7u5eZGNmwRNkBC3D7gZXbFx5AHzLUVRBXGDhg==',
} as const
const file = 'package/generated/api.github.com.json'

const root = resolve(import.meta.dirname, '..')
export const target = join(root, 'actions/lib/testing/github/openapi.json')

/** The text of `openapi.json`, made from the pinned package. Needs the network. */
export async function descriptionText(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'seaworthy-github-api-'))
  try {
    const archive = await fetchPackage(folder)
    await runTool({ tool: 'tar', args: ['-xzf', archive, '-C', folder, file] })
    const description = record(JSON.parse(readFileSync(join(folder, file), 'utf8')))
    return format(bundleText({ source, ...extract(description, inOrder(operationIds)) }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** As the formatter of the repository wants it, so that it has nothing to say of a generated file. */
async function format(text: string): Promise<string> {
  const biome = join(root, 'node_modules/.bin/biome')
  const args = ['format', `--stdin-file-path=${target}`]
  return (await runTool({ tool: biome, args, cwd: root, stdin: text })).stdout
}

async function fetchPackage(folder: string): Promise<string> {
  const wanted = `${source.package}@${source.version}`
  const { stdout } = await runTool({
    tool: 'npm',
    args: ['pack', wanted, '--json', '--ignore-scripts', '--pack-destination', folder],
    cwd: folder,
    inherit: ['HTTPS_PROXY', 'NO_PROXY', 'NODE_EXTRA_CA_CERTS', 'npm_config_registry', 'NPM_CONFIG_USERCONFIG'],
  })
  const name = record(list(JSON.parse(stdout))[0]).filename
  if (typeof name !== 'string') throw new UserError(`npm pack told no file for ${wanted}.`, { next: 'try again' })
  const archive = join(folder, name)
  const integrity = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`
  if (integrity !== source.integrity) {
    throw new UserError(`${wanted} is not what is pinned.`, {
      where: 'scripts/github-api.ts',
      next: 'do not go on before you know why',
    })
  }
  return archive
}

async function main(check: boolean): Promise<void> {
  const text = await descriptionText()
  if (!check) {
    writeFileSync(target, text)
    return console.log(`openapi.json: ${operationIds.length} operations, ${text.length} bytes`)
  }
  if (readFileSync(target, 'utf8') !== text) {
    throw new UserError('actions/lib/testing/github/openapi.json is stale.', {
      next: 'run: node scripts/github-api.ts',
    })
  }
  console.log('openapi.json is current')
}

if (import.meta.main) {
  try {
    const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
    await main(values.check)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
