// The name of a pull request's branch where nobody gives one: the same images for the same places are one pull request.
import type { BumpRequest } from '../lib/bump/request.ts'

/** `staging/api` or `staging/api-and-2-more`; in characters that a branch may have. */
export function groupName(requests: readonly BumpRequest[]): string {
  const [first] = requests
  const scope = first?.scope
  const where = [...(scope?.environments ?? []), ...(scope?.applications ?? [])].sort().join('+') || 'files'
  const images = requests.map(({ image }) => image.split('/').at(-1) ?? image)
  const what = images.length > 1 ? `${images[0]}-and-${images.length - 1}-more` : (images[0] ?? 'images')
  return `${where}/${what}`.replaceAll(/[^\w.+/-]+/g, '-').slice(0, 150)
}
