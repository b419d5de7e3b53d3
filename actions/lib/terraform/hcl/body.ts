// A configuration file of Terraform as data: blocks and arguments with their places. Native and JSON syntax give the same.
import type { SourceLocation } from '../../findings/finding.ts'

/** An argument's value as far as it is known without evaluating anything. */
export type HclValue =
  | { readonly type: 'literal'; readonly value: string | number | boolean | null; readonly at: SourceLocation }
  | { readonly type: 'list'; readonly items: readonly HclValue[]; readonly at: SourceLocation }
  | { readonly type: 'object'; readonly entries: readonly HclEntry[]; readonly at: SourceLocation }
  /** Anything else: `text` as written, and what it refers to, such as `var.region` or `data.terraform_remote_state.base.outputs`. */
  | {
      readonly type: 'expression'
      readonly text: string
      readonly references: readonly string[]
      /** Functions that it calls. */
      readonly calls: readonly string[]
      /** The same calls with their places and first arguments. */
      readonly callSites?: readonly HclCall[]
      readonly at: SourceLocation
    }

/**
 * A call and its first argument as a template: literal text, and what has to be evaluated as it is written. Undefined where
 * there is no argument.
 */
export type HclCall = {
  readonly name: string
  readonly argument?: readonly (string | { readonly text: string })[]
  readonly at: SourceLocation
}

/** `key` is undefined where it is computed, by `computedKey`. */
export type HclEntry = {
  readonly key: string | undefined
  readonly computedKey?: HclValue
  readonly value: HclValue
  readonly at: SourceLocation
}

export type HclArgument = { readonly name: string; readonly value: HclValue; readonly at: SourceLocation }

export type HclBlock = {
  readonly type: string
  readonly labels: readonly string[]
  readonly body: HclBody
  readonly at: SourceLocation
}

export type HclBody = { readonly arguments: readonly HclArgument[]; readonly blocks: readonly HclBlock[] }

export type HclProblem = { readonly message: string; readonly at: SourceLocation }

/** One file. With problems the body has what could be read. */
export type HclFile = { readonly file: string; readonly body: HclBody; readonly problems: readonly HclProblem[] }
