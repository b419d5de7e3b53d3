// Which places a request means: in the Applications of an environment, in files that were named, or in fields chosen by hand.
import type { EnvironmentSettings } from '../contracts/settings.ts'
import { fileSites } from '../images/file-images.ts'
import { imageKey, matchName } from '../images/reference.ts'
import { type ImageSite, mainScalar } from '../images/site.ts'
import type { Pin } from '../images/version.ts'
import { nearest } from '../text/nearest.ts'
import { matchesPattern } from '../text/pattern.ts'
import { listed } from '../text/words.ts'
import { applicationSites, imagesOf } from './application-sites.ts'
import type { Applications, WrittenApplication } from './applications.ts'
import { applicationsOf } from './environments.ts'
import { fieldSites } from './field-sites.ts'
import type { BumpRefusal, BumpRequest } from './request.ts'
import { sharedWith } from './shared-files.ts'
import type { TreeFiles } from './tree-files.ts'

export type SiteContext = {
  readonly files: TreeFiles
  /** Found at the first call only: a request that names files needs no Application. */
  readonly applications: () => Promise<Applications>
  readonly environments: Readonly<Record<string, EnvironmentSettings>>
  /** The form in which an environment wants its versions. */
  readonly pinOf: (environments: readonly string[]) => Pin | undefined
}

export type LocatedSite = {
  readonly site: ImageSite
  readonly file: string
  readonly line: number
  readonly column: number
  readonly applications: readonly string[]
  readonly environments: readonly string[]
}

export type FoundSites = { readonly sites: readonly LocatedSite[] } | { readonly refusals: readonly BumpRefusal[] }

type Candidate = { readonly site: ImageSite; readonly applications: string[]; readonly environments: string[] }

/** Finds the places of one request, at least one, or says why there is none or why it is not clear which is meant. */
export async function findSites(request: BumpRequest, context: SiteContext): Promise<FoundSites> {
  const { image, scope } = request
  const refusals: BumpRefusal[] = []
  const candidates =
    scope.environments.length + scope.applications.length > 0
      ? await deployedCandidates(request, context, refusals)
      : await fileCandidates(request, context, refusals)
  candidates.push(
    ...(await fieldSites(request, context.files, refusals)).map((site) => ({
      site,
      applications: [],
      environments: [],
    })),
  )
  if (refusals.length > 0) return { refusals }
  const chosen = chooseByName(image, candidates)
  if ('message' in chosen) return { refusals: [{ image, ...chosen }] }
  if (chosen.candidates.length === 0) return { refusals: [{ image, message: await nothingFound(request, context) }] }
  return { sites: await Promise.all(chosen.candidates.map((candidate) => locate(candidate, context.files))) }
}

async function deployedCandidates(
  request: BumpRequest,
  context: SiteContext,
  refusals: BumpRefusal[],
): Promise<Candidate[]> {
  const { image, scope } = request
  const { applications } = await context.applications()
  const chosen = new Map<WrittenApplication, string[]>()
  for (const environment of scope.environments) {
    const ofSettings = Object.hasOwn(context.environments, environment) ? context.environments[environment] : undefined
    // An environment of files alone has no Applications to look for.
    if (ofSettings?.files !== undefined && ofSettings.applications === undefined) continue
    const members = applicationsOf(environment, applications, context.environments)
    if ('refused' in members) refusals.push({ image, message: members.refused })
    else for (const one of members) chosen.set(one, [...(chosen.get(one) ?? []), environment])
  }
  for (const name of scope.applications) {
    const named = applications.filter(({ application }) => application.name === name)
    if (named.length === 0)
      refusals.push({ image, message: `there is no Application ${name} in the files of this repository` })
    for (const one of named) chosen.set(one, chosen.get(one) ?? [])
  }
  const inScope = [...chosen].filter(
    ([{ application }]) => scope.applications.length === 0 || scope.applications.includes(application.name),
  )
  const merged = new Map<string, Candidate>()
  for (const [one, environments] of inScope) {
    for (const site of await applicationSites(image, one, context.files)) {
      if (scope.files.length > 0 && !scope.files.includes(mainScalar(site).file)) continue
      const key = siteKey(site)
      const known = merged.get(key) ?? { site, applications: [], environments: [] }
      known.applications.push(one.application.name)
      known.environments.push(...environments.filter((name) => !known.environments.includes(name)))
      merged.set(key, known)
    }
  }
  await addNamedFiles(request, context, merged)
  const found = [...merged.values()]
  const others = applications.filter((one) => !inScope.some(([mine]) => mine === one))
  for (const candidate of found) {
    const shared = await sharedWith(image, candidate.site, others, context.files)
    if (shared.length > 0) refusals.push(await sharedRefusal(image, candidate, shared, context.files))
  }
  return found
}

