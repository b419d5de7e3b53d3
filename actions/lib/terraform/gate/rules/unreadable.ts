// Configuration that cannot be read, or that Terraform reads otherwise than we do: whatever hides in it would pass the gate.
import type { GateProblem, GateRule } from '../gate-rule.ts'
import { lockFiles } from '../lock-file.ts'

export const unreadable: GateRule = {
  id: 'terraform-unreadable',
  check: async ({ head }) => {
    const found: GateProblem[] = []
    for (const { files, unreadable: closed } of head.folders) {
      for (const { file, reason } of closed)
        found.push({ message: `It cannot be read: ${reason}`, at: { file }, value: reason })
      for (const { problems } of files)
        for (const { message, at } of problems) found.push({ message, at, value: message })
    }
    for (const { problems } of await lockFiles(head))
      for (const { message, at } of problems) found.push({ message, at, value: message })
    return found
  },
}
