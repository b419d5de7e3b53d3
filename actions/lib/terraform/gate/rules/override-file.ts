// Override files: they replace what other files say, and a reviewer of those does not see it.
import type { GateRule } from '../gate-rule.ts'

const isOverride = (file: string) => /(^|\/|_)override\.(tf|tofu)(\.json)?$/.test(file)

export const overrideFile: GateRule = {
  id: 'terraform-override-file',
  check: ({ head }) =>
    head.folders
      .flatMap(({ files }) => files)
      .filter(({ file }) => isOverride(file))
      .map(({ file }) => ({
        message: `${file} silently replaces blocks of the other files in its folder. Change those blocks where they stand.`,
        at: { file },
        value: file,
      })),
}
