// The budget of requests: the emulator counts, but only a fault says that it is used up.

export const hourlyLimit = 5000

/** The headers of every answer. Times are the machine's own: clients compare them with theirs. */
export function limitHeaders(resource: string, used: number): Record<string, string> {
  const taken = used % hourlyLimit
  return {
    'x-ratelimit-limit': String(hourlyLimit),
    'x-ratelimit-remaining': String(hourlyLimit - taken),
    'x-ratelimit-used': String(taken),
    'x-ratelimit-reset': String(resetAt(3600)),
    'x-ratelimit-resource': resource,
  }
}

/** In seconds since 1970. */
export const resetAt = (inSeconds: number) => Math.ceil(Date.now() / 1000) + inSeconds
