// What a plan says, read from `terraform show -json` by the presence of fields. Values are in clear: nothing here is shown as it is.

/** What happens to an object. `other` is an action that we do not know: shown as it is written, counted, and risky. */
export type ChangeAction = 'create' | 'update' | 'replace' | 'delete' | 'read' | 'forget' | 'no-op' | 'other'

export type Path = readonly (string | number)[]

export type ResourceChange = {
  readonly address: string
  readonly previousAddress?: string
  /** Key of a deposed object, of which an address may have several. */
  readonly deposed?: string
  readonly mode: 'managed' | 'data'
  readonly type: string
  readonly name: string
  readonly module?: string
  readonly provider: string
  readonly action: ChangeAction
  /** As the tool wrote them. */
  readonly actions: readonly string[]
  /** Whether something that exists is destroyed by it, or let go. */
  readonly destroys: boolean
  readonly forgets: boolean
  /** Only for `replace`. */
  readonly order?: 'create-first' | 'delete-first'
  readonly moved: boolean
  readonly importing?: { readonly id?: string; readonly identity?: unknown; readonly unknown?: boolean }
  readonly generatedConfig?: string
  readonly reason?: string
  readonly replacePaths: readonly Path[]
  readonly before: unknown
  readonly after: unknown
  readonly afterUnknown: unknown
  readonly beforeSensitive: unknown
  readonly afterSensitive: unknown
}

export type OutputChange = {
  readonly name: string
  readonly action: 'create' | 'update' | 'delete' | 'other'
  readonly before: unknown
  readonly after: unknown
  readonly afterUnknown: unknown
  readonly sensitive: boolean
}

export type CheckResult = {
  readonly address: string
  readonly kind: string
  readonly status: 'pass' | 'fail' | 'error' | 'unknown'
  readonly problems: readonly string[]
}

export type Deferred = { readonly reason: string; readonly change: ResourceChange }

export type ActionInvocation = {
  readonly address: string
  readonly type: string
  readonly provider: string
  /** Address of the resource that triggers it, where one does. */
  readonly trigger?: string
  /** Set where it is put off. */
  readonly deferred?: string
}

export type Counts = {
  readonly create: number
  readonly update: number
  readonly replace: number
  readonly delete: number
  readonly read: number
  readonly forget: number
  readonly move: number
  readonly import: number
  readonly outputs: number
  readonly invoke: number
  readonly deferred: number
  /** Actions that we do not know. */
  readonly other: number
  readonly drift: number
  readonly failedChecks: number
  readonly unchanged: number
}

export type Plan = {
  readonly formatVersion: string
  readonly toolVersion: string
  /** Planning failed; what was planned until then is here. */
  readonly errored: boolean
  readonly complete: boolean
  /** All that is not left as it is: also what is only moved, imported or forgotten. In the tool's order. */
  readonly changes: readonly ResourceChange[]
  /** What changed outside the tool since it last looked. */
  readonly drift: readonly ResourceChange[]
  /** Entries among the drift that are none: nothing that is now written as empty (`null` → `""`), as old providers do, and moves. Not counted. */
  readonly spuriousDrift?: readonly ResourceChange[]
  readonly outputs: readonly OutputChange[]
  readonly checks: readonly CheckResult[]
  readonly deferred: readonly Deferred[]
  readonly invocations: readonly ActionInvocation[]
  readonly variables: Readonly<Record<string, unknown>>
  /** Fields at the top that this version of Seaworthy does not know, and that are not empty. */
  readonly unknownFields: readonly string[]
  readonly counts: Counts
  /** Whether there is anything to apply: by the tool's word where it gives it, else by what is above. */
  readonly needsApply: boolean
}
