// What a binary plan says of the state that it was made against: a zip with the state inside.
import { createHash } from 'node:crypto'
import { type UnzipFileInfo, unzipSync } from 'fflate'
import { UserError } from '../../toolkit/user-error.ts'

export type PlanFile =
  /** OpenTofu encrypted it: nothing can be said of it before it is applied. */
  | { readonly type: 'encrypted' }
  | {
      readonly type: 'readable'
      /** Absent where there was no state yet. */
      readonly state?: { readonly lineage: string; readonly serial: number }
      /** SHA-256 of the lock file inside, hexadecimal: as the tool writes it, without anybody’s comments. */
      readonly lockHash?: string
      /** The tool that made it, where that can be read. */
      readonly toolVersion?: string
    }

const maxPlanBytes = 256 * 1024 * 1024
const maxEntries = 20_000
/** Of one entry, unpacked. */
const maxEntryBytes = 256 * 1024 * 1024

/**
 * Reads lineage, serial, lock file and tool version from a plan file. The tool itself refuses to apply a plan to another state
 * (terraform `internal/backend/local`); read here, it can be said before, and why. Throws a UserError for what is no plan file.
 */
export function readPlanFile(bytes: Uint8Array, where: string): PlanFile {
  const refuse = (what: string) => new UserError(what, { where, next: 'plan again' })
  if (bytes.length > maxPlanBytes) {
    throw refuse(`The plan file has ${bytes.length} bytes; at most ${maxPlanBytes} are read.`)
  }
  if (bytes[0] === 0x7b) return readJsonFile(bytes, refuse)
  const entries = unpack(bytes, refuse)
  const plan = entries.tfplan
  if (plan === undefined) throw refuse('This is no plan file: it is a zip without a plan.')
  const lock = entries['.terraform.lock.hcl']
  const version = planVersion(plan)
  const state = entries.tfstate === undefined ? undefined : stateOf(entries.tfstate, refuse)
  return {
    type: 'readable',
    ...(state && { state }),
    ...(lock && { lockHash: createHash('sha256').update(lock).digest('hex') }),
    ...(version !== undefined && { toolVersion: version }),
  }
}

/** OpenTofu's encrypted plan, or the bookmark that HCP Terraform leaves in place of one. */
function readJsonFile(bytes: Uint8Array, refuse: (what: string) => UserError): PlanFile {
  let data: unknown
  try {
    data = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw refuse('This is no plan file.')
  }
  if (typeof data === 'object' && data !== null) {
    if (Object.hasOwn(data, 'encrypted_data')) return { type: 'encrypted' }
    if (Object.hasOwn(data, 'remote_plan_format')) {
      throw refuse('The plan was made and is kept by HCP Terraform; the file only names it.')
    }
  }
  throw refuse('This is no plan file.')
}

const wanted = ['tfplan', 'tfstate', '.terraform.lock.hcl']

function unpack(bytes: Uint8Array, refuse: (what: string) => UserError): Readonly<Record<string, Uint8Array>> {
  let count = 0
  const seen = new Set<string>()
  const filter = ({ name, originalSize, size }: UnzipFileInfo) => {
    count += 1
    if (count > maxEntries) throw refuse(`The plan file has more than ${maxEntries} entries.`)
    if (!wanted.includes(name)) return false
    if (seen.has(name)) throw refuse(`The plan file has ${name} twice.`)
    seen.add(name)
    // Before a byte of it is unpacked; what unpacks to more than it says is cut off there.
    if (originalSize > maxEntryBytes || size > bytes.length) {
      throw refuse(
        `${name} in the plan file says that it has ${originalSize} bytes; at most ${maxEntryBytes} are read.`,
      )
    }
    return true
  }
  try {
    return unzipSync(bytes, { filter })
  } catch (error) {
    throw error instanceof UserError ? error : refuse('This is no plan file: it cannot be unpacked.')
  }
}

function stateOf(bytes: Uint8Array, refuse: (what: string) => UserError) {
  let data: unknown
  try {
    data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw refuse('The state inside the plan file cannot be read.')
  }
  const { lineage, serial } = (data ?? {}) as { lineage?: unknown; serial?: unknown }
  if (typeof lineage !== 'string' || typeof serial !== 'number' || !Number.isSafeInteger(serial) || serial < 0) {
    throw refuse('The state inside the plan file has no lineage and serial.')
  }
  // A state that was never written has neither.
  return lineage === '' ? undefined : { lineage, serial }
}

/** Field of `Plan` in terraform's `planfile.proto`, the same in OpenTofu: `string terraform_version = 14`. */
const versionField = 14

/** Walks the top level of the protocol buffer; undefined where it is not as expected. */
function planVersion(bytes: Uint8Array): string | undefined {
  let at = 0
  const varint = () => {
    let value = 0
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = bytes[at++]
      if (byte === undefined) return undefined
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
    // Only numbers are longer, and they are skipped.
    while ((bytes[at++] ?? 0) >= 0x80);
    return value
  }
  while (at < bytes.length) {
    const tag = varint()
    if (tag === undefined) return undefined
    const type = tag & 7
    if (type === 0) varint()
    else if (type === 1) at += 8
    else if (type === 5) at += 4
    else if (type === 2) {
      const length = varint()
      if (length === undefined || at + length > bytes.length) return undefined
      if (Math.floor(tag / 8) === versionField) {
        const text = Buffer.from(bytes.buffer, bytes.byteOffset + at, length).toString('utf8')
        return /^[\w.+-]{1,64}$/.test(text) ? text : undefined
      }
      at += length
    } else return undefined
  }
  return undefined
}
