// Taking a version back: every place that still holds it gets the last good one; what has moved on is left alone.

import { showVersion, type Version } from '../../images/version.ts'
import { groupBy } from '../../text/group-by.ts'
import { editFiles, scalarKey } from '../edit-files.ts'
import { guardedBy, type PlanContext } from '../plan.ts'
import type { BumpRefusal, FileChange, PlannedSite } from '../request.ts'
import { type HeldVersion, type HoldOptions, planHold } from '../state/plan-hold.ts'
import { type Draft, draftRollBack, type Move, type RollBackRequest } from './draft-roll-back.ts'
import type { RollBackServices, Said } from './good-version.ts'

export type { RollBackRequest } from './draft-roll-back.ts'
export type { RollBackServices } from './good-version.ts'

/** One image, one bad version and one good one; an image has several where places differ. */
export type RolledBack = {
  readonly image: string
  readonly bad: Version
  /** Undefined where no place has the bad one any more. */
  readonly to: Version | undefined
  readonly sites: readonly PlannedSite[]
}

export type RollBackPlan = {
  readonly rolledBack: readonly RolledBack[]
  readonly files: readonly FileChange[]
  readonly refusals: readonly BumpRefusal[]
  readonly notes: readonly string[]
  /** Paths of the holds that this writes, or that stand there already. */
  readonly holds: readonly string[]
}

/** Plans every image together: all of it can be done, or nothing is. @param hold undefined: none is written */
export async function planRollBack(
  requests: readonly RollBackRequest[],
  hold: HoldOptions | undefined,
  context: PlanContext,
  services: RollBackServices,
): Promise<RollBackPlan> {
  const said: Said = { refusals: [], notes: [] }
  const drafts: Draft[] = []
  for (const request of requests) drafts.push(...(await draftRollBack(request, requests, context, services, said)))
  const wanted = new Map(drafts.flatMap(textsOf).map((text) => [scalarKey(text.scalar), text] as const))
  const edited = await editFiles([...wanted.values()], context.files, guardedBy(context))
  said.refusals.push(...edited.refusals)
  const held = hold === undefined ? [] : await planHolds(drafts, hold, context, said)
  if (said.refusals.length > 0) return { rolledBack: [], files: [], ...said, holds: [] }
  const rolledBack = (await Promise.all(drafts.map((one) => tellMoves(one, context)))).flat()
  return {
    rolledBack,
    files: [...edited.files, ...held.flatMap(({ change }) => change ?? [])],
    ...said,
    holds: held.map(({ path }) => path),
  }
}

const textsOf = ({ moves }: Draft) => moves.flatMap(({ wanted }) => wanted)

async function planHolds(drafts: readonly Draft[], options: HoldOptions, context: PlanContext, said: Said) {
  const taken = new Set<string>()
  const held = new Map<string, { readonly path: string; readonly change: FileChange | undefined }>()
  const wanted = drafts.flatMap(({ image, bads, environments }) =>
    bads.map((bad): HeldVersion => ({ image, bad, environments })),
  )
  for (const one of wanted) {
    const key = JSON.stringify(one)
    if (held.has(key)) continue
    const planned = await planHold(one, options, context, taken)
    if ('message' in planned) said.refusals.push({ image: one.image, message: planned.message })
    else held.set(key, planned)
    if (one.environments.length > 0) continue
    said.notes.push(
      `no environment is known of the places of ${one.image}, so ${showVersion(one.bad)} is held everywhere`,
    )
  }
  return [...held.values()]
}

/** What became of an image, one entry for each pair of versions, so that no commit tells of a version that did not come. */
async function tellMoves({ image, bads, moves }: Draft, context: PlanContext): Promise<readonly RolledBack[]> {
  if (moves.length === 0) return bads.map((bad) => ({ image, bad, to: undefined, sites: [] }))
  const pairs = groupBy(moves, ({ bad, to }) => JSON.stringify([bad, to]))
  return Promise.all(
    [...pairs.values()].map(async (some) => {
      const { bad, to } = some[0] as Move
      const { sites } = await editFiles(
        some.flatMap(({ wanted }) => wanted),
        context.files,
        guardedBy(context),
      )
      return { image, bad, to, sites }
    }),
  )
}
