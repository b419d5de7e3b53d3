// The README of this folder, made from the rules.
import { descriptions } from './catalogue.ts'
import { rulesTable } from './table.ts'

/** The text of the README of this folder. */
export const renderRulesReadme = (): string => `# Rules

<!-- Generated from the rules themselves by \`node scripts/docs.ts\`: change the rule, not this file. -->

Severities are the defaults: \`.github/seaworthy.yaml\` changes them by rule id, and exempts a subject with a reason and an end date.
Absence proves nothing where an Application that deploys to the same place was not rendered: such findings are notes.

${rulesTable(descriptions)}
A rule is one file that exports a \`Rule\`: pure, from a \`World\` of rendered objects to problems with a JSON pointer each.
What custom controllers make (Secrets, Services, pods) is data in \`providers.ts\`; which fields name other objects is data in \`references.ts\`.
`
