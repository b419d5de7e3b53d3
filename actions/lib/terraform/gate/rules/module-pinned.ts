// Remote modules that can change without a change of this repository.

import type { GateProblem, GateRule } from '../gate-rule.ts'
import { unpinnedReason } from '../module-address.ts'
import { modulesOf } from '../module-calls.ts'

export const modulePinned: GateRule = {
  id: 'terraform-module-unpinned',
  check: function* ({ head }): Iterable<GateProblem> {
    for (const { name, source, address, version, at } of head.folders.flatMap(modulesOf)) {
      const reason = address === undefined ? undefined : unpinnedReason(address, version)
      if (reason === undefined) continue
      const message = `Module ${name} (${source}) ${reason.words}.`
      yield { message, at, value: `${name} ${source} ${version ?? ''}`, severity: reason.severity }
    }
  },
}
