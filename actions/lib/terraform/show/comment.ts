// The comment on a pull request: one for all roots, short enough for GitHub.
import type { TerraformReport } from '../result/result.ts'
import type { More } from './page.ts'
import { pageMarkdown } from './page-markdown.ts'
import { reportPage } from './report-page.ts'
import type { RootWords } from './root-sections.ts'

export type CommentOptions = RootWords & {
  /** Bytes of UTF-8. */
  readonly limit?: number
  /** Where all of it can be seen. */
  readonly more?: More
}

/**
 * GitHub takes 65,536 characters in a comment. Bytes are never fewer than what it counts, and the marker that finds the comment
 * again needs room too.
 */
export const commentLimit = 64_000

/** Renders the comment. At most `limit` bytes, never cut inside of a line or a fence; what is left out is counted. */
export function renderComment(
  report: TerraformReport,
  { limit = commentLimit, more, ...words }: CommentOptions = {},
): string {
  return pageMarkdown(reportPage(report, words), { limit, ...(more !== undefined && { more }) })
}
