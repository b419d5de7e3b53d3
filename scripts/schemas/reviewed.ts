// schemas/lifecycle.yaml: what no module says about versions of kinds, written down by hand and reviewed.
import { parse } from 'yaml'
import { type JsonRecord, list, record, sorted } from './json.ts'
import type { Lifecycle } from './lifecycle.ts'

export type CustomLifecycle = {
  readonly verdict: 'refuse' | 'warn'
  readonly replacement?: string
  readonly message: string
}

export type CustomRow = CustomLifecycle & {
  readonly apiVersion: string
  /** Absent: every kind of the group that the bundle knows, in whichever version. */
  readonly kinds?: readonly string[]
  readonly except?: readonly string[]
}

export type Reviewed = {
  readonly kubernetes: Readonly<Record<string, Lifecycle>>
  readonly custom: readonly CustomRow[]
}

/** Reads the table. Throws on a row that says less than it must. */
export function readReviewed(text: string): Reviewed {
  const table = record(parse(text))
  const kubernetes = list(table.kubernetes)
    .map(record)
    .flatMap((row) => {
      const { apiVersion, kinds, source, ...lifecycle } = row
      if (!/^1\.\d+$/.test(String(lifecycle.removedIn)) || source === undefined) throw incomplete(row)
      return strings(kinds).map((kind) => [`${apiVersion}/${kind}`, lifecycle as Lifecycle] as const)
    })
  const custom = list(table.custom)
    .map(record)
    .map((row): CustomRow => {
      const { apiVersion, kinds, except, verdict, replacement, message, source } = row
      if (typeof apiVersion !== 'string' || typeof message !== 'string' || source === undefined) throw incomplete(row)
      if (verdict !== 'refuse' && verdict !== 'warn') throw incomplete(row)
      return {
        apiVersion,
        verdict,
        message,
        ...(kinds !== undefined && { kinds: strings(kinds) }),
        ...(except !== undefined && { except: strings(except) }),
        ...(typeof replacement === 'string' && { replacement }),
      }
    })
  return { kubernetes: sorted(kubernetes), custom }
}

/** Rows by `apiVersion/Kind`. `known` are the keys of the bundle: a row without kinds holds for every kind of its group. */
export function expandCustom(
  rows: readonly CustomRow[],
  known: readonly string[],
): Readonly<Record<string, CustomLifecycle>> {
  return sorted(
    rows.flatMap(({ apiVersion, kinds, except = [], ...lifecycle }) => {
      const group = apiVersion.slice(0, apiVersion.indexOf('/') + 1)
      const ofGroup = known.filter((key) => key.startsWith(group)).map((key) => key.slice(key.lastIndexOf('/') + 1))
      const names = [...new Set(kinds ?? ofGroup)].filter((kind) => !except.includes(kind))
      if (names.length === 0) throw new Error(`lifecycle.yaml: the bundle has no kind of ${apiVersion}`)
      return names.map((kind) => [`${apiVersion}/${kind}`, lifecycle] as const)
    }),
  )
}

const strings = (value: unknown): readonly string[] => list(value).map(String)
const incomplete = (row: JsonRecord) => new Error(`lifecycle.yaml: this row lacks something: ${JSON.stringify(row)}`)
