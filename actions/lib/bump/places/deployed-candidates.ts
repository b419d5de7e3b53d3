// The places that decide for Applications, and whether anybody else would be changed with them.
import { fileSites } from '../../images/file-images.ts'
import { matchName } from '../../images/reference.ts'
import { type ImageSite, mainScalar } from '../../images/site.ts'
import { nearest } from '../../text/nearest.ts'
import { matchesPattern } from '../../text/pattern.ts'
import { listed } from '../../text/words.ts'
import type { BumpRefusal, BumpRequest } from '../request.ts'
import { applicationSites, namedSites } from './application-sites.ts'
import { type Applications, filesOf, type WrittenApplication } from './applications.ts'
import type { Candidate } from './candidate.ts'
import { applicationsOf } from './environments.ts'
import { fieldSites } from './field-sites.ts'
import type { SiteContext } from './find-sites.ts'
import { otherKustomizations, placeKey, sharedWith } from './shared-files.ts'

type Chosen = ReadonlyMap<WrittenApplication, readonly string[]>

/** The places of a request's environments and Applications; what stands in the way goes into the refusals. */
export async function deployedCandidates(
  request: BumpRequest,
  context: SiteContext,
  refusals: BumpRefusal[],
  notes: string[],
): Promise<Candidate[]> {
  const { image, scope } = request
  const all = await context.applications()
  const chosen = chooseApplications(request, all, context, refusals)
  const merged = new Map<string, Candidate>()
  const unreadable = new Set((await Promise.all([...chosen.keys()].map((one) => unreadableFiles(one, context)))).flat())
  for (const file of unreadable) {
    const opened = await context.files.open(file)
    if (opened.type === 'refused') refusals.push(...opened.refusals.map((refusal) => ({ image, ...refusal, file })))
  }
  for (const [one, environments] of chosen) {
    for (const site of await applicationSites(image, one, context.files)) {
      if (scope.files.length > 0 && !scope.files.includes(mainScalar(site).file)) continue
      add(merged, site, [one.application.name], environments)
    }
  }
  await addFromSettings(request, context, merged, refusals)
  for (const candidate of merged.values()) {
    if (candidate.applications.length > 0) await checkOthers(image, candidate, chosen, all, context, refusals, notes)
  }
  return [...merged.values()]
}

/** Files that an Application reads, that may hold an image, and that cannot be read: what they decide is not known. */
async function unreadableFiles(one: WrittenApplication, { files }: SiteContext): Promise<readonly string[]> {
  const opened = await Promise.all(
    [...filesOf(one)].map(async (file) => {
      const matters = (await files.mentions(file, 'mage')) || (await files.mentions(file, 'tag'))
      return matters && (await files.open(file)).type === 'refused' ? [file] : []
    }),
  )
  return opened.flat()
}

function add(
  merged: Map<string, Candidate>,
  site: ImageSite,
  applications: readonly string[],
  environments: readonly string[],
): void {
  const known = merged.get(placeKey(site)) ?? { site, applications: [], environments: [] }
  known.applications.push(...applications.filter((name) => !known.applications.includes(name)))
  known.environments.push(...environments.filter((name) => !known.environments.includes(name)))
  merged.set(placeKey(site), known)
}

function chooseApplications(
  { image, scope }: BumpRequest,
  { applications }: Applications,
  context: SiteContext,
  refusals: BumpRefusal[],
): Chosen {
  const chosen = new Map<WrittenApplication, string[]>()
  for (const environment of scope.environments) {
    const members = applicationsOf(environment, applications, context.environments)
    if ('refused' in members) refusals.push({ image, message: members.refused })
    else for (const one of members) chosen.set(one, [...(chosen.get(one) ?? []), environment])
  }
  for (const name of scope.applications) {
    const named = applications.filter(({ application }) => application.name === name)
    if (named.length === 0) {
      const meant = nearest(
        name,
        applications.map(({ application }) => application.name),
      )
      const hint = meant === undefined ? '' : `: did you mean ${meant}?`
      refusals.push({ image, message: `there is no Application ${name} in the files of this repository${hint}` })
    }
    if (named.length > 1) {
      const where = named.map(({ file }) => file)
      refusals.push({
        image,
        message: `there are ${named.length} Applications ${name}, in ${listed(where)}: name the environment or the file`,
      })
      continue
    }
    for (const one of named) chosen.set(one, chosen.get(one) ?? [])
  }
  // Together they narrow: these Applications of these environments.
  const narrowed = scope.environments.length > 0 && scope.applications.length > 0
  return new Map(
    [...chosen].filter(
      ([{ application }, environments]) =>
        !narrowed || (environments.length > 0 && scope.applications.includes(application.name)),
    ),
  )
}

