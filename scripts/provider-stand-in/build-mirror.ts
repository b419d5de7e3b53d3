// A folder that terraform and tofu take the stand-in from, as if it were the provider (`filesystem_mirror`).
import { linkSync, mkdirSync, rmSync } from 'node:fs'
import { arch, platform } from 'node:os'
import { join } from 'node:path'
import { goProgram } from '../go-program.ts'

/** The version that it passes for. */
export const standInVersion = '6.7.34'

/** Built when it is not yet; undefined where that is not possible. */
export const providerMirror = (): Promise<string | undefined> =>
  goProgram({
    sources: import.meta.dirname,
    name: 'terraform-provider-ionoscloud',
    arrange: (folder, program) => {
      const target = `${platform()}_${arch() === 'x64' ? 'amd64' : arch()}`
      // Each tool looks under the name of its own registry.
      for (const host of ['registry.terraform.io', 'registry.opentofu.org']) {
        const place = join(folder, host, 'ionos-cloud/ionoscloud', standInVersion, target)
        mkdirSync(place, { recursive: true })
        linkSync(program, join(place, `terraform-provider-ionoscloud_v${standInVersion}`))
      }
      rmSync(program)
    },
  })

if (import.meta.main) console.log(await providerMirror())
