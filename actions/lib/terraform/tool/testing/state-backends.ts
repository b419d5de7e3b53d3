// Places that a state can be kept in, for tests that hold for each of them.
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { httpState } from './http-state.ts'
import type { RootOnDisk } from './root-on-disk.ts'

export type StateBackend = {
  readonly name: string
  /** Whether the tool tells who holds the lock: Terraform does not for its HTTP backend, OpenTofu does. */
  readonly tellsHolder: (tool: string) => boolean
  /** Whether a lock is still held when its holder was killed. */
  readonly lockOutlivesHolder: boolean
  /** A `terraform` block, or nothing, and variables that the tool needs. */
  readonly configuration: string
  readonly variables: Readonly<Record<string, string>>
  /** The state as it is kept, or undefined. */
  readonly state: (disk: RootOnDisk) => Promise<StateText | undefined>
  readonly locked: (disk: RootOnDisk) => Promise<boolean>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

export type StateText = {
  readonly serial: number
  readonly resources: readonly { readonly name: string; readonly instances: readonly { readonly status?: string }[] }[]
}

/** In the root's folder. */
export async function localBackend(): Promise<StateBackend> {
  const inFolder = (disk: RootOnDisk, name: string) => join(disk.repository, 'infra/main', name)
  return {
    name: 'local',
    tellsHolder: () => true,
    lockOutlivesHolder: false,
    configuration: '',
    variables: {},
    state: async (disk) => {
      const path = inFolder(disk, 'terraform.tfstate')
      // OpenTofu makes it when it begins, and writes to it when it ends.
      const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
      return text === '' ? undefined : JSON.parse(text)
    },
    locked: async (disk) => existsSync(inFolder(disk, '.terraform.tfstate.lock.info')),
    [Symbol.asyncDispose]: async () => {},
  }
}

/** On the HTTP stand-in, which it starts. */
export async function httpBackend(): Promise<StateBackend> {
  const server = await httpState()
  const name = randomUUID()
  return {
    name: 'http',
    tellsHolder: (tool) => tool === 'tofu',
    lockOutlivesHolder: true,
    configuration: server.configuration(name),
    variables: {},
    state: async () => {
      const text = server.text(name)
      return text === undefined ? undefined : JSON.parse(text)
    },
    locked: async () => server.lock(name) !== undefined,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

/**
 * On a server that speaks S3 at `endpoint`, in a bucket that is there, locked by `use_lockfile`. Path style, so that it can be on
 * loopback.
 */
export async function s3Backend(endpoint: string, bucket: string): Promise<StateBackend> {
  const key = `${randomUUID()}/terraform.tfstate`
  const get = (path: string) => fetch(`${endpoint}/${bucket}/${path}`)
  return {
    name: 's3',
    tellsHolder: () => true,
    lockOutlivesHolder: true,
    configuration: `terraform {
  backend "s3" {
    bucket                      = "${bucket}"
    key                         = "${key}"
    region                      = "eu-central-3"
    use_lockfile                = true
    use_path_style              = true
    skip_credentials_validation = true
    skip_metadata_api_check     = true
    skip_region_validation      = true
    skip_requesting_account_id  = true
    skip_s3_checksum            = true
    endpoints = {
      s3 = "${endpoint}"
    }
  }
}
`,
    variables: { AWS_ACCESS_KEY_ID: 'stand-in', AWS_SECRET_ACCESS_KEY: 'stand-in' },
    state: async () => {
      const answer = await get(key)
      return answer.ok ? ((await answer.json()) as StateText) : undefined
    },
    locked: async () => (await get(`${key}.tflock`)).ok,
    [Symbol.asyncDispose]: async () => {},
  }
}
