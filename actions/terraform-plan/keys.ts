// The keys that plans are sealed with, and what the settings demand of them.
import { randomBytes } from 'node:crypto'
import type { TerraformOptions } from '../lib/contracts/terraform-settings.ts'
import { type PlanKey, type PlanKeys, readKeys } from '../lib/terraform/envelope/keys.ts'
import { UserError } from '../lib/toolkit/user-error.ts'

export type Sealing = {
  readonly keys: readonly PlanKey[]
  /** Undefined: plans are not kept. */
  readonly sealWith: PlanKey | 'unencrypted' | undefined
  /** For fingerprints. */
  readonly fingerprintKey: Uint8Array
}

/** Where plans are in clear anyway, this key hides nothing and has only to be the same. */
const openKey = new TextEncoder().encode('seaworthy plans in clear')

/** Throws a UserError for keys that are none, and for plans in clear in a repository that everybody can read. */
export function sealing(
  text: string | undefined,
  { encryption }: TerraformOptions,
  visibility: () => Promise<'public' | 'private' | 'internal'>,
): Promise<Sealing> | Sealing {
  if (text !== undefined) {
    const keys: PlanKeys = readKeys(text, 'input encryption-keys')
    return { keys, sealWith: keys[0], fingerprintKey: keys[0].fingerprint }
  }
  // Fingerprints are public, and a known key would let short secrets be guessed from them.
  if (encryption === 'required') return { keys: [], sealWith: undefined, fingerprintKey: randomBytes(32) }
  return visibility().then((who) => {
    if (who === 'private') return { keys: [], sealWith: 'unencrypted', fingerprintKey: openKey }
    throw new UserError(
      `The settings say \`encryption: off\`, and the repository is ${who}: its artifacts, and the secrets in plans, would be open to everybody who can read it.`,
      {
        where: 'terraform.encryption in .github/seaworthy.yaml',
        next: 'make a key with `openssl rand -base64 32`, keep it as a secret, give it as `encryption-keys`, and take the setting out',
      },
    )
  })
}
