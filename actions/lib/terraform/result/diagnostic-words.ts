// What the tool complains about, as a sentence of ours.
import type { Diagnostic } from './result.ts'

/** The summary with exactly one full stop, or its own mark, at the end. The reason of a failure begins with it. */
export const summarySentence = ({ summary }: Pick<Diagnostic, 'summary'>): string => ended(summary)

/** A text as a sentence: some of the tool's end without a mark, some with two. */
export function ended(text: string): string {
  const trimmed = text.trimEnd().replace(/(?<![.])[.]{2}$/, '.')
  return /[.!?]["”)]?$/.test(trimmed) ? trimmed : `${trimmed}.`
}
