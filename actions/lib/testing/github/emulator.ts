// What the parts of the emulator share: repositories, tokens, time, numbers, and what went wrong in the emulator itself.
import type { Downloads } from './downloads.ts'
import { RestError } from './errors.ts'
import type { Repository } from './repository.ts'
import type { TokenGrant } from './types.ts'

export type Emulator = {
  /** `http://127.0.0.1:PORT`, known once it listens. */
  readonly url: string
  readonly repositories: ReadonlyMap<string, Repository>
  readonly tokens: ReadonlyMap<string, TokenGrant>
  /** Logins in small letters by the team's name, in small letters too. */
  readonly teams: ReadonlyMap<string, readonly string[]>
  /** Now, in whole seconds, as all of GitHub's times are. */
  readonly now: () => Date
  /** A number that no other thing has. */
  readonly nextId: () => number
  /** Puts something on the host of downloads and returns its address. */
  readonly offerDownload: Downloads['offer']
  /** Aborted when the emulator stops: what is under way then is nobody's fault. */
  readonly ended: AbortSignal
  /** What `stop()` reports. */
  readonly problems: string[]
}

/** Throws GitHub's 404 when there is none of that name. */
export function findRepository(emulator: Emulator, fullName: string): Repository {
  const found = emulator.repositories.get(fullName.toLowerCase())
  if (found === undefined) throw new RestError(404, 'Not Found')
  return found
}
