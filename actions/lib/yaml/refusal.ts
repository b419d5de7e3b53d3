// Why a YAML file is not read for editing, or a value in it not edited.

export type RefusalReason =
  // The file as a whole.
  | 'encoding'
  | 'too-large'
  | 'character'
  | 'syntax'
  | 'duplicate-key'
  | 'too-many-aliases'
  | 'too-deep'
  // One edit.
  | 'no-document'
  | 'not-found'
  | 'not-a-scalar'
  | 'no-place'
  | 'alias'
  | 'inherited'
  | 'anchored'
  | 'block-scalar'
  | 'multi-line'
  | 'template'
  | 'tag'
  | 'unexpected-value'
  | 'bad-value'
  | 'edited-twice'
  // The result.
  | 'not-proved'

/** What is in the way, in words for the reader, and where: lines and columns from 1, in UTF-16 units, a byte order mark not counted. */
export type Refusal = {
  readonly reason: RefusalReason
  readonly message: string
  readonly line: number
  readonly column: number
}

export type Refused = { readonly refusals: readonly Refusal[] }
