// OpenTofu for tests, built from its module: the suites that run terraform run it as well.
import { goProgram } from '../go-program.ts'

/** Takes about three minutes of one core the first time. Returns a folder for PATH, or undefined where it cannot be built. */
export const tofuFolder = (): Promise<string | undefined> =>
  goProgram({
    sources: import.meta.dirname,
    name: 'tofu',
    package: 'github.com/opentofu/opentofu/cmd/tofu',
    // Without it the version ends in `-dev`.
    linkerFlags: ['-X github.com/opentofu/opentofu/version.dev=no'],
  })

if (import.meta.main) console.log(await tofuFolder())
