// The name of a pull request's branch where nobody gives one: the same images for the same places are one pull request.
import { createHash } from 'node:crypto'
import type { BumpRequest } from '../lib/bump/request.ts'
import { imageKey, parseReference } from '../lib/images/reference.ts'
import { clip, oneLine } from '../lib/text/words.ts'
import { UserError } from '../lib/toolkit/user-error.ts'

const maxLength = 120
const maxPart = 45

/**
 * `staging/ghcr.io-your-org-api`. Where the readable part does not say everything (several images, files, a name that could be
 * split in another way), a hash of the whole follows: other images or other places never have the same name.
 */
export function groupName(requests: readonly BumpRequest[]): string {
  const { environments = [], applications = [], files = [], targets = [] } = requests[0]?.scope ?? {}
  const places = sorted([...environments, ...applications, ...files, ...targets.map(({ file }) => file)])
  const images = sorted(requests.map(({ image }) => wholeName(image)))
  const where = readable(places.join('+'))
  const more = images.length > 1 ? `-and-${images.length - 1}-more` : ''
  const what = `${readable(images[0] ?? 'images')}${more}`
  const isWhole =
    places.length === environments.length && where === places.join('+') && images.length === 1 && isPlain(images[0])
  if (isWhole) return `${where}/${what}`
  const fields = targets.map(({ file, object, field }) => [file, object, field])
  const whole = [sorted(environments), sorted(applications), sorted(files), fields.sort(), images]
  const hash = createHash('sha256').update(JSON.stringify(whole)).digest('hex').slice(0, 8)
  return `${where}/${what}-${hash}`
}

const sorted = (names: readonly string[]) => [...new Set(names)].sort()

/** With its registry where that was asked for; the end of a name may mean any registry. */
function wholeName(image: string): string {
  const registry = parseReference(image)?.registry
  return registry !== 'docker.io' || /^(index\.)?docker\.io\//i.test(image) ? imageKey(image) : image
}

/** Whether the name can be read back from `readable`: one part, or `registry/owner/name` with a dash in the owner at most. */
const isPlain = (image = '') =>
  image.length <= maxPart && /^([a-z0-9._]+\.[a-z0-9._]+\/[a-z0-9._-]+\/)?[a-z][a-z0-9._]*(?<!\.lock)$/.test(image)

/** In characters that a branch may have (git check-ref-format), cut. */
function readable(text: string): string {
  return (
    text
      .replaceAll(/[^\w.+-]+/g, '-')
      .replaceAll(/\.{2,}/g, '.')
      .slice(0, maxPart)
      .replace(/^[.-]+/, '')
      .replace(/\.lock$/, '-lock')
      .replace(/\.+$/, '') || 'x'
  )
}

/** Throws a UserError for what cannot be the end of a branch’s name, by the rules of git check-ref-format. */
export function checkGroup(group: string): void {
  const isLegal =
    group.split('/').every((part) => part !== '' && !/^\.|\.lock$/.test(part)) &&
    !/[\p{Cc}\s~^:?*[\\]|\.\.|@\{|\.$/u.test(group)
  if (isLegal && group.length <= maxLength) return
  throw new UserError(
    `"${oneLine(clip(group, maxLength))}" cannot be the name of a group: it ends the name of a branch.`,
    {
      where: 'input `group`',
      next: `use letters, digits, "-", "_", "." and "/", at most ${maxLength}, for instance release/api`,
    },
  )
}
