// Which places a request means: in the Applications of an environment, in files that were named, or in fields chosen by hand.
import { imageKey, matchName } from '../../images/reference.ts'
import { type ImageSite, mainScalar } from '../../images/site.ts'
import type { Pin } from '../../images/version.ts'
import type { BumpRefusal, BumpRequest } from '../request.ts'
import type { Applications } from './applications.ts'
import type { Candidate } from './candidate.ts'
import { deployedCandidates } from './deployed-candidates.ts'
import type { Environments } from './environments.ts'
import { environmentsOf } from './environments-of-site.ts'
import { fieldSites } from './field-sites.ts'
import { fileCandidates } from './file-candidates.ts'
import { nothingFound } from './nothing-found.ts'
import type { TreeFiles } from './tree-files.ts'

export type SiteContext = {
  readonly files: TreeFiles
  /** Found at the first call only: a request that names files may need no Application. */
  readonly applications: () => Promise<Applications>
  readonly environments: Environments
  /** Environments that holds name: which place belongs to them has to be known. */
  readonly heldEnvironments: readonly string[]
  /** The form in which environments want their versions. */
  readonly pinOf: (environments: readonly string[]) => Pin | undefined
}

export type LocatedSite = {
  readonly site: ImageSite
  readonly file: string
  readonly line: number
  readonly column: number
  readonly applications: readonly string[]
  /** Those that were asked for, and those of the settings that the place belongs to whether asked for or not. */
  readonly environments: readonly string[]
  /** What holds are compared with; empty when nothing is known of where the place is deployed. */
  readonly holdScope: readonly string[]
}

export type FoundSites =
  | { readonly sites: readonly LocatedSite[]; readonly notes: readonly string[] }
  | { readonly refusals: readonly BumpRefusal[] }

/** Finds the places of one request, at least one, or says why there is none or why it is not clear which is meant. */
export async function findSites(request: BumpRequest, context: SiteContext): Promise<FoundSites> {
  const { image, scope } = request
  const refusals: BumpRefusal[] = []
  const notes: string[] = []
  const deployed = scope.environments.length + scope.applications.length > 0
  const candidates = deployed
    ? await deployedCandidates(request, context, refusals, notes)
    : await fileCandidates(request, context, refusals)
  const fields = await fieldSites(image, scope.targets, context.files, refusals)
  candidates.push(...fields.map((site): Candidate => ({ site, applications: [], environments: [] })))
  if (refusals.length > 0) return { refusals }
  const chosen = chooseByName(image, candidates)
  if ('message' in chosen) return { refusals: [{ image, ...chosen }] }
  if (chosen.candidates.length === 0) return { refusals: [{ image, message: await nothingFound(request, context) }] }
  const sites = await Promise.all(chosen.candidates.map((candidate) => locate(candidate, context)))
  return { sites, notes }
}

/** The whole name of the image: as it was asked for when that was whole, else as the files have it. */
export function wholeName(image: string, sites: readonly LocatedSite[]): string {
  // What runs is what is asked for and proved, under whatever older name it was meant.
  const isWhole = sites.some(({ site }) => matchName(image, site.name) === 'exact')
  return isWhole ? image : (sites[0]?.site.name ?? image)
}

type Chosen = { readonly candidates: readonly Candidate[] } | { readonly message: string; readonly file: string }

/** What runs under the name comes before what was called so before a kustomization renamed it, whole names before parts. */
function chooseByName(image: string, candidates: readonly Candidate[]): Chosen {
  for (const how of ['exact', 'short'] as const) {
    for (const namesOf of [({ name }: ImageSite) => [name], ({ aliases }: ImageSite) => aliases]) {
      const found = candidates.filter(({ site }) => namesOf(site).some((name) => matchName(image, name) === how))
      // `api` is docker.io's as well as the end of somebody's: where both run, it is not clear.
      const ends = image.includes('/') ? [] : candidates.filter(({ site }) => matchName(image, site.name) === 'short')
      if (found.length > 0) return clear(image, [...new Set([...found, ...ends])])
    }
  }
  return { candidates }
}

/** A name that several images have, or had, is not clear. */
function clear(image: string, candidates: readonly Candidate[]): Chosen {
  const names = [...new Map(candidates.map(({ site }) => [imageKey(site.name), site] as const)).values()]
  if (names.length < 2) return { candidates }
  const list = names.map((site) => site.name).join(', ')
  return {
    message: `${image} may mean ${list}: give the whole name`,
    file: mainScalar(names[0] as ImageSite).file,
  }
}

async function locate(candidate: Candidate, context: SiteContext): Promise<LocatedSite> {
  const { site, applications } = candidate
  const scalar = mainScalar(site)
  const opened = await context.files.open(scalar.file)
  const place = opened.type === 'yaml' ? opened.yaml.documents[scalar.document]?.placeOf(scalar.path) : undefined
  const { environments, held } = await environmentsOf(candidate, context)
  const holdScope = [...new Set([...environments, ...held])]
  return {
    site,
    file: scalar.file,
    line: place?.line ?? 1,
    column: place?.column ?? 1,
    applications,
    environments,
    // Where its Applications are known, it is known as well that it belongs to no other environment.
    holdScope: holdScope.length === 0 ? applications.map((name) => `Application ${name}`) : holdScope,
  }
}
