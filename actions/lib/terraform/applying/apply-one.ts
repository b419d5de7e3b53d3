// Applies one root: the reviewed plan itself, or a new one that would do exactly the same. Nothing that a user could have caused
// is thrown: it is in the result.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../../toolkit/user-error.ts'
import { placeCarried } from '../envelope/carry.ts'
import { compareCanonical } from '../fingerprint/compare-canonical.ts'
import type { Plan } from '../plan/plan.ts'
import { type JudgedPlan, judgePlan } from '../planning/judge-plan.ts'
import { failureOf, type MadePlan, planOne, prepare, said } from '../planning/plan-one.ts'
import type { PlanningContext, RootToPlan } from '../planning/planning-context.ts'
import type { Redactor } from '../redact/redactor.ts'
import type { ApplyResult } from '../result/apply-result.ts'
import { type ApplyRun, applyPlan } from '../tool/apply.ts'
import type { Executable } from '../tool/executable.ts'
import { initRoot } from '../tool/init.ts'
import type { PreparedRoot } from '../tool/prepared-root.ts'
import { readOutputs, readStateIdentity, type StateIdentity } from '../tool/state.ts'
import { resultOf } from './apply-result.ts'
import { stepsLeft, stepsOf } from './apply-steps.ts'
import { planFileProblem } from './prove-plan-file.ts'
import { type KeptState, putBackCommands } from './put-back-state.ts'
import type { ReviewedPlan } from './reviewed-plan.ts'

export type ApplyContext = PlanningContext & {
  /** How to go on with a root that was not applied: a command. */
  readonly continueWith: (root: string) => string | undefined
  /** Whether only the very plan may be applied, whatever the settings say: a newer run is to apply what the root is now. */
  readonly onlyReplay?: boolean
  /** Takes a state that its backend did not take to where it outlives the runner. */
  readonly keepState?: (prepared: PreparedRoot, state: Uint8Array) => KeptState
}

/** Applies a plan that was reviewed; see `ApplyMode`. */
export async function applyReviewed(
  context: ApplyContext,
  entry: RootToPlan,
  reviewed: ReviewedPlan,
): Promise<ApplyResult> {
  return guarded(context, entry, async (finish) => {
    const judgedBefore = judge(context, entry, reviewed.json, [])
    const about = { counts: judgedBefore.shown.counts, fingerprint: judgedBefore.fingerprint }
    if (!judgedBefore.shown.needsApply) return finish({ outcome: 'nothing-to-do', ...about })
    const wrongTool = toolProblem(await context.executable(entry.root.tool), reviewed)
    if (wrongTool !== undefined) return finish({ outcome: 'refused', reason: wrongTool, ...about })
    const mode = context.onlyReplay === true ? 'replay' : context.options.apply.mode
    if (mode !== 'reconcile') {
      const { prepared, secrets } = await prepare(context, entry)
      const judged = judge(context, entry, reviewed.json, secrets)
      const init = await initRoot(prepared, { lockFile: entry.lockFile, timeoutMs: context.timeoutMs })
      if (init.failure !== undefined)
        return finish({ outcome: 'failed', ...about, ...failureOf(init, judged.redactor) })
      if (isSameState(reviewed.envelope.state, await readStateIdentity(prepared))) {
        const planFile = await placePlan(prepared, reviewed)
        const problem = await planFileProblem(prepared, planFile, judgedBefore, (json) =>
          judge(context, entry, json, []),
        )
        if (problem !== undefined) return finish({ outcome: 'refused', ...about, reason: problem })
        const run = await applyPlan({ ...prepared, redactor: judged.redactor }, planFile, applyOptions(context))
        if (run.outcome !== 'stale')
          return finish({ mode: 'replay', ...about, ...(await record(run, prepared, judged, context)) })
      }
      if (mode === 'replay') {
        return finish({
          outcome: 'stale',
          ...about,
          reason:
            context.onlyReplay === true
              ? 'The state has changed since the plan was made, and the branch has touched the root since: a later run applies it as it is now.'
              : 'The state has changed since the plan was made, and the settings ask for the very plan (`apply.mode: replay`).',
        })
      }
      context.log.info(`${entry.root.name}: the state has changed since the plan was made; planning again to compare`)
    }
    return reconcile(context, entry, judgedBefore, finish)
  })
}

/** Applies a plan that was made in this run, unseen where the settings allow that, or approved in this run. */
export async function applyMade(context: ApplyContext, entry: RootToPlan, made: MadePlan): Promise<ApplyResult> {
  return guarded(context, entry, async (finish) => {
    const { judged, prepared } = made
    const about = { counts: judged.shown.counts, fingerprint: judged.fingerprint }
    if (!judged.shown.needsApply) return finish({ outcome: 'nothing-to-do', ...about })
    const run = await applyPlan(prepared, made.planFile, applyOptions(context))
    return finish({ mode: 'fresh', ...about, ...(await record(run, prepared, judged, context)) })
  })
}

