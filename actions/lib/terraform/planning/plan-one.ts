// One root from `init` to its judged plan. Nothing that a user could have caused is thrown: it is in the result.
import { describeFailure, UserError } from '../../toolkit/user-error.ts'
import { createRedactor } from '../redact/create-redactor.ts'
import type { Redactor } from '../redact/redactor.ts'
import { ended, summarySentence } from '../result/diagnostic-words.ts'
import type { Diagnostic, RootResult } from '../result/result.ts'
import { requireVersion } from '../tool/executable.ts'
import type { Failure } from '../tool/explain-failure.ts'
import { initRoot } from '../tool/init.ts'
import { type PlanOptions, planRoot } from '../tool/plan.ts'
import { type PreparedRoot, prepareRoot } from '../tool/prepared-root.ts'
import type { CommandResult } from '../tool/run-command.ts'
import { showPlanJson, showPlanText } from '../tool/show.ts'
import { environmentSecrets } from './environment-secrets.ts'
import { guardPolicy } from './guard-policy.ts'
import { isRefused, type JudgedPlan, judgePlan } from './judge-plan.ts'
import type { PlanningContext, RootToPlan } from './planning-context.ts'

/** A plan that was made here, still in clear. */
export type MadePlan = {
  readonly prepared: PreparedRoot
  readonly planFile: string
  readonly json: Uint8Array
  readonly judged: JudgedPlan
  /** The text of the plan as the tool writes it, free of secrets. Asked for once. */
  readonly text: () => Promise<string>
}

export type PlannedRoot = { readonly result: RootResult; readonly made?: MadePlan }

/** Prepares, initialises and plans a root, and judges the plan. */
export async function planOne(
  context: PlanningContext,
  entry: RootToPlan,
  options: Pick<PlanOptions, 'mode'> = {},
): Promise<PlannedRoot> {
  const started = performance.now()
  const describe = resultOf(entry)
  const finish = (rest: Parameters<typeof describe>[0], made?: MadePlan): PlannedRoot => ({
    result: { ...describe(rest), durationMs: Math.round(performance.now() - started) },
    ...(made !== undefined && { made }),
  })
  let redactor: Redactor = createRedactor([])
  try {
    if (context.stop.aborted) throw new UserError('It was not started, since the run was interrupted.')
    const { prepared, secrets } = await prepare(context, entry)
    redactor = prepared.redactor
    const toolVersion = prepared.executable.version
    const init = await initRoot(prepared, { lockFile: entry.lockFile, timeoutMs: context.timeoutMs })
    if (init.failure !== undefined) return finish({ outcome: 'failed', toolVersion, ...failureOf(init, redactor) })
    const run = await planRoot(prepared, {
      ...options,
      lockTimeout: context.options.lockTimeout,
      timeoutMs: Math.max(context.timeoutMs - (performance.now() - started), 1000),
    })
    if (run.planFile === undefined) return finish({ outcome: 'failed', toolVersion, ...failureOf(run, redactor) })
    const { bytes } = await showPlanJson(prepared, run.planFile)
    const judged = judgePlan(
      bytes.toString('utf8'),
      { ...entry.sides, policy: guardPolicy(context.options) },
      { key: context.key, secrets },
    )
    redactor = judged.redactor
    const override = isRefused(judged.guards) ? await context.overrideFor?.(entry.root, judged.fingerprint) : undefined
    const made = madePlan({ ...prepared, redactor: judged.redactor }, run.planFile, bytes, judged)
    return finish(
      {
        outcome:
          run.outcome === 'errored'
            ? 'errored'
            : isRefused(judged.guards) && override === undefined
              ? 'blocked'
              : 'planned',
        toolVersion,
        plan: judged.shown,
        guards: judged.guards,
        fingerprint: judged.fingerprint,
        ...(override !== undefined && { override }),
        ...(run.outcome === 'errored'
          ? failureOf(run, redactor)
          : { diagnostics: redacted(run.diagnostics, redactor) }),
      },
      made,
    )
  } catch (error) {
    return finish({ outcome: 'failed', reason: redactor.text(said(error)) })
  }
}

function madePlan(prepared: PreparedRoot, planFile: string, json: Uint8Array, judged: JudgedPlan): MadePlan {
  let text: Promise<string> | undefined
  return {
    prepared,
    planFile,
    json,
    judged,
    text: () => {
      text ??= showPlanText(prepared, planFile).then((clear) => judged.redactor.text(clear))
      return text
    },
  }
}

/** A root that is ready for `init`, with a redactor that knows the secrets of the environment. */
export async function prepare(
  context: PlanningContext,
  { root, sides }: Pick<RootToPlan, 'root' | 'sides'>,
): Promise<{ readonly prepared: PreparedRoot; readonly secrets: readonly string[] }> {
  const executable = await context.executable(root.tool)
  requireVersion(root, executable)
  const prepared = prepareRoot({
    root,
    executable,
    repository: context.repository,
    workFolder: context.workFolder,
    environment: context.environment,
    variables: context.options.variables,
    providers: context.providers,
    logger: context.log,
    redactor: createRedactor([]),
    stop: context.stop,
  })
  const secrets = environmentSecrets(context.environment, prepared.givenVariables, sides.head.configuration)
  return { prepared: { ...prepared, redactor: createRedactor(secrets) }, secrets }
}

function resultOf({ root, wave, waitsFor, reasons }: RootToPlan) {
  return (rest: Pick<RootResult, 'outcome'> & Partial<RootResult>): RootResult => ({
    root: root.name,
    path: root.path,
    tool: root.tool,
    ...(root.workspace !== undefined && { workspace: root.workspace }),
    ...(root.environment !== undefined && { environment: root.environment }),
    wave,
    waitsFor,
    reasons,
    guards: [],
    diagnostics: [],
    durationMs: 0,
    ...rest,
  })
}

/**
 * Why a command failed, for the result of its root. Where it failed with an error of the tool, the reason is the summary of that
 * error and our advice: its place and detail are among the diagnostics.
 */
export function failureOf(
  { failure, diagnostics, lock }: CommandResult,
  redactor: Redactor,
): Pick<RootResult, 'diagnostics'> & Partial<Pick<RootResult, 'reason' | 'lock'>> {
  return {
    ...(failure !== undefined && { reason: redactor.text(saidOfFailure(failure)) }),
    ...(lock !== undefined && { lock: redactor.value(lock) }),
    diagnostics: redacted(diagnostics, redactor),
  }
}

const redacted = (diagnostics: readonly Diagnostic[], redactor: Redactor) =>
  diagnostics.map((diagnostic) => redactor.value(diagnostic))

/** What happened and what to do next, in one line. */
export function said(error: unknown): string {
  if (!(error instanceof UserError)) return describeFailure(error)
  const { what, where, next } = error
  return [ended(what), ...(where === undefined ? [] : [`At ${where}.`]), ...nextSentence(next)].join(' ')
}

const saidOfFailure = ({ error, from }: Failure): string =>
  from === undefined ? said(error) : [summarySentence(from), ...nextSentence(error.next)].join(' ')

const nextSentence = (next: string | undefined): readonly string[] =>
  next === undefined ? [] : [`Next: ${ended(next)}`]
