// Requests while planning: `data "http"` carries out what the configuration knows, and brings in what nobody reviewed.
import { argumentOf, blocksWithin, textOf } from '../../hcl/look.ts'
import type { GateProblem, GateRule } from '../gate-rule.ts'

export const httpData: GateRule = {
  id: 'terraform-http-data',
  check: function* ({ head }): Iterable<GateProblem> {
    for (const { files } of head.folders)
      for (const { body } of files)
        for (const { block } of blocksWithin(body)) {
          const [type, name = ''] = block.labels
          if ((block.type !== 'data' && block.type !== 'ephemeral') || type !== 'http') continue
          const url = textOf(argumentOf(block.body, 'url')?.value) ?? 'an address that is computed'
          const message = `${block.type} "http" "${name}" asks ${url} at every plan: what it answers decides without review, and the request can carry secrets away. Commit the content, or pass it as a variable.`
          yield { message, at: block.at, value: `${block.type}.http.${name}` }
        }
  },
}
