// What a person writes to let one refused plan through, and no other.
import { createHash } from 'node:crypto'

const prefix = 'terraform-allow:'

/**
 * Name of the label, and the line of an approving review, that lets exactly this plan of this root through. Two roots with the same
 * plan have different ones. At most 50 characters, which is what a label takes.
 */
export function overrideToken(root: string, fingerprint: string): string {
  return (
    prefix +
    createHash('sha256')
      .update(JSON.stringify([root, fingerprint]))
      .digest('hex')
      .slice(0, 16)
  )
}

/** Whether a label is one that lets some plan through. */
export const isOverrideLabel = (label: string) => label.toLowerCase().startsWith(prefix)

/** The tokens that stand in a text, each on a line of its own, bare or as code. */
export const tokensIn = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => /^\s*`?(terraform-allow:[0-9a-f]{16})`?\s*$/i.exec(line)?.[1]?.toLowerCase())
    .filter((token) => token !== undefined)
