// Which entries of a Secret object are secret and in clear.
import type { JsonObject } from '../kubernetes/object.ts'
import { isPlaceholder } from './credentials.ts'
import type { WorldObject } from './rule.ts'
import { field, isObject, textAt } from './values.ts'

/** Argo CD's repository and cluster Secrets carry settings too; only these keys of them are secret. */
const argoSecretKeys = new Set([
  'password',
  'bearerToken',
  'sshPrivateKey',
  'githubAppPrivateKey',
  'tlsClientCertKey',
  'gcpServiceAccountKey',
])

const decode = (text: string): string => Buffer.from(text, 'base64').toString('utf8')

const isPublicCertificate = (text: string): boolean =>
  /-----BEGIN (CERTIFICATE|PUBLIC KEY)-----/.test(text) && !text.includes('PRIVATE KEY')

const isArgoSetting = (key: string, text: string): boolean =>
  key === 'config' ? !/"(password|bearerToken|keyData)"\s*:\s*"[^"$]/.test(text) : !argoSecretKeys.has(key)

export type ClearEntry = { readonly map: 'data' | 'stringData'; readonly key: string; readonly text: string }

/** The entries of a Secret that anybody who reads the repository can read; what SOPS encrypted begins with ENC[. */
export const clearEntries = (item: WorldObject): readonly ClearEntry[] => {
  const isArgo = textAt(item.object, 'metadata', 'labels', 'argocd.argoproj.io/secret-type') !== undefined
  return (['data', 'stringData'] as const).flatMap((map) => {
    const entries = field(item.object, map)
    if (!isObject(entries)) return []
    return Object.entries(entries as JsonObject).flatMap(([key, value]) => {
      if (typeof value !== 'string' || isPlaceholder(value)) return []
      const text = map === 'data' ? decode(value) : value
      if (isPlaceholder(text) || isPublicCertificate(text) || (isArgo && isArgoSetting(key, text))) return []
      return [{ map, key, text }]
    })
  })
}
