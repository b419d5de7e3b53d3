// The terraform-plan action: the gate on files, then plans, what reviewers see of them, and only then whether it fails.
import { createClient } from '../lib/github/client.ts'
import { gateChange } from '../lib/terraform/planning/gate-change.ts'
import { openChange } from '../lib/terraform/planning/open-change.ts'
import { count } from '../lib/text/words.ts'
import { actionsLogger } from '../lib/toolkit/actions-logger.ts'
import { interruption } from '../lib/toolkit/interruption.ts'
import { UserError } from '../lib/toolkit/user-error.ts'
import { driftPhase } from './drift-phase.ts'
import { gatePassed, gateRefused } from './gate-phase.ts'
import { readInputs } from './inputs.ts'
import { planPhase } from './plan-phase.ts'
import { isFromFork, pullEvent, requireKnownEvent } from './pull-event.ts'
import { clearWork, makeFolders } from './report-folder.ts'
import type { Job } from './session.ts'
import { openTrees } from './trees.ts'

/** Throws a UserError when the step fails. */
export async function main(environment: NodeJS.ProcessEnv = process.env): Promise<void> {
  const inputs = readInputs(environment)
  const { place } = inputs
  const log = actionsLogger()
  const pull = pullEvent(environment)
  using stop = interruption()
  // A pull request has a base, given or not: its rules judge the change, which must not bring its own.
  const base = inputs.base ?? pull?.baseSha
  const trees = await openTrees(place.workspace, base, pull?.headSha)
  const folders = makeFolders(place.temporary)
  try {
    const change = await log.group('Find Terraform roots and what the change touches', async () => {
      const isWhole = inputs.mode === 'drift' || base === undefined
      const opened = await openChange({
        head: trees.head,
        ...(trees.base !== undefined && !isWhole && { base: trees.base }),
        ...(inputs.roots.length > 0 && { named: inputs.roots }),
      })
      const { roots, impacts, notes } = opened.selection
      log.info(`${count(roots.length, 'root')}, ${impacts.length} to plan`)
      for (const { root, reasons } of impacts) log.info(`  ${root.name}: ${reasons[0] ?? ''}`)
      for (const { message, at } of notes)
        log.info(`note: ${at.file}${at.line === undefined ? '' : `:${at.line}`} ${message}`)
      return opened
    })
    const clientOf = (token: string | undefined) => {
      if (token === undefined) throw new UserError('Input "token" is empty.', { next: 'leave it out, or give a token' })
      const { apiUrl, graphqlUrl } = place
      return createClient({ apiUrl, ...(graphqlUrl !== undefined && { graphqlUrl }), token, log })
    }
    const job: Job = {
      inputs,
      environment,
      log,
      trees,
      change,
      pull,
      folders,
      stop: stop.signal,
      client: () => clientOf(inputs.token),
      teamClient: () => clientOf(inputs.teamToken ?? inputs.token),
    }
    const gate = await log.group('Gate: files alone, nothing is started', () =>
      gateChange(change, new Date().toISOString().slice(0, 10)),
    )
    if (gate.refused && inputs.mode !== 'drift') return await gateRefused(job, gate.findings)
    const fork = isFromFork(pull, place.repository)
    if (inputs.mode !== 'gate' && !fork) requireKnownEvent(environment.GITHUB_EVENT_NAME)
    if (inputs.mode === 'gate' || fork) return gatePassed(job, gate.findings, fork)
    if (inputs.mode === 'drift') return await driftPhase(job)
    await planPhase(job, gate.findings)
  } finally {
    clearWork(folders, stop.signal)
    await trees.close()
  }
}
