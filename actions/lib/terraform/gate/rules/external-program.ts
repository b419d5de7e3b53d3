// Blocks of which the provider starts a program: data while planning, actions and resources while applying.
import { blocksWithin } from '../../hcl/look.ts'
import type { GateProblem, GateRule } from '../gate-rule.ts'

/** Types that start a program of the configuration's choice, of providers that are widely used. */
const types = new Set(['external', 'local_command', 'shell_script', 'shell_script_resource', 'ansible_playbook'])

const kinds: Readonly<Record<string, string>> = {
  data: 'while planning, before anybody has approved anything',
  ephemeral: 'while planning, before anybody has approved anything',
  resource: 'while applying',
  action: 'while applying',
}

export const externalProgram: GateRule = {
  id: 'terraform-external-program',
  check: function* ({ head }): Iterable<GateProblem> {
    for (const { files } of head.folders)
      for (const { body } of files)
        for (const { block } of blocksWithin(body)) {
          const [type = '', name = ''] = block.labels
          const when = Object.hasOwn(kinds, block.type) ? kinds[block.type] : undefined
          if (when === undefined || !types.has(type)) continue
          const message = `${block.type} "${type}" "${name}" starts a program ${when}, with all that the job may do. Have a provider do it, or compute the value before Terraform starts and pass it as a variable.`
          yield { message, at: block.at, value: `${block.type}.${type}.${name}` }
        }
  },
}
