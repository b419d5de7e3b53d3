// Where modules come from, against the allow list.
import { matchesPattern } from '../../../text/pattern.ts'
import type { GateProblem, GateRule } from '../gate-rule.ts'
import { modulesOf } from '../module-calls.ts'

export const moduleSource: GateRule = {
  id: 'terraform-module-source',
  check: function* ({ head, allowed: { modules: patterns } }): Iterable<GateProblem> {
    for (const { name, source, address, at } of head.folders.flatMap(modulesOf)) {
      if (source === undefined) {
        const message = `The source of module ${name} is computed, so that nothing can be said of it before Terraform runs. Write it as text.`
        yield { message, at, value: name, severity: patterns === undefined ? 'warning' : 'error' }
        continue
      }
      if (patterns === undefined || address === undefined || address.kind === 'local' || address.kind === 'absolute')
        continue
      // What follows a question mark says which version.
      const place = source.split('?')[0] ?? source
      if (patterns.some((pattern) => matchesPattern(pattern, place))) continue
      const message = `Module ${name} comes from ${place}, which is not one of the sources that may be used. Take it from one that may, or add it to terraform.modules in the settings, in a change of its own.`
      yield { message, at, value: place }
    }
  },
}
