// A smoke record: which versions of an image have passed the smoke test of an environment.
import schema from '../../../schemas/smoke-record.schema.json' with { type: 'json' }
import { type Contract, type ContractProblem, checkContract } from './contract.ts'

export type PassedVersion = {
  readonly tag?: string
  readonly digest?: string
  /** UTC. */
  readonly at: string
  /** The commit of the GitOps repository that was live. */
  readonly commit: string
  readonly run?: string
}

export type SmokeRecord = {
  readonly image: string
  readonly environment: string
  /** The newest first. */
  readonly passed: readonly PassedVersion[]
}

export const smokeRecordContract: Contract = { schema, scalars: 'text' }

/** Reads one record file. */
export function parseSmokeRecord(
  text: string,
  file: string,
): { readonly record: SmokeRecord } | { readonly problems: readonly ContractProblem[] } {
  const { value, problems } = checkContract(smokeRecordContract, text, file)
  if (problems.length > 0) return { problems }
  if (value === undefined) return { problems: [{ file, line: 1, column: 1, message: 'the file is empty' }] }
  return { record: value as SmokeRecord }
}
