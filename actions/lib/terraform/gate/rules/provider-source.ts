// Providers against the allow list: a provider is a program that runs with the credentials of the job, while planning already.

import type { GateProblem, GateRule } from '../gate-rule.ts'
import { lockFiles } from '../lock-file.ts'
import { fitsProvider, providerNeeds } from '../provider-needs.ts'

export const providerSource: GateRule = {
  id: 'terraform-provider-source',
  check: async ({ head, allowed: { providers: patterns } }) => {
    const found: GateProblem[] = []
    const noted = new Set<string>()
    for (const { root, folders } of head.roots)
      for (const folder of folders)
        for (const { name, source, written, at } of providerNeeds(folder, root.tool)) {
          const what = source ?? `“${written ?? name}”`
          if (source === undefined) {
            const message = `The source of provider ${name}, ${what}, is no address that can be read. Write it as text, such as "hashicorp/${name}".`
            found.push({ message, at, value: name, severity: 'error' })
          } else if (patterns === undefined) {
            if (noted.has(source)) continue
            noted.add(source)
            const message = `Provider ${what} runs here; no list says which providers may. List it under terraform.providers in the settings.`
            found.push({ message, at, value: source, severity: 'note' })
          } else if (!patterns.some((pattern) => fitsProvider(pattern, source))) {
            const how = written === undefined ? ` (implied by the name ${name})` : ''
            const message = `Provider ${what}${how} is not one of those that may run. Remove it, or add it to terraform.providers in the settings, in a change of its own.`
            found.push({ message, at, value: source })
          }
        }
    if (patterns === undefined) return found
    for (const { providers } of await lockFiles(head))
      for (const { source, at } of providers) {
        if (patterns.some((pattern) => fitsProvider(pattern, source.toLowerCase()))) continue
        const message = `The lock file pins provider ${source}, which is not one of those that may run. Remove the entry.`
        found.push({ message, at, value: `lock ${source}` })
      }
    return found
  },
}
