// A root module: a folder that is planned and applied as one, with its own state.
import type { SourceLocation } from '../../findings/finding.ts'

export type ToolName = 'terraform' | 'tofu'

export type Root = {
  /** Unique; the path unless the settings say otherwise. */
  readonly name: string
  /** From the repository's root, with `/`; `.` for the root itself. */
  readonly path: string
  readonly tool: ToolName
  /** Exact version that the repository demands, and the file or setting that says so. */
  readonly version?: { readonly value: string; readonly at: SourceLocation }
  /** `required_version` of the root, as written. */
  readonly requiredVersion: readonly { readonly value: string; readonly at: SourceLocation }[]
  readonly workspace?: string
  /** From the repository's root. */
  readonly varFiles: readonly string[]
  /** Files from the repository's root, or `key=value`. */
  readonly backendConfig: readonly string[]
  /** Type of the backend, `cloud`, or undefined where none is written (state in a local file). */
  readonly backend?: string
  /** GitHub environment that its apply runs in. */
  readonly environment?: string
  /** Patterns of further files, from the repository's root, that decide what it does. */
  readonly inputs: readonly string[]
  /** Patterns, from the root module's folder, of files that are built while planning and must be there while applying. */
  readonly carry: readonly string[]
  /** Names of roots that must be applied before it. */
  readonly dependsOn: readonly string[]
  /** Where it was found: its first file, or its entry in the settings. */
  readonly at: SourceLocation
}

/** What decides what a root does, read from one tree. */
export type RootFiles = {
  /** Every file, sorted: its own, those of its modules at any depth, var files, lock file, extra inputs. */
  readonly files: readonly string[]
  /** Folders of local modules, at any depth. */
  readonly modules: readonly string[]
  /** Module sources that cannot be resolved without evaluating something or leaving the repository. */
  readonly unresolved: readonly { readonly source: string; readonly at: SourceLocation }[]
  /** Lock file, where one is committed. */
  readonly lockFile?: string
}

/** Why a root has to be planned. */
export type Impact = {
  readonly root: Root
  /** In words, each with the file that it comes from: `modules/network/main.tf changed`. */
  readonly reasons: readonly string[]
}

/** Roots that can be planned at once; those of wave 2 wait for what wave 1 applies. */
export type Wave = { readonly number: number; readonly roots: readonly string[] }

/** A root that was left out because others were named. */
export type NotAsked = {
  readonly root: string
  /** Whether the change is known to affect it; false where there is nothing to compare with. */
  readonly affected: boolean
  /** Named roots that depend on it directly: they are planned on what it has been until now. */
  readonly neededBy: readonly string[]
}

/** A root whose upstream changes with it: it is planned after those are applied. */
export type Deferral = { readonly root: string; readonly waitsFor: readonly string[] }
