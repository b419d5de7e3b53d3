// From inputs to what is to be taken back.
import { parseVersion } from '../lib/bump/expectation.ts'
import { parseTarget } from '../lib/bump/places/parse-target.ts'
import type { Scope } from '../lib/bump/request.ts'
import type { RollBackRequest } from '../lib/bump/roll-back/roll-back.ts'
import { imageKey, isDigest, isTag, parseReference, splitImage } from '../lib/images/reference.ts'
import type { Version } from '../lib/images/version.ts'
import { UserError } from '../lib/toolkit/user-error.ts'
import type { Inputs } from './inputs.ts'

/** Throws a UserError for inputs that do not make requests. */
export function readRequests(inputs: Inputs): readonly RollBackRequest[] {
  const { environments, applications, files } = inputs
  const scope: Scope = { environments, applications, files, targets: inputs.targets.map(parseTarget) }
  if (Object.values(scope).every((list) => list.length === 0)) {
    throw new UserError('Nothing says where.', { next: 'set `environments`, `applications`, `files` or `targets`' })
  }
  const to = inputs.to === undefined ? undefined : checked(parseVersion(inputs.to), 'input `to`')
  const requests = inputs.images.map((text) => {
    const { name, ...version } = splitImage(text)
    if (parseReference(name) === undefined) {
      throw new UserError(`"${name}" is no name of an image.`, {
        where: 'input `images`',
        next: 'write it in lower case, for instance ghcr.io/your-org/api',
      })
    }
    const given = version.tag !== undefined || version.digest !== undefined
    return { image: name, bad: given ? checked(version, `image ${name}`) : undefined, to, scope }
  })
  const once = [
    ...new Map(requests.map((one) => [JSON.stringify([imageKey(one.image), one.bad]), one] as const)).values(),
  ]
  if (to?.digest !== undefined && new Set(once.map(({ image }) => imageKey(image))).size > 1) {
    throw new UserError('A digest belongs to one image, and several are to be taken back.', {
      where: 'input `to`',
      next: 'give a tag that all of them have, or take the images back one at a time',
    })
  }
  return once
}

function checked(version: Version, where: string): Version {
  const { tag, digest } = version
  if ((tag === undefined || isTag(tag)) && (digest === undefined || isDigest(digest))) return version
  throw new UserError('This is no version.', {
    where,
    next: 'give a tag, a digest (sha256: and 64 hexadecimal digits), or tag@digest',
  })
}
