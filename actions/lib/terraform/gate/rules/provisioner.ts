// Provisioners: commands and copies that no plan shows.
import { blocksWithin } from '../../hcl/look.ts'
import type { GateProblem, GateRule } from '../gate-rule.ts'

const effects: Readonly<Record<string, string>> = {
  'local-exec': 'runs a command where Terraform runs, with its credentials',
  'remote-exec': 'runs commands on another machine',
  file: 'copies files to another machine',
}

export const provisioner: GateRule = {
  id: 'terraform-provisioner',
  check: function* ({ head }): Iterable<GateProblem> {
    for (const { files } of head.folders)
      for (const { body } of files)
        for (const { block, around } of blocksWithin(body)) {
          if (block.type !== 'provisioner') continue
          const kind = block.labels[0] ?? ''
          const owner = around.findLast(({ type }) => type === 'resource' || type === 'removed')
          const name = owner === undefined ? '' : [owner.type, ...owner.labels].join('.')
          const effect = Object.hasOwn(effects, kind) ? effects[kind] : 'runs what no plan shows'
          const message = `provisioner "${kind}" of ${name} ${effect}, and no plan shows it. Remove it: use a resource of a provider, cloud-init, or a step of its own.`
          yield { message, at: block.at, value: `${name} ${kind}` }
        }
  },
}
