// Which environments of the settings a place belongs to, however it was found: what holds for them holds for the place.
import { mainScalar } from '../../images/site.ts'
import { matchesPattern } from '../../text/pattern.ts'
import { filesOf } from './applications.ts'
import type { Candidate } from './candidate.ts'
import { applicationsOf } from './environments.ts'
import type { SiteContext } from './find-sites.ts'

export type EnvironmentsOfSite = {
  readonly environments: readonly string[]
  /** Environments that only holds name, to which it belongs by the usual signs. */
  readonly held: readonly string[]
}

/** Finds them without being asked: a file or an Application that is named must not lead past `promote-from` or `verify`. */
export async function environmentsOf(candidate: Candidate, context: SiteContext): Promise<EnvironmentsOfSite> {
  const inSettings = Object.keys(context.environments)
  const heldOnly = context.heldEnvironments.filter(
    (name) => inSettings.length === 0 && !candidate.environments.includes(name),
  )
  if (inSettings.length + heldOnly.length === 0) return { environments: candidate.environments, held: [] }
  const belongs = async (name: string) => candidate.environments.includes(name) || isIn(name, candidate, context)
  const choose = async (names: readonly string[]) => {
    const answers = await Promise.all(names.map(belongs))
    return names.filter((_, index) => answers[index])
  }
  const found = await choose(inSettings)
  return { environments: [...new Set([...candidate.environments, ...found])], held: await choose(heldOnly) }
}

async function isIn(name: string, { site, applications }: Candidate, context: SiteContext): Promise<boolean> {
  const { file } = mainScalar(site)
  const settings = Object.hasOwn(context.environments, name) ? context.environments[name] : undefined
  if (settings?.files?.some((pattern) => matchesPattern(pattern, file))) return true
  if (settings?.targets?.some((target) => target.file === file)) return true
  const all = await context.applications()
  const members = applicationsOf(name, all.applications, context.environments)
  if ('refused' in members) return false
  if (members.some((one) => applications.includes(one.application.name) || one.file === file)) return true
  // Found by its file alone: whoever reads the file is concerned, whether or not the place decides for them now.
  return applications.length === 0 && members.some((one) => filesOf(one).has(file))
}
