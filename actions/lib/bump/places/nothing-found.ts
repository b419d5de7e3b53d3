// Why no place was found, for somebody who was sure that there is one.

import { mainScalar } from '../../images/site.ts'
import { nearest } from '../../text/nearest.ts'
import { listed } from '../../text/words.ts'
import type { BumpRequest } from '../request.ts'
import { allSites, idleSites, namedSites } from './application-sites.ts'
import type { WrittenApplication } from './applications.ts'
import { applicationsOf } from './environments.ts'
import type { SiteContext } from './find-sites.ts'
import type { TreeFiles } from './tree-files.ts'

/** One sentence: what was looked at, what is there instead, and what can be done. */
export async function nothingFound({ image, scope }: BumpRequest, context: SiteContext): Promise<string> {
  const { applications, applicationSets } = await context.applications()
  const chosen = new Set<WrittenApplication>(
    applications.filter((one) => scope.applications.includes(one.application.name)),
  )
  for (const environment of scope.environments) {
    const members = applicationsOf(environment, applications, context.environments)
    if (!('refused' in members)) for (const one of members) chosen.add(one)
  }
  const inScope = [...chosen]
  const where = listed([...scope.environments.map((name) => `environment ${name}`), ...scope.applications])
  const names = [
    ...new Set((await Promise.all(inScope.map((one) => allSites(one, context.files)))).flat().map(({ name }) => name)),
  ]
  const idle = namedSites(image, (await Promise.all(inScope.map((one) => idleSites(one, context.files)))).flat())
  const hints = [
    ...idle
      .slice(0, 1)
      .map(
        (site) => `an entry of \`images\` in ${mainScalar(site).file} names it, but no manifest below has that image`,
      ),
    ...elsewhere(inScope),
    ...(await looseTags(image, inScope, context.files)),
    ...(applicationSets.length === 0
      ? []
      : [`what ApplicationSet ${listed(applicationSets)} generates is not followed`]),
    'a file (`files`) or a field (`targets`) can be named instead',
  ]
  const what =
    scope.files.length > 0
      ? `none of ${listed(scope.files)} is a place where ${where} sets`
      : `no file that ${where} deploys from this repository sets`
  return `${what} a version of ${image}: ${known(image, names)}; ${hints.join('; ')}`
}

function known(image: string, names: readonly string[]): string {
  const last = (name: string) => name.split('/').at(-1) ?? name
  const [word, words] = [last(image), names.map(last)]
  const meant = nearest(word, words)
  const same = names.filter((name) => last(name) === (words.includes(word) ? word : meant))
  if (same.length > 0 && !same.includes(image)) return `did you mean ${listed(same)}?`
  return names.length > 0 ? `they set ${listed(names, 8)}` : 'they set none'
}

/** Sources that were not followed, with the reason of each kind once. */
function elsewhere(applications: readonly WrittenApplication[]): readonly string[] {
  const reasons = new Map<string, string>()
  for (const { application, sources } of applications) {
    for (const { deployed } of sources) {
      if (deployed.type === 'elsewhere' && !reasons.has(deployed.why)) reasons.set(deployed.why, application.name)
    }
  }
  return [...reasons].slice(0, 3).map(([why, name]) => `Application ${name} was not followed: ${why}`)
}

/** Tags in value files whose image is named elsewhere, in the chart: the file is known, the image is not. */
async function looseTags(
  image: string,
  applications: readonly WrittenApplication[],
  files: TreeFiles,
): Promise<readonly string[]> {
  const found: string[] = []
  for (const { sources } of applications) {
    for (const { deployed } of sources) {
      if (deployed.type !== 'helm') continue
      for (const { file } of deployed.valueFiles) {
        const [data] = (await files.documents(file)) ?? []
        found.push(...tagPaths(data, []).map((path) => `${file}#${path}`))
      }
    }
  }
  const last = image.split('/').at(-1) ?? image
  const targets = [...new Set(found)].sort((a, b) => Number(b.includes(last)) - Number(a.includes(last)))
  return targets.length === 0
    ? []
    : [`tags without a repository stand at ${listed(targets, 4)}, which a target can name`]
}

function tagPaths(data: unknown, path: readonly string[]): readonly string[] {
  if (typeof data !== 'object' || data === null || Array.isArray(data) || path.length > 12) return []
  const entries = Object.entries(data)
  const hasName = entries.some(([key]) => key === 'repository')
  return entries.flatMap(([key, value]) => {
    const at = [...path, key.replaceAll('.', '\\.')]
    if (key === 'tag' && typeof value === 'string') return hasName ? [] : [at.join('.')]
    return tagPaths(value, at)
  })
}
