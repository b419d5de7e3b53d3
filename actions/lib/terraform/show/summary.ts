// The report as a step summary: as the comment, with room for nearly everything.
import type { TerraformReport } from '../result/result.ts'
import type { CommentOptions } from './comment.ts'
import { pageMarkdown } from './page-markdown.ts'
import { reportPage } from './report-page.ts'

/** GitHub drops a step summary above 1 MiB; the margin leaves room for what the same step adds. */
export const summaryLimit = 1024 * 1024 - 64 * 1024

/** Renders the summary. At most `limit` bytes; what is left out is counted. */
export function renderTerraformSummary(
  report: TerraformReport,
  { limit = summaryLimit, more, ...words }: CommentOptions = {},
): string {
  return pageMarkdown(reportPage(report, words), { limit, ...(more !== undefined && { more }) })
}
