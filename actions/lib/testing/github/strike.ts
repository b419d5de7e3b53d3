// What faults do to a request: before the work, instead of it, and to its answer.
import { setTimeout as delay } from 'node:timers/promises'
import type { Emulator } from './emulator.ts'
import type { FaultEffect } from './faults.ts'
import { partsOfNodeId } from './node-id.ts'
import type { Match } from './openapi.ts'
import { resetAt } from './rate-limit.ts'
import type { Repository } from './repository.ts'
import { json, type Sent } from './rest/answer.ts'
import { values } from './rest/handler.ts'

export type Struck = {
  /** Where the connection is cut, if it is. */
  readonly cut: 'before' | 'within' | 'after' | undefined
  /** The answer, when no work is to be done. */
  readonly instead: Sent | undefined
  readonly afterwards: (answer: Sent) => Sent
}

type Target = {
  readonly emulator: Emulator
  readonly match: Match | undefined
  readonly graphql: boolean
  readonly body: unknown
  readonly routes: readonly string[]
}

const docs = 'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api'

export async function strike(effects: readonly FaultEffect[], target: Target): Promise<Struck> {
  let cut: Struck['cut']
  let instead: Sent | undefined
  let lost: number | undefined
  for (const effect of effects) {
    if (effect.type === 'slow') await delay(effect.ms, undefined, { signal: target.emulator.ended })
    else if (effect.type === 'stale-head') await somebodyPushes(target, effect)
    else if (effect.type === 'reset') cut ??= 'before'
    else if (effect.type === 'truncated') cut ??= 'within'
    else if (effect.type === 'lost-answer' && effect.drop === true) cut ??= 'after'
    else if (effect.type === 'lost-answer') lost ??= effect.status ?? 502
    else instead ??= answerOf(effect, target)
  }
  const afterwards = (answer: Sent) => (lost === undefined ? answer : json(lost, { message: 'Server Error' }))
  return { cut, instead, afterwards }
}

let pushes = 0

async function somebodyPushes(target: Target, effect: FaultEffect & { readonly type: 'stale-head' }): Promise<void> {
  const found = branchOf(target)
  if (found === undefined)
    throw new Error(`stale-head befell a request that has no branch: ${target.routes.join(', ')}`)
  pushes += 1
  const files = effect.files ?? { [`somebody-else-${pushes}.txt`]: `${pushes}\n` }
  const push = () => found.repository.forTests.commit('Somebody else was quicker', files, effect.branch ?? found.branch)
  if (effect.late === true) found.repository.beforeNextMove.push(push)
  else await push()
}

function branchOf({
  emulator,
  match,
  graphql,
  body,
}: Target): { readonly repository: Repository; readonly branch?: string } | undefined {
  const path: Readonly<Record<string, unknown>> = match?.path ?? {}
  const input = values(values(values(body).variables).input)
  const branch = values(input.branch)
  const [ofNode, ref] = partsOfNodeId('REF', String(branch.id)) ?? []
  const name = graphql ? String(branch.repositoryNameWithOwner ?? ofNode ?? '') : `${path.owner}/${path.repo}`
  const repository = emulator.repositories.get(name.toLowerCase()) ?? onlyOne(emulator, graphql)
  if (repository === undefined) return undefined
  const inPath = /^heads\/(.+)$/.exec(String(path.ref))?.[1]
  const named = graphql
    ? (branch.branchName ?? String(ref ?? '').replace(/^refs\/heads\//, ''))
    : (inPath ?? values(body).base)
  return typeof named === 'string' && named !== '' ? { repository, branch: named } : { repository }
}

/** A document may have its values written in it: with one repository there is no question which is meant. */
const onlyOne = ({ repositories }: Emulator, graphql: boolean) =>
  graphql && repositories.size === 1 ? [...repositories.values()][0] : undefined

function answerOf(effect: FaultEffect, { graphql, routes }: Target): Sent | undefined {
  if (effect.type === 'status') {
    const message = effect.message ?? (effect.status === 502 ? 'Server Error' : 'An error was asked for')
    return json(effect.status, { message, documentation_url: docs, status: String(effect.status) }, effect.headers)
  }
  if (effect.type === 'secondary-limit') {
    const { retryAfterSeconds, status = 403 } = effect
    const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'
    const about = `${docs}#about-secondary-rate-limits`
    const headers = retryAfterSeconds === undefined ? undefined : { 'retry-after': String(retryAfterSeconds) }
    return json(status, { message, documentation_url: about, status: String(status) }, headers)
  }
  if (effect.type === 'primary-limit') {
    const message = 'API rate limit exceeded for installation ID 1.'
    const headers = {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-used': '5000',
      'x-ratelimit-reset': String(resetAt(effect.resetSeconds)),
    }
    if (graphql) return json(200, { errors: [{ type: 'RATE_LIMITED', message }] }, headers)
    const status = effect.status ?? 403
    return json(status, { message, documentation_url: docs, status: String(status) }, headers)
  }
  if (effect.type === 'graphql-error') {
    const [field = ''] = routes
    const type = effect.errorType === undefined ? {} : { type: effect.errorType }
    const error = { ...type, path: [field], locations: [{ line: 1, column: 1 }], message: effect.message }
    return json(200, { data: { [field]: null }, errors: [error] })
  }
  return undefined
}
