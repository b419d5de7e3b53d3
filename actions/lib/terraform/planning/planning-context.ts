// What planning a root takes beside the root itself.
import type { TerraformOptions } from '../../contracts/terraform-settings.ts'
import type { Logger } from '../../toolkit/logger.ts'
import type { GuardInput } from '../guards/guard.ts'
import type { Override } from '../result/result.ts'
import type { Root, ToolName } from '../roots/root.ts'
import type { ProviderSources } from '../tool/cli-configuration.ts'
import type { Executable } from '../tool/executable.ts'

export type PlanningContext = {
  /** The checkout; what is in it is what is planned. */
  readonly repository: string
  /** Outside of the repository. */
  readonly workFolder: string
  /** That of our own process; the tool sees little of it. */
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly options: TerraformOptions
  readonly providers: ProviderSources
  /** Finds a tool, once. */
  readonly executable: (tool: ToolName) => Promise<Executable>
  /** For fingerprints, at least 16 bytes. */
  readonly key: Uint8Array
  readonly timeoutMs: number
  readonly stop: AbortSignal
  readonly log: Logger
  /** Whether somebody who may lets a refused plan through, for exactly this fingerprint. */
  readonly overrideFor?: (root: Root, fingerprint: string) => Promise<Override | undefined>
}

/** One root with all that is known of it before the tool starts. */
export type RootToPlan = {
  readonly root: Root
  readonly wave: number
  readonly waitsFor: readonly string[]
  /** Why it is planned. */
  readonly reasons: readonly string[]
  /** Whether a lock file is committed. */
  readonly lockFile: boolean
  readonly sides: Pick<GuardInput, 'head' | 'base'>
}