/** The files that the settings give an environment, besides what its Applications deploy. */
async function addNamedFiles(
  { image, scope }: BumpRequest,
  { files, environments }: SiteContext,
  merged: Map<string, Candidate>,
): Promise<void> {
  for (const environment of scope.environments) {
    const patterns = (Object.hasOwn(environments, environment) ? environments[environment]?.files : undefined) ?? []
    const paths =
      patterns.length === 0 ? [] : files.list('').filter((path) => patterns.some((one) => matchesPattern(one, path)))
    for (const path of paths) {
      if (scope.files.length > 0 && !scope.files.includes(path)) continue
      for (const site of fileSites((await files.documents(path)) ?? [], path)) {
        if (![site.name, ...site.aliases].some((name) => matchName(image, name) !== undefined)) continue
        const known = merged.get(siteKey(site)) ?? { site, applications: [], environments: [] }
        if (!known.environments.includes(environment)) known.environments.push(environment)
        merged.set(siteKey(site), known)
      }
    }
  }
}

/** A site is the place of its main scalar. */
export const siteKey = (site: ImageSite): string => {
  const { file, document, path } = mainScalar(site)
  return JSON.stringify([file, document, path])
}

async function sharedRefusal(
  image: string,
  candidate: Candidate,
  shared: readonly string[],
  files: TreeFiles,
): Promise<BumpRefusal> {
  const { file, line, column } = await locate(candidate, files)
  const list = `${shared.slice(0, 5).join(', ')}${shared.length > 5 ? ` and ${shared.length - 5} more` : ''}`
  const message = `${list} would change too, because ${shared.length > 1 ? 'they deploy' : 'it deploys'} this place as well: add an \`images\` entry to the overlay of ${candidate.applications.join(', ')}, or name those Applications too`
  return { image, message, file, line, column }
}

async function fileCandidates(
  { image, scope }: BumpRequest,
  { files }: SiteContext,
  refusals: BumpRefusal[],
): Promise<Candidate[]> {
  const candidates: Candidate[] = []
  for (const path of scope.files) {
    const opened = await files.open(path)
    if (opened.type === 'missing') refusals.push({ image, message: 'there is no such file', file: path })
    else if (opened.type === 'refused')
      refusals.push(...opened.refusals.map((refusal) => ({ image, ...refusal, file: opened.path })))
    else {
      const all = fileSites(
        opened.yaml.documents.map(({ data }) => data),
        opened.path,
      )
      const some = all.filter(({ name, aliases }) =>
        [name, ...aliases].some((known) => matchName(image, known) !== undefined),
      )
      if (some.length === 0) refusals.push({ image, message: `this image is not in it${listImages(all)}`, file: path })
      candidates.push(...some.map((site) => ({ site, applications: [], environments: [] })))
    }
  }
  return candidates
}

function listImages(sites: readonly ImageSite[]): string {
  const names = [...new Set(sites.map(({ name }) => name))]
  if (names.length === 0) return ', and no other: `target` can name a field by its path'
  return `; it has ${names.slice(0, 8).join(', ')}${names.length > 8 ? ` and ${names.length - 8} more` : ''}`
}

type Chosen = { readonly candidates: readonly Candidate[] } | { readonly message: string; readonly file: string }

/** Whole names come before parts of names; a part that several images have is not clear. */
function chooseByName(image: string, candidates: readonly Candidate[]): Chosen {
  const exact = candidates.filter(
    ({ site }) =>
      site.form === 'target' || [site.name, ...site.aliases].some((name) => matchName(image, name) === 'exact'),
  )
  if (exact.length > 0) return { candidates: exact }
  const names = [...new Map(candidates.map(({ site }) => [imageKey(site.name), site] as const)).values()]
  if (names.length < 2) return { candidates }
  const list = names.map((site) => site.name).join(', ')
  return { message: `${image} may mean ${list}: give the whole name`, file: mainScalar(names[0] as ImageSite).file }
}

async function nothingFound({ image, scope }: BumpRequest, context: SiteContext): Promise<string> {
  if (scope.environments.length + scope.applications.length === 0) {
    return 'nothing says where: name an environment, an Application, a file or a target'
  }
  const { applications, applicationSets } = await context.applications()
  const inScope = applications.filter(
    (one) =>
      scope.applications.includes(one.application.name) ||
      scope.environments.some((name) => {
        const members = applicationsOf(name, [one], context.environments)
        return !('refused' in members)
      }),
  )
  const known = [...new Set((await Promise.all(inScope.map((one) => imagesOf(one, context.files)))).flat())]
  const meant = nearest(lastPart(image), known.map(lastPart))
  const there =
    meant !== undefined ? `did you mean ${meant}?` : known.length > 0 ? `they set ${listed(known, 8)}` : 'they set none'
  const where = listed([...scope.environments.map((name) => `environment ${name}`), ...scope.applications])
  const sets =
    applicationSets.length === 0 ? '' : `; what ApplicationSet ${listed(applicationSets)} generates is not followed`
  return `no file that ${where} deploys from this repository sets a version of ${image}: ${there}${sets}; a file or a target can be named instead`
}

const lastPart = (image: string) => image.split('/').at(-1) ?? image

async function locate({ site, applications, environments }: Candidate, files: TreeFiles): Promise<LocatedSite> {
  const scalar = mainScalar(site)
  const opened = await files.open(scalar.file)
  const place = opened.type === 'yaml' ? opened.yaml.documents[scalar.document]?.placeOf(scalar.path) : undefined
  return { site, file: scalar.file, line: place?.line ?? 1, column: place?.column ?? 1, applications, environments }
}
