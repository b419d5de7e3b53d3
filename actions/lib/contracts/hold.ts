// A hold: a version that was rolled back and must stay away.
import schema from '../../../schemas/hold.schema.json' with { type: 'json' }
import { type Contract, type ContractProblem, checkContract } from './contract.ts'

export type Hold = {
  readonly image: string
  readonly tag?: string
  readonly digest?: string
  /** Empty: everywhere. */
  readonly environments: readonly string[]
  readonly reason: string
  readonly by?: string
  /** Address of the run that wrote it. */
  readonly run?: string
  /** UTC, `2026-12-01T08:00:00Z`. */
  readonly since: string
  readonly until?: string
}

export const holdContract: Contract = { schema, scalars: 'text' }

/** Reads one file of holds. */
export function parseHold(
  text: string,
  file: string,
): { readonly hold: Hold } | { readonly problems: readonly ContractProblem[] } {
  const { value, problems } = checkContract(holdContract, text, file)
  if (problems.length > 0) return { problems }
  if (value === undefined) return { problems: [{ file, line: 1, column: 1, message: 'the file is empty' }] }
  return { hold: value as Hold }
}