async function reconcile(
  context: ApplyContext,
  entry: RootToPlan,
  reviewed: JudgedPlan,
  finish: Finish,
): Promise<ApplyResult> {
  const about = { counts: reviewed.shown.counts, fingerprint: reviewed.fingerprint }
  const { result, made } = await planOne(context, entry)
  if (made === undefined || result.outcome === 'errored') {
    const { reason = 'Planning again failed.', diagnostics, lock } = result
    return finish({ outcome: 'failed', ...about, reason, diagnostics, ...(lock !== undefined && { lock }) })
  }
  const { judged, prepared } = made
  // A job that is run again after its apply: what was reviewed is there already.
  if (!judged.shown.needsApply) {
    const { shown, fingerprint } = judged
    const reason = 'A plan that is made now has nothing to do: what was reviewed is there already.'
    return finish({ outcome: 'nothing-to-do', counts: shown.counts, fingerprint, reason })
  }
  if (judged.fingerprint !== reviewed.fingerprint) {
    const redact = (text: string) => reviewed.redactor.text(judged.redactor.text(text))
    const differences = compareCanonical(reviewed.canonical, judged.canonical).map(({ subject, message }) =>
      redact(`${subject}: ${message}`),
    )
    return finish({
      outcome: 'stale',
      ...about,
      reason: 'A plan that is made now would do something else than the one that was reviewed: nothing was applied.',
      differences,
    })
  }
  const run = await applyPlan(prepared, made.planFile, applyOptions(context))
  return finish({ mode: 'reconcile', ...about, ...(await record(run, prepared, judged, context)) })
}

async function placePlan(prepared: PreparedRoot, reviewed: ReviewedPlan): Promise<string> {
  const planFile = join(prepared.privateFolder, 'reviewed-plan')
  writeFileSync(planFile, reviewed.plan, { mode: 0o600 })
  await placeCarried(prepared.folder, reviewed.carried)
  return planFile
}

function judge(context: PlanningContext, { sides }: RootToPlan, json: string, secrets: readonly string[]): JudgedPlan {
  const policy = { protect: [], protectTypes: [], severities: {} }
  return judgePlan(json, { ...sides, policy }, { key: context.key, secrets })
}

const applyOptions = ({ options, timeoutMs }: PlanningContext) => ({ lockTimeout: options.lockTimeout, timeoutMs })

const isSameState = (planned: StateIdentity | undefined, now: StateIdentity | undefined) =>
  planned?.lineage === now?.lineage && planned?.serial === now?.serial

/** Why this tool may not apply that plan. */
function toolProblem({ tool, version, path }: Executable, { envelope }: ReviewedPlan): string | undefined {
  if (tool === envelope.tool && version === envelope.toolVersion) return undefined
  return `The plan was made by ${envelope.tool} ${envelope.toolVersion}, and ${path} is ${tool} ${version}: install the same version in both workflows, then plan again.`
}

type Outcome = Pick<ApplyResult, 'outcome'> & Partial<ApplyResult>
type Finish = (rest: Outcome) => ApplyResult

/** What came of an apply: what was done and what not, the outputs, and how to go on. */
async function record(
  run: ApplyRun,
  prepared: PreparedRoot,
  { plan, redactor }: { readonly plan: Plan; readonly redactor: Redactor },
  context: ApplyContext,
): Promise<Outcome> {
  const done = run.applied
  const outcome = run.outcome
  const next = outcome === 'applied' ? undefined : context.continueWith(prepared.root.name)
  const failure = failureOf(run, redactor)
  const kept = keepErroredState(run, prepared, context)
  return {
    outcome,
    applied: done,
    notApplied: outcome === 'applied' ? [] : stepsLeft(stepsOf(plan), done),
    outputs: await outputsAfter(run, prepared, redactor),
    ...(next !== undefined && { next }),
    ...failure,
    ...(kept !== undefined && { reason: [kept.reason, failure.reason ?? ''].join(' ').trim(), next: kept.next }),
  }
}

/** Without it, what was applied is known to nobody: this comes before everything else. */
function keepErroredState({ erroredState }: ApplyRun, prepared: PreparedRoot, { keepState }: ApplyContext) {
  if (erroredState === undefined) return undefined
  const onRunner: KeptState = { where: `${erroredState} on the runner`, fetch: [], file: erroredState }
  const { where, fetch, file } = keptState(erroredState, prepared, keepState) ?? onRunner
  return {
    reason: `The backend did not take the state after the apply. It is kept: ${where}. Put it back before anything else is planned.`,
    next: [...fetch, ...putBackCommands(prepared.root, file)].join(' && '),
  }
}

/** What cannot be sealed or written must not hide what was applied. */
function keptState(file: string, prepared: PreparedRoot, keep: ApplyContext['keepState']): KeptState | undefined {
  try {
    return keep?.(prepared, readFileSync(file))
  } catch (error) {
    prepared.logger.warning(`${prepared.root.name}: its state could not be sealed: ${said(error)}`)
    return undefined
  }
}

async function outputsAfter(run: ApplyRun, prepared: PreparedRoot, redactor: Redactor) {
  if (run.outcome !== 'applied') return []
  try {
    return (await readOutputs(prepared)).map((output) => redactor.value(output))
  } catch (error) {
    prepared.logger.warning(
      `${prepared.root.name}: applied, and its outputs cannot be read: ${redactor.text(said(error))}`,
    )
    return []
  }
}

async function guarded(
  context: PlanningContext,
  entry: RootToPlan,
  work: (finish: Finish) => Promise<ApplyResult>,
): Promise<ApplyResult> {
  const started = performance.now()
  const finish: Finish = (rest) => resultOf(entry, { durationMs: Math.round(performance.now() - started), ...rest })
  try {
    return await work(finish)
  } catch (error) {
    if (!(error instanceof UserError)) context.log.debug(error instanceof Error ? (error.stack ?? '') : String(error))
    return finish({ outcome: 'failed', reason: said(error) })
  }
}