/** Files and fields that the settings give an environment besides what its Applications deploy. */
async function addFromSettings(
  { image, scope }: BumpRequest,
  { files, environments }: SiteContext,
  merged: Map<string, Candidate>,
  refusals: BumpRefusal[],
): Promise<void> {
  for (const environment of scope.environments) {
    const settings = Object.hasOwn(environments, environment) ? environments[environment] : undefined
    for (const pattern of settings?.files ?? []) {
      const paths = files.list('').filter((path) => matchesPattern(pattern, path))
      if (paths.length === 0) {
        refusals.push({
          image,
          message: `no file fits ${pattern}, which the settings name for environment ${environment}`,
        })
      }
      for (const path of paths) {
        if (scope.files.length > 0 && !scope.files.includes(path)) continue
        const sites = fileSites((await files.documents(path)) ?? [], path)
        for (const site of namedSites(image, sites)) add(merged, site, [], [environment])
      }
    }
    for (const target of settings?.targets ?? []) {
      if (matchName(image, target.image) === undefined) continue
      for (const site of await fieldSites(target.image, [target], files, refusals)) add(merged, site, [], [environment])
    }
  }
}

async function checkOthers(
  image: string,
  candidate: Candidate,
  chosen: Chosen,
  all: Applications,
  { files }: SiteContext,
  refusals: BumpRefusal[],
  notes: string[],
): Promise<void> {
  const scalar = mainScalar(candidate.site)
  const opened = await files.open(scalar.file)
  const place = opened.type === 'yaml' ? opened.yaml.documents[scalar.document]?.placeOf(scalar.path) : undefined
  const at = { image, file: scalar.file, ...place }
  const others = all.applications.filter((one) => !chosen.has(one))
  const shared = await sharedWith(candidate.site, others, files)
  const known = { chosen: [...chosen.keys()], known: all.applications }
  const elsewhere = await otherKustomizations(candidate.site, known, files, all.kustomizations)
  const who = [...shared, ...elsewhere.affected.map((directory) => `the kustomization in ${directory || 'the root'}`)]
  if (who.length > 0) {
    const next = /kustom|manifest/.test(candidate.site.form)
      ? `add an \`images\` entry to the overlay of ${listed(candidate.applications)}`
      : `set the version in a file of ${listed(candidate.applications)} alone`
    const message = `${listed(who)} would change too, because ${who.length > 1 ? 'they deploy' : 'it deploys'} this place as well: ${next}, or name ${who.length > 1 ? 'them' : 'it'} too`
    refusals.push({ ...at, message })
  }
  if (elsewhere.followers.length > 0) {
    notes.push(
      `${listed(elsewhere.followers)} ${elsewhere.followers.length > 1 ? 'build' : 'builds'} on it and will have the version too`,
    )
  }
  for (const file of elsewhere.unreadable) {
    const message = `whether ${file} builds on this place cannot be told, because it cannot be read: mend it first`
    refusals.push({ ...at, message })
  }
  if (/Helm|manifest/.test(candidate.site.form) && all.applicationSets.length > 0) {
    notes.push(
      `What ApplicationSet ${listed(all.applicationSets)} generates is not followed: if it deploys ${scalar.file}, that changes too`,
    )
  }
}
