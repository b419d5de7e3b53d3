// A plan in the words of the table, so that what was read and what was expected can be compared.
import type { Redactor } from '../../redact/redactor.ts'
import { showPlan } from '../../result/show-plan.ts'
import type { Counts, Plan, ResourceChange } from '../plan.ts'
import { readPlan } from '../read-plan.ts'
import type { Expected, PlanCase, Recording } from './plan-case.ts'

export type Described = {
  readonly exit: number
  readonly noPlan: boolean
  readonly counts?: Partial<Counts>
  readonly needsApply?: boolean
  readonly errored?: boolean
  readonly complete?: boolean
  /** The tool's own words, or those that the counts come to. */
  readonly summary?: string
} & Pick<Expected, 'changes' | 'outputs' | 'checks' | 'differences' | 'spuriousDrift'>

const nothingSecret: Redactor = { text: (text) => text, value: (value) => value, size: 0 }
const signs = { added: '+', removed: '-', changed: '~' } as const

/** What a recording is. Of changes, outputs, checks and differences only what the case speaks of. */
export function describePlan(recording: Recording, expected: Expected): Described {
  if (recording.plan === undefined) return { exit: recording.exit, noPlan: true }
  const plan = readPlan(recording.plan)
  const shown = showPlan(plan, nothingSecret)
  const differences = shown.changes.filter(({ address }) => expected.differences?.[address] !== undefined)
  return {
    exit: recording.exit,
    noPlan: false,
    counts: plan.counts,
    needsApply: plan.needsApply,
    errored: plan.errored,
    complete: plan.complete,
    ...(recording.summary === undefined ? {} : { summary: recording.summary }),
    ...(expected.spuriousDrift && { spuriousDrift: plan.spuriousDrift?.length ?? 0 }),
    ...(expected.changes && { changes: describeChanges(plan) }),
    ...(expected.outputs && { outputs: Object.fromEntries(plan.outputs.map(({ name, action }) => [name, action])) }),
    ...(expected.checks && { checks: Object.fromEntries(plan.checks.map(({ address, status }) => [address, status])) }),
    ...(expected.differences && {
      differences: Object.fromEntries(
        differences.map((change) => [
          change.address,
          change.differences.map(
            ({ kind, path, forcesReplacement }) => signs[kind] + path + (forcesReplacement ? '!' : ''),
          ),
        ]),
      ),
    }),
  }
}

/** What a case expects of a tool. */
export const expectedOf = ({ expected, tofu }: PlanCase, tool: string): Expected =>
  tool === 'tofu' ? (tofu ?? expected) : expected

/** What the author of a case says of it, with all that he leaves out. */
export function expectedPlan(expected: Expected, tool = 'terraform'): Described {
  if (expected.noPlan) return { exit: expected.exit, noPlan: true }
  const counts = { ...noCounts, ...expected.counts }
  const summary = summaryOf(counts, tool)
  return {
    exit: expected.exit,
    noPlan: false,
    counts,
    needsApply: expected.needsApply ?? expected.exit === 2,
    errored: expected.errored ?? false,
    // OpenTofu does not say that a plan has only what was asked for.
    complete: (tool === 'tofu' ? undefined : expected.complete) ?? !expected.errored,
    ...(summary === undefined ? {} : { summary }),
    ...(expected.spuriousDrift && { spuriousDrift: expected.spuriousDrift }),
    ...(expected.changes && { changes: expected.changes }),
    ...(expected.outputs && { outputs: expected.outputs }),
    ...(expected.checks && { checks: expected.checks }),
    ...(expected.differences && { differences: expected.differences }),
  }
}

const noCounts: Counts = {
  create: 0,
  update: 0,
  replace: 0,
  delete: 0,
  read: 0,
  forget: 0,
  move: 0,
  import: 0,
  outputs: 0,
  invoke: 0,
  deferred: 0,
  other: 0,
  drift: 0,
  failedChecks: 0,
  unchanged: 0,
}

/** How the tool itself sums up such counts: a replacement is one to add and one to destroy, and reading is not counted. */
function summaryOf(counts: Counts, tool: string): string | undefined {
  const { create, update, replace, move, read } = counts
  const objects = create + update + replace + counts.delete + counts.forget + counts.import + move + read
  if (objects === 0) return undefined
  const parts = [
    counts.import > 0 ? `${counts.import} to import` : '',
    `${create + replace} to add`,
    `${update} to change`,
    `${counts.delete + replace} to destroy`,
    tool === 'tofu' && counts.forget > 0 ? `${counts.forget} to forget` : '',
  ]
  return `Plan: ${parts.filter((part) => part !== '').join(', ')}.`
}

function describeChanges(plan: Plan): Record<string, readonly string[]> {
  return Object.fromEntries(plan.changes.map((change) => [change.address, wordsOf(change)]))
}

function wordsOf(change: ResourceChange): string[] {
  return [
    change.action,
    ...(change.moved ? ['moved'] : []),
    ...(change.importing ? ['imported'] : []),
    ...(change.forgets ? ['forgets'] : []),
    ...(change.deposed === undefined ? [] : ['deposed']),
    ...(change.generatedConfig === undefined ? [] : ['generated']),
    ...(change.order === undefined ? [] : [change.order]),
    ...(change.reason === undefined ? [] : [change.reason]),
  ]
}
