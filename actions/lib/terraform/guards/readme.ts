// The README of this folder, made from the guards.
import { allGuards } from './all-guards.ts'
import { statefulTypes } from './stateful-types.ts'

const cell = (text: string) => text.replaceAll('|', '\\|')

/** The text of the README of this folder. */
export const renderGuardsReadme = (): string => `# Guards

<!-- Generated from the guards themselves by \`node scripts/docs.ts\`: change the guard, not this file. -->

Each looks at one plan and says what is dangerous in it. An error refuses the plan, until somebody of the teams under \`overrides\` lets exactly this plan through.
\`terraform.guards.severities\` in \`.github/seaworthy.yaml\` changes a severity by name: \`error\`, \`warning\`, \`note\` or \`off\`.

| Guard | Default | What it finds | Why | How to allow it |
| --- | --- | --- | --- | --- |
${allGuards.map(({ id, severity, what, why, allow }) => `| \`${id}\` | ${severity} | ${[what, why, allow].map(cell).join(' | ')} |`).join('\n')}

A guard is one file that exports a \`Guard\`: pure, from a plan and the configuration at both commits to sentences. Values of the plan may stand in them: they go through the redactor.
Which types hold data is data in \`stateful-types.ts\` (${statefulTypes.size} types); what is known of node pools is data in \`node-pools.ts\`.
Where a resource is written is found by following module calls whose source is a folder; where that leaves several blocks, no place is given.
`
