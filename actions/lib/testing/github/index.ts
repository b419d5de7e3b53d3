// An emulator of GitHub for tests: REST and GraphQL on loopback, real git behind them, strict where GitHub is strict.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDownloads } from './downloads.ts'
import type { Emulator } from './emulator.ts'
import { faultRegister } from './faults.ts'
import { createRepository, type Repository } from './repository.ts'
import { createApiServer } from './server.ts'
import type { GitHubEmulator, GitHubOptions, LoggedRequest } from './types.ts'
import { fullAccess } from './viewer.ts'

export type { Fault, FaultEffect, Faults } from './faults.ts'
export * from './seed.ts'
export type * from './state.ts'
export type * from './types.ts'

/** Starts an emulator on a free port of 127.0.0.1, in this process. Stop it, best by `await using`. */
export async function startGitHub(options: GitHubOptions): Promise<GitHubEmulator> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-github-')))
  const repositories = new Map<string, Repository>()
  const requests: LoggedRequest[] = []
  const faults = faultRegister()
  let ids = 1000
  let url = ''
  const downloads = await startDownloads()
  const ending = new AbortController()
  const emulator: Emulator = {
    get url() {
      return url
    },
    repositories,
    tokens: new Map(Object.entries(options.tokens ?? { token: fullAccess })),
    teams: new Map(
      Object.entries(options.teams ?? {}).map(([name, logins]) => [
        name.toLowerCase(),
        logins.map((login) => login.toLowerCase()),
      ]),
    ),
    now: () => new Date(Math.floor(Date.now() / 1000) * 1000),
    nextId: () => {
      ids += 1
      return ids
    },
    offerDownload: downloads.offer,
    ended: ending.signal,
    problems: [],
  }
  for (const [name, files] of Object.entries(options.repositories)) {
    const repository = await createRepository(folder, name, emulator.nextId(), files, emulator.now)
    repositories.set(repository.key, repository)
  }
  const server = createApiServer(emulator, faults, requests)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  let stopped: Promise<void> | undefined
  const end = async () => {
    ending.abort()
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
    await Promise.all([downloads.close(), ...[...repositories.values()].map(({ git }) => git.close())])
    rmSync(folder, { recursive: true, force: true })
    if (emulator.problems.length > 0)
      throw new Error(`The emulator of GitHub has something to say:\n${emulator.problems.join('\n')}`)
  }
  const stop = () => {
    stopped ??= end()
    return stopped
  }
  return {
    url,
    graphqlUrl: `${url}/graphql`,
    environment: { GITHUB_API_URL: url, GITHUB_GRAPHQL_URL: `${url}/graphql`, GITHUB_SERVER_URL: url },
    repository: (name) => {
      const found = repositories.get(name.toLowerCase())
      if (found === undefined) throw new Error(`the emulator was started without ${name}`)
      return found.forTests
    },
    faults,
    requests,
    stop,
    [Symbol.asyncDispose]: stop,
  }
}
