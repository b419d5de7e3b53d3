// Whether somebody who may lets a refused plan through.
import type { TerraformOptions } from '../lib/contracts/terraform-settings.ts'
import type { GitHubClient } from '../lib/github/client.ts'
import { authorsOfPull } from '../lib/github/pull-authors.ts'
import { findOverride } from '../lib/terraform/approval/find-override.ts'
import { overrideToken } from '../lib/terraform/approval/override-token.ts'
import type { Override, RootResult } from '../lib/terraform/result/result.ts'
import type { Root } from '../lib/terraform/roots/root.ts'
import type { Logger } from '../lib/toolkit/logger.ts'
import { readVoices, type Voices } from './people.ts'
import type { PullEvent } from './pull-event.ts'

/** Asks GitHub once, and only when a plan is refused. */
export function overridesOf(options: {
  readonly client: GitHubClient
  readonly teamClient: GitHubClient
  readonly repository: string
  readonly pull: PullEvent
  readonly policy: TerraformOptions['overrides']
  readonly log: Logger
}): (root: Root, fingerprint: string) => Promise<Override | undefined> {
  const { client, teamClient, repository, pull, policy, log } = options
  let heard: Promise<{ readonly voices: Voices; readonly authors: readonly string[] }> | undefined
  const hear = async () => ({
    voices: await readVoices(client, teamClient, { repository, pull: pull.number }),
    // The same as an apply asks, or a label that lets a plan through here would not do so there.
    authors: [
      ...(pull.author === undefined ? [] : [pull.author]),
      ...(await authorsOfPull(client, repository, pull.number)),
    ],
  })
  return async (root, fingerprint) => {
    if (policy.teams.length + policy.users.length === 0) return undefined
    heard ??= hear()
    const { voices, authors } = await heard
    const verdict = findOverride({
      root: root.name,
      fingerprint,
      reviews: voices.reviews,
      labelEvents: voices.labelEvents,
      people: await voices.people(policy.teams),
      authors,
      headSha: pull.headSha,
      policy,
    })
    if (verdict.type === 'found') return verdict.override
    for (const reason of verdict.reasons) log.info(`${root.name}: ${reason}`)
    return undefined
  }
}

/** How a refused plan is let through, for the comment; undefined where the rules let nobody. */
export function overrideWords({ overrides }: TerraformOptions) {
  const who = [...overrides.teams, ...overrides.users]
  return ({ root, fingerprint }: RootResult): string | undefined =>
    who.length === 0 || fingerprint === undefined
      ? undefined
      : `somebody of ${who.map((name) => `\`${name}\``).join(', ')}, who is not an author, puts the label \`${overrideToken(root, fingerprint)}\` on this pull request; then run this job again.`
}
