import { compareVersions } from './compare-versions.ts'
import type { Guard } from './define-guard.ts'

export const providerDowngrade: Guard = {
  id: 'provider-downgrade',
  severity: 'warning',
  what: 'The lock file has an older version of a provider than at the base.',
  why: 'An older provider may not read what a newer one wrote into the state, and brings back what was mended since. The tool stops by itself where it cannot read the state: hence a warning.',
  allow: 'Take the newer version again, by `terraform init -upgrade`, unless the older one is meant.',
  judge: ({ head, base }) =>
    head.lock.flatMap((locked) => {
      const before = base?.lock.find(({ source }) => source === locked.source)
      if (before === undefined || (compareVersions(locked.version, before.version) ?? 0) >= 0) return []
      const message = `Provider ${locked.source} goes back from ${before.version} to ${locked.version}. Take the newer version again, unless the older one is meant; the state may have to be restored then.`
      return [{ message, at: locked.at }]
    }),
}
