// The commands of the program, by name.
import type { Commands } from './command.ts'

export const commands: Commands = {
  check: {
    summary: 'Judge what Argo CD would deploy from a repository.',
    load: async () => (await import('./check.ts')).check,
  },
  bump: {
    summary: 'Set the version of an image in the working tree.',
    load: async () => (await import('./bump.ts')).bump,
  },
  terraform: {
    summary: 'Plan Terraform and OpenTofu roots, and judge plans.',
    description: 'What a pull request is told of its Terraform and OpenTofu roots, on your machine.',
    commands: {
      plan: {
        summary: 'Plan the roots of a clone, and judge the plans.',
        load: async () => (await import('./terraform/plan.ts')).plan,
      },
      explain: {
        summary: 'Judge a plan that exists already.',
        load: async () => (await import('./terraform/explain.ts')).explain,
      },
      open: {
        summary: 'Open a sealed plan of a workflow run.',
        load: async () => (await import('./terraform/open.ts')).open,
      },
    },
  },
}
