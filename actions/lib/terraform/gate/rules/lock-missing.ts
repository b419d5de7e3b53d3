// Roots without a lock file: whatever the registry says today runs.

import { listed } from '../../../text/words.ts'
import { lockFileName } from '../../roots/file-names.ts'
import type { GateProblem, GateRule } from '../gate-rule.ts'
import { lockFiles } from '../lock-file.ts'
import { providerNeeds } from '../provider-needs.ts'

export const lockMissing: GateRule = {
  id: 'terraform-lock-missing',
  check: async ({ head }) => {
    const found: GateProblem[] = []
    const locks = new Map((await lockFiles(head)).map((lock) => [lock.file, lock]))
    for (const { root, folder, folders } of head.roots) {
      const needs = folders.flatMap((one) => providerNeeds(one, root.tool))
      const sources = [...new Set(needs.flatMap(({ source }) => source ?? []))].sort()
      const file = folder === '' ? lockFileName : `${folder}/${lockFileName}`
      const lock = locks.get(file)
      if (sources.length === 0) continue
      const command = `${root.tool} providers lock`
      if (lock === undefined) {
        const message = `${root.name} has no ${lockFileName}, so that nothing pins ${listed(sources)}: another program may run in the apply than in the plan. Run “${command}” in ${root.path} and commit the file.`
        found.push({ message, at: needs[0]?.at ?? root.at, value: root.path })
        continue
      }
      const pinned = new Set(lock.providers.map(({ source }) => source.toLowerCase()))
      const open = sources.filter((source) => !pinned.has(source))
      if (open.length === 0 || lock.problems.length > 0) continue
      const message = `${file} does not pin ${listed(open)}. Run “${command}” in ${root.path} and commit the file.`
      found.push({ message, at: { file }, value: open.join(' ') })
    }
    return found
  },
}
