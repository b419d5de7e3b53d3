// The places of an image in files that were named.
import { fileSites } from '../../images/file-images.ts'
import type { ImageSite } from '../../images/site.ts'
import { matchesPattern } from '../../text/pattern.ts'
import { listed } from '../../text/words.ts'
import type { BumpRefusal, BumpRequest } from '../request.ts'
import { namedSites } from './application-sites.ts'
import type { Candidate } from './candidate.ts'
import type { SiteContext } from './find-sites.ts'
import type { TreeFiles } from './tree-files.ts'

/** Every place in the files; a file that cannot be read is a refusal, and so is an image that none of them has. */
export async function fileCandidates(
  { image, scope }: BumpRequest,
  { files }: SiteContext,
  refusals: BumpRefusal[],
): Promise<Candidate[]> {
  const candidates: Candidate[] = []
  const without: BumpRefusal[] = []
  for (const path of scope.files.flatMap((pattern) => expand(pattern, files))) {
    const opened = await files.open(path)
    if (opened.type === 'missing') refusals.push({ image, message: await whyMissing(path, files), file: path })
    else if (opened.type === 'refused') {
      refusals.push(...opened.refusals.map((refusal) => ({ image, ...refusal, file: opened.path })))
    } else {
      const documents = opened.yaml.documents.map(({ data }) => data)
      const all = fileSites(documents, opened.path)
      const some = namedSites(image, all)
      if (some.length === 0) without.push(notInFile(image, opened.path, all, opened.yaml.bytes))
      candidates.push(...some.map((site): Candidate => ({ site, applications: [], environments: [] })))
    }
  }
  // Of several images and files, each image needs to be in one of them.
  if (candidates.length === 0) refusals.push(...without)
  return candidates
}

/** `deploy/*.yaml`: `*` stands for any text, folders included. */
function expand(pattern: string, files: TreeFiles): readonly string[] {
  const found = pattern.includes('*') ? files.list('').filter((path) => matchesPattern(pattern, path)) : []
  return found.length > 0 ? found : [pattern]
}

async function whyMissing(path: string, files: TreeFiles): Promise<string> {
  if (path.includes('*')) return 'no file fits this pattern'
  const type = await files.typeOf(path)
  return type === 'directory'
    ? `this is a folder: name files in it, or a pattern such as ${path}/*.yaml`
    : 'there is no such file'
}

function notInFile(image: string, file: string, sites: readonly ImageSite[], bytes: Uint8Array): BumpRefusal {
  const names = [...new Set(sites.map(({ name }) => name))]
  const word = image.split('/').at(-1) ?? image
  const lines = new TextDecoder().decode(bytes).split('\n')
  const mentioned = lines.flatMap((line, index) => (line.includes(word) ? [index + 1] : []))
  const [first] = mentioned
  if (names.length > 0 || first === undefined) {
    const has = names.length === 0 ? ', and no other' : `; it has ${listed(names, 8)}`
    return { image, file, message: `this image is not in it${has}` }
  }
  const message = `line ${first} mentions ${word}, but not as an image that can be edited (an expression, a block of text, a field of another name): a target can name the field`
  return { image, file, line: first, message }
}
