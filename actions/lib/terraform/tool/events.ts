// The tool's `-json` events (developer.hashicorp.com/terraform/internals/machine-readable-ui), typed. What provisioners print
// is dropped here, for it may hold anything; ids and values too.
import type { ChangeAction } from '../plan/plan.ts'
import type { Diagnostic } from '../result/result.ts'
import { readDiagnostic } from './diagnostics.ts'
import { field, isRecord, numberField, parseJson, textField } from './record.ts'

export type ToolEvent =
  | { readonly type: 'version'; readonly version: string; readonly ui: string | undefined }
  | { readonly type: 'diagnostic'; readonly diagnostic: Diagnostic }
  | { readonly type: 'refresh-start' | 'refresh-complete'; readonly address: string }
  | {
      readonly type: 'planned-change' | 'resource-drift'
      readonly address: string
      readonly action: ChangeAction
      readonly reason?: string
    }
  | { readonly type: 'summary'; readonly operation: string; readonly counts: Readonly<Record<string, number>> }
  | {
      readonly type: 'apply-start' | 'apply-progress' | 'apply-complete' | 'apply-errored'
      readonly address: string
      readonly action: ChangeAction
      readonly seconds: number
    }
  | {
      readonly type: 'provision-start' | 'provision-complete' | 'provision-errored'
      readonly address: string
      readonly provisioner: string
    }
  /** The lock of the state was asked for and is not there at once. That it has come is not told. */
  | { readonly type: 'lock-wait' }
  /** What the tool tells of itself while it starts or stops. */
  | { readonly type: 'message'; readonly text: string }
  /** One of those that newer tools may add. */
  | { readonly type: 'other'; readonly name: string }

/**
 * Reads one line of stdout. Undefined for a line that says nothing of interest, or is no JSON, which older tools mix in.
 * @param place what places in diagnostics are relative to
 */
export function readEvent(
  line: string,
  place: { readonly repository: string; readonly folder: string },
): ToolEvent | undefined {
  const event = parseJson(line)
  const name = textField(event, 'type')
  if (name === undefined) return undefined
  switch (name) {
    case 'version':
      return {
        type: 'version',
        version: textField(event, 'terraform') ?? textField(event, 'tofu') ?? '',
        ui: textField(event, 'ui'),
      }
    case 'diagnostic': {
      const diagnostic = readDiagnostic(field(event, 'diagnostic'), place)
      return diagnostic === undefined ? { type: 'other', name } : { type: 'diagnostic', diagnostic }
    }
    case 'refresh_start':
    case 'refresh_complete':
      return {
        type: name === 'refresh_start' ? 'refresh-start' : 'refresh-complete',
        address: addressIn(event, 'hook'),
      }
    case 'planned_change':
    case 'resource_drift': {
      const change = field(event, 'change')
      const reason = textField(change, 'reason')
      return {
        type: name === 'planned_change' ? 'planned-change' : 'resource-drift',
        address: addressIn(event, 'change'),
        action: readAction(textField(change, 'action')),
        ...(reason === undefined ? {} : { reason }),
      }
    }
    case 'change_summary': {
      const changes = field(event, 'changes')
      const counts = isRecord(changes) ? Object.entries(changes).filter(([, value]) => typeof value === 'number') : []
      return {
        type: 'summary',
        operation: textField(changes, 'operation') ?? '',
        counts: Object.fromEntries(counts) as Record<string, number>,
      }
    }
    case 'apply_start':
    case 'apply_progress':
    case 'apply_complete':
    case 'apply_errored': {
      const hook = field(event, 'hook')
      return {
        type: applyTypes[name],
        address: addressIn(event, 'hook'),
        action: readAction(textField(hook, 'action')),
        seconds: numberField(hook, 'elapsed_seconds') ?? 0,
      }
    }
    case 'provision_start':
    case 'provision_complete':
    case 'provision_errored':
      return {
        type: provisionTypes[name],
        address: addressIn(event, 'hook'),
        provisioner: textField(field(event, 'hook'), 'provisioner') ?? '',
      }
    case 'state_lock_acquire':
      return { type: 'lock-wait' }
    case 'provision_progress':
    case 'outputs':
      return undefined
    case 'log':
    case 'init_output': {
      const text = textField(event, '@message')?.trim()
      return text === undefined || text === '' ? undefined : { type: 'message', text }
    }
    default:
      return { type: 'other', name }
  }
}

const applyTypes = {
  apply_start: 'apply-start',
  apply_progress: 'apply-progress',
  apply_complete: 'apply-complete',
  apply_errored: 'apply-errored',
} as const

const provisionTypes = {
  provision_start: 'provision-start',
  provision_complete: 'provision-complete',
  provision_errored: 'provision-errored',
} as const

function addressIn(event: unknown, name: string): string {
  return textField(field(field(event, name), 'resource'), 'addr') ?? ''
}

const actions: Readonly<Record<string, ChangeAction>> = {
  noop: 'no-op',
  create: 'create',
  read: 'read',
  update: 'update',
  replace: 'replace',
  delete: 'delete',
  remove: 'forget',
  forget: 'forget',
  move: 'no-op',
  import: 'no-op',
}

function readAction(name: string | undefined): ChangeAction {
  return name !== undefined && Object.hasOwn(actions, name) ? (actions[name] ?? 'other') : 'other'
}
