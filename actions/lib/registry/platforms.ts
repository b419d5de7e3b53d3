// Platforms of an image, as `linux/amd64` or `linux/arm64/v8`.

import type { Descriptor, Manifest } from './manifest.ts'
import type { Repository } from './repository.ts'

export type Platform = { readonly os: string; readonly architecture: string; readonly variant?: string }

const form = /^([a-z0-9]+)\/([a-z0-9_]+)(?:\/([a-z0-9.]+))?$/
const maxConfigBytes = 4 * 1024 * 1024

export function parsePlatform(text: string): Platform | undefined {
  const [, os, architecture, variant] = form.exec(text) ?? []
  if (os === undefined || architecture === undefined) return undefined
  return { os, architecture, ...(variant !== undefined && { variant }) }
}

export const writePlatform = ({ os, architecture, variant }: Platform): string =>
  [os, architecture, ...(variant === undefined ? [] : [variant])].join('/')

/** Whether what exists runs where it is wanted: `linux/arm64` is `linux/arm64/v8`, and no variant means any. */
export function satisfies(existing: Platform, wanted: Platform): boolean {
  if (existing.os !== wanted.os || existing.architecture !== wanted.architecture) return false
  return wanted.variant === undefined || variantOf(existing) === variantOf(wanted)
}

/** Variants that every machine of an architecture has are often not written. Source: containerd, platforms/database.go. */
const variantOf = ({ architecture, variant }: Platform) =>
  variant ?? (architecture === 'arm64' ? 'v8' : architecture === 'amd64' ? 'v1' : architecture === 'arm' ? 'v7' : '')

/** Platforms that an index lists, without the attestations that build tools put beside them as `unknown/unknown`. */
export function platformsOfIndex(manifests: readonly Descriptor[]): readonly string[] {
  const all = manifests.flatMap(({ platform }) => (platform === undefined ? [] : [writePlatform(platform)]))
  return [...new Set(all.filter((platform) => platform !== 'unknown/unknown'))]
}

/** The platform that the configuration of a single image states; undefined when it states none. */
export async function platformOfImage(repository: Repository, { config }: Manifest): Promise<string | undefined> {
  if (config === undefined) return undefined
  const bytes = await repository.blob(config.digest, maxConfigBytes)
  try {
    const { os, architecture, variant } = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>
    if (typeof os !== 'string' || typeof architecture !== 'string') return undefined
    const text = [os, architecture, ...(typeof variant === 'string' && variant !== '' ? [variant] : [])].join('/')
    return form.test(text) ? text : undefined
  } catch {
    return undefined
  }
}
