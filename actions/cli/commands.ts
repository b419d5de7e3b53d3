// The commands of the program, by name.
import type { CommandEntry } from './command.ts'

export const commands: Readonly<Record<string, CommandEntry>> = {
  check: {
    summary: 'Judge what Argo CD would deploy from a repository.',
    load: async () => (await import('./check.ts')).check,
  },
  bump: {
    summary: 'Set the version of an image in the working tree.',
    load: async () => (await import('./bump.ts')).bump,
  },
}
