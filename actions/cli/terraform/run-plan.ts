// Plans the roots of a clone for the person who works in it: gate, plans, report.
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Finding } from '../../lib/findings/finding.ts'
import { gateChange } from '../../lib/terraform/planning/gate-change.ts'
import { type Change, openChange } from '../../lib/terraform/planning/open-change.ts'
import { planChange } from '../../lib/terraform/planning/plan-change.ts'
import type { RootResult, TerraformReport } from '../../lib/terraform/result/result.ts'
import { isRefusing, renderGateText } from '../../lib/terraform/show/gate.ts'
import { renderTerraformJson, reportOutcome } from '../../lib/terraform/show/json.ts'
import { rootAnswer } from '../../lib/terraform/show/standing.ts'
import { renderTerraformText } from '../../lib/terraform/show/text.ts'
import { count } from '../../lib/text/words.ts'
import { UserError } from '../../lib/toolkit/user-error.ts'
import { planningContext } from '../../terraform-plan/session.ts'
import { type Arguments, exitCodes, type Terminal } from '../command.ts'
import { keepLockFiles } from './keep-lock-files.ts'
import { type Clone, openClone } from './open-clone.ts'
import { namesOfRoots, readMirror, readNumber, readRevision } from './plan-options.ts'
import { type PlanProgress, planProgress } from './plan-progress.ts'

/** Returns the exit code. Throws a UserError for wrong use. */
export async function runPlan({ values, lists }: Arguments, terminal: Terminal): Promise<number> {
  const base = readRevision('base', values.base)
  const parallel = readNumber('parallel', values.parallel, { to: 32, default: 4 })
  const timeoutMinutes = readNumber('timeout', values.timeout, { to: 360, default: 30 })
  using interruption = terminal.holdSignals()
  const { signal: stop } = interruption
  const progress = planProgress(terminal)
  stop.addEventListener('abort', () =>
    progress.say('Interrupted. What runs is asked to end, and waited for until it has let go of its locks.'),
  )
  const clone = await openClone(terminal.cwd, base)
  try {
    const places = { cwd: realpathSync(terminal.cwd), repository: clone.root }
    const mirror = readMirror(values['provider-mirror'], places)
    progress.show('Reading the configuration')
    const change = await openChange({
      head: clone.head,
      ...(clone.base !== undefined && { base: clone.base.tree }),
      ...(lists.root !== undefined && { named: namesOfRoots(lists.root, places) }),
    })
    requireRoots(change, clone)
    progress.show('Looking at the files')
    const gate = await gateChange(
      lists.root === undefined ? change : ofThosePlanned(change),
      new Date().toISOString().slice(0, 10),
    )
    const report = (roots: readonly RootResult[]) => reportOf(change, clone, gate.findings, roots)
    const isJson = values.format === 'json'
    if (gate.refused) {
      progress.clear()
      const text = isJson ? renderTerraformJson(report([])) : gateText(gate.findings, clone, terminal)
      await terminal.write(text)
      return exitCodes.refused
    }
    if (!isJson) sayRemarks(change, gate.findings, terminal, progress)
    const results = await planRoots({ change, clone, parallel, timeoutMinutes, mirror, stop }, terminal, progress)
    if (stop.aborted) {
      for (const { root, outcome, reason } of results)
        if (outcome === 'failed') progress.say(`${root}: ${reason ?? 'was not planned'}`)
      return exitCodes.interrupted
    }
    const { color, width } = terminal
    await terminal.write(
      isJson ? renderTerraformJson(report(results)) : renderTerraformText(report(results), { color, width }),
    )
    return isGood(results) ? exitCodes.done : exitCodes.refused
  } finally {
    progress.clear()
    await clone.close()
  }
}

const isGood = (results: readonly RootResult[]) => !['failed', 'refused'].includes(reportOutcome(results))

/** For the gate: a root that somebody names does not wait for others to be mended. What concerns the whole clone still counts. */
const ofThosePlanned = (change: Change): Change => ({
  ...change,
  selection: { ...change.selection, roots: change.selection.impacts.map(({ root }) => root) },
})

function requireRoots({ selection, base }: Change, { root }: Clone): void {
  if (selection.roots.length > 0 || base !== undefined) return
  throw new UserError('There is no Terraform root in this clone.', {
    where: root,
    next: 'a root is a folder with a backend, cloud or provider block; name others under `terraform.roots` in .github/seaworthy.yaml',
  })
}

function reportOf(
  { selection }: Change,
  { base }: Clone,
  gate: readonly Finding[],
  roots: readonly RootResult[],
): TerraformReport {
  return {
    ...(base !== undefined && { base: base.commit }),
    roots,
    waves: selection.waves,
    unaffected: selection.unaffected,
    ...(selection.notAsked !== undefined && { notAsked: selection.notAsked }),
    ...(selection.removed.length > 0 && { removed: selection.removed.map(({ name }) => name) }),
    ...(gate.length > 0 && { gate }),
  }
}

function gateText(findings: readonly Finding[], { base }: Clone, { color, width }: Terminal): string {
  const more = [
    'Nothing was started: no provider, no init, no plan. All files count that git does not ignore.',
    ...(base === undefined ? ['With --base REV, what is there already does not refuse.'] : []),
  ]
  return renderGateText(findings, { color, width, more: more.join(' ') })
}

/** What does not refuse, for the eye only: the report on stdout is about plans. */
function sayRemarks(change: Change, findings: readonly Finding[], terminal: Terminal, progress: PlanProgress): void {
  const { notes } = change.selection
  for (const { message, at } of notes.slice(0, 20))
    progress.say(`note: ${[at.file, at.line].filter(Boolean).join(':')} ${message}`)
  if (notes.length > 20) progress.say(`note: and ${count(notes.length - 20, 'further remark')} of this kind`)
  const fresh = findings.filter((finding) => finding.status !== 'known' && !isRefusing(finding))
  if (fresh.length === 0) return
  progress.clear()
  terminal.warn(`${renderGateText(fresh, { color: terminal.color, width: terminal.width })}\n`)
}

async function planRoots(
  given: {
    readonly change: Change
    readonly clone: Clone
    readonly parallel: number
    readonly timeoutMinutes: number
    readonly mirror: string | undefined
    readonly stop: AbortSignal
  },
  terminal: Terminal,
  progress: PlanProgress,
): Promise<readonly RootResult[]> {
  const { change, clone, stop } = given
  const folder = mkdtempSync(join(tmpdir(), 'seaworthy-terraform-'))
  const work = join(folder, 'work')
  mkdirSync(work)
  const putBack = keepLockFiles(change.selection.impacts.map(({ root }) => join(clone.root, root.path)))
  try {
    const context = planningContext(
      {
        change,
        repository: clone.root,
        folders: { work },
        // For this run alone: a fingerprint compares only under the key of a repository, which a person does not have.
        fingerprintKey: randomBytes(32),
        timeoutMinutes: given.timeoutMinutes,
        providerMirror: given.mirror,
        stop,
        log: progress.logger,
      },
      terminal.environment,
    )
    progress.begin(change.selection.impacts.length)
    return await planChange(context, change, given.parallel, async ({ root }, { result }) => {
      progress.planned(`${root.name}: ${rootAnswer(result)}`)
      const { fingerprint: _, ...rest } = result
      return rest
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
    putBack()
  }
}
