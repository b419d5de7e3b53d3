// A client for tests: its clock jumps instead of waiting, and what it logs and how long it would have slept can be read.
import { setImmediate as turn } from 'node:timers/promises'
import type { Logger } from '../../toolkit/logger.ts'
import { type ClientOptions, createClient, type GitHubClient } from '../client.ts'

export type TestClient = {
  readonly client: GitHubClient
  readonly log: Logger
  /** Warnings begin with `warning: `. */
  readonly lines: string[]
  /** Milliseconds, in the order in which it was waited. */
  readonly slept: number[]
  /** Work for the moments when the client would sleep: the first is for the first time. */
  readonly whileSleeping: (() => Promise<unknown>)[]
}

/** @param url of the emulator, or of another server on loopback */
export function testClient(url: string, options: Partial<ClientOptions> = {}): TestClient {
  const lines: string[] = []
  const slept: number[] = []
  const whileSleeping: (() => Promise<unknown>)[] = []
  const log: Logger = {
    info: (message) => lines.push(message),
    warning: (message) => lines.push(`warning: ${message}`),
    debug: () => {},
    group: (_title, work) => work(),
  }
  let jumped = 0
  const client = createClient({
    token: 'token',
    apiUrl: url,
    log,
    random: () => 0.5,
    now: () => Date.now() + jumped,
    sleep: async (milliseconds) => {
      slept.push(milliseconds)
      jumped += milliseconds
      await whileSleeping.shift()?.()
      await turn()
    },
    ...options,
  })
  return { client, log, lines, slept, whileSleeping }
}

/** What was thrown; fails when nothing was. */
export async function errorOf(work: Promise<unknown>): Promise<Error> {
  const result = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(result instanceof Error)) throw new Error('an error was expected, but nothing was thrown')
  return result
}
