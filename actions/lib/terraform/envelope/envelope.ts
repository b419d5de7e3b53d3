// What a plan says of itself beside its bytes: where it comes from and what it is for. Authenticated with them, in clear.
import type { Counts } from '../plan/plan.ts'
import type { ToolName } from '../roots/root.ts'

export type Envelope = {
  readonly format: 1
  readonly root: string
  readonly path: string
  readonly tool: ToolName
  readonly toolVersion: string
  readonly workspace: string
  /** SHA-256 of the lock file that the plan was made with, hexadecimal; absent without one. */
  readonly lockHash?: string
  /** SHA-256 over every file that decides what the root does, and what the settings say of it (`planning/root-hash.ts`). */
  readonly filesHash: string
  /** owner/name */
  readonly repository: string
  readonly base?: string
  readonly head: string
  readonly pullRequest?: number
  readonly run: string
  readonly runAttempt: string
  /** Path of the workflow's file. */
  readonly workflow: string
  readonly event: string
  /** RFC 3339, UTC. */
  readonly createdAt: string
  /** Of the state that was planned against; absent for a state that does not exist yet. */
  readonly state?: { readonly lineage: string; readonly serial: number }
  readonly counts: Counts
  readonly needsApply: boolean
  readonly guards: readonly { readonly guard: string; readonly severity: string; readonly address?: string }[]
  readonly fingerprint: string
  readonly encryption: { readonly cipher: 'aes-256-gcm'; readonly keyId: string } | { readonly cipher: 'none' }
  /** What is inside, in order: one plan with what belongs to it, or one state that its backend did not take. `path` of carried files is from the root module's folder. */
  readonly contents: readonly {
    readonly kind: 'plan' | 'json' | 'text' | 'carried' | 'state'
    readonly path?: string
    readonly bytes: number
    readonly mode?: number
  }[]
}
