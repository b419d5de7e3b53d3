// What a person sees while the tool works: few lines, of which each says something new. Only addresses and times, no values.
import { count, oneLine } from '../../text/words.ts'
import type { ChangeAction } from '../plan/plan.ts'
import type { ToolEvent } from './events.ts'
import type { PreparedRoot } from './prepared-root.ts'

export type Progress = {
  readonly take: (event: ToolEvent) => void
  /** How many objects were read. */
  readonly refreshed: () => number
  readonly slow: () => readonly { readonly address: string; readonly seconds: number }[]
  /** Stops the clock. */
  readonly end: () => void
}

/** How long a lock of the state is waited for, as the tool writes durations. */
export const defaultLockTimeout = '5m'

const everyMs = 10_000
const slowSeconds = 5
const maxSlow = 10

const doing: Readonly<Record<ChangeAction, readonly [string, string]>> = {
  create: ['creating', 'created'],
  update: ['changing', 'changed'],
  replace: ['replacing', 'replaced'],
  delete: ['destroying', 'destroyed'],
  read: ['reading', 'read'],
  forget: ['forgetting', 'forgotten'],
  'no-op': ['looking at', 'left as it is'],
  other: ['working on', 'done'],
}

const beforeWork: readonly ToolEvent['type'][] = ['version', 'message', 'lock-wait', 'other']

/** In ticks: a log must not fill up while nothing happens. */
const silenceEvery = 6

/**
 * Follows the events of one command and tells the prepared root's logger, through its redactor.
 * @param lockTimeout how long the tool waits for the lock of the state; while it does, it tells nothing
 */
export function watchProgress(
  prepared: Pick<PreparedRoot, 'root' | 'logger' | 'redactor'>,
  lockTimeout: string,
  now: () => number = () => performance.now(),
): Progress {
  const say = (text: string) => prepared.logger.info(oneLine(prepared.redactor.text(`${prepared.root.name}: ${text}`)))
  const waitingFor = new Map<string, number>()
  const times: { address: string; seconds: number }[] = []
  let refreshed = 0
  let planned = 0
  const started = now()
  /** Nothing of the work itself was heard. Events that we do not know count for nothing. */
  let isSilent = true
  let silentTicks = 0
  let askedForLock: number | undefined
  const tellSilence = () => {
    if (silentTicks++ % silenceEvery !== 0) return
    const since = (time: number) => `${Math.round((now() - time) / 1000)} s`
    // A terminal shows 80 columns of it.
    if (askedForLock === undefined) say(`no answer yet, after ${since(started)}`)
    else say(`waiting for the lock of its state, it seems (${since(askedForLock)} of at most ${lockTimeout})`)
  }
  const finish = (address: string) => {
    const begun = waitingFor.get(address)
    if (begun === undefined) return
    waitingFor.delete(address)
    const seconds = (now() - begun) / 1000
    if (seconds >= slowSeconds) times.push({ address, seconds })
  }
  const tick = () => {
    if (isSilent) return tellSilence()
    const [slowest] = [...waitingFor].sort((a, b) => a[1] - b[1])
    if (slowest === undefined && refreshed + planned === 0) return
    const parts = [
      `${count(refreshed, 'object')} read`,
      ...(planned > 0 ? [`${count(planned, 'change')} planned`] : []),
    ]
    if (slowest !== undefined)
      parts.push(`waiting for ${slowest[0]} since ${Math.round((now() - slowest[1]) / 1000)} s`)
    say(parts.join(', '))
  }
  const timer = setInterval(tick, everyMs)
  timer.unref()
  return {
    take: (event) => {
      if (!beforeWork.includes(event.type)) isSilent = false
      switch (event.type) {
        case 'lock-wait':
          askedForLock = now()
          return
        case 'refresh-start':
          waitingFor.set(event.address, now())
          return
        case 'refresh-complete':
          refreshed += 1
          return finish(event.address)
        case 'planned-change':
          planned += 1
          return
        case 'apply-start':
          waitingFor.set(event.address, now())
          return say(`${doing[event.action][0]} ${event.address}`)
        case 'apply-complete':
          finish(event.address)
          return say(`${event.address} ${doing[event.action][1]}${after(event.seconds)}`)
        case 'apply-errored':
          finish(event.address)
          return say(`${event.address} failed${after(event.seconds)}`)
        case 'provision-start':
          return say(`${event.address} runs its provisioner ${event.provisioner}`)
        case 'message':
          // The tool's words when it is interrupted are worth more than ours.
          if (/interrupt|stopping|shutting down/i.test(event.text)) say(event.text)
          return
        default:
          return
      }
    },
    refreshed: () => refreshed,
    slow: () => times.sort((a, b) => b.seconds - a.seconds).slice(0, maxSlow),
    end: () => clearInterval(timer),
  }
}

const after = (seconds: number) => (seconds > 0 ? ` after ${seconds} s` : '')
