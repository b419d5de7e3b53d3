// A bump request as another repository sends it: the payload of a dispatch.
import schema from '../../../schemas/bump-request.schema.json' with { type: 'json' }
import { type Contract, type ContractProblem, checkContract } from './contract.ts'

export type WrittenRequest = {
  readonly images: readonly { readonly image: string; readonly tag?: string; readonly digest?: string }[]
  readonly environments?: readonly string[]
  readonly applications?: readonly string[]
  readonly files?: readonly string[]
  readonly targets?: readonly { readonly file: string; readonly object?: string; readonly field: string }[]
  readonly from?: string
  readonly expect?: string
  readonly pin?: 'tag' | 'digest' | 'tag@digest'
  readonly 'allow-downgrade'?: 'true' | 'false'
  readonly source?: { readonly repository: string; readonly commit: string; readonly run?: string }
}

/** Every scalar is text, so that the tag 1.20 stays 1.20. */
export const bumpRequestContract: Contract = { schema, scalars: 'text' }

/** Reads a request, YAML or JSON. `place` stands for the file in problems, for instance `client_payload`. */
export function parseBumpRequest(
  text: string,
  place: string,
): { readonly request: WrittenRequest } | { readonly problems: readonly ContractProblem[] } {
  const { value, problems } = checkContract(bumpRequestContract, text, place)
  if (problems.length > 0) return { problems }
  if (value === undefined) return { problems: [{ file: place, line: 1, column: 1, message: 'it is empty' }] }
  // Checked against the schema, which a test holds equal to the type.
  return { request: value as WrittenRequest }
}
