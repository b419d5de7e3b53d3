// The step's surfaces that GitHub limits: annotations and the step summary. Each is cut here, before GitHub cuts it in silence.
import { appendFileSync, statSync } from 'node:fs'
import * as core from '@actions/core'

export type Annotation = {
  readonly severity: 'error' | 'warning' | 'note'
  readonly message: string
  readonly title?: string
  readonly file?: string
  readonly line?: number
  readonly column?: number
  readonly endLine?: number
  readonly endColumn?: number
}

/** GitHub shows ten annotations of a kind per step and drops the rest. */
export const annotationLimit = 10
/** GitHub refuses a step summary above 1 MiB. */
export const summaryLimitBytes = 1024 * 1024

const rank = { error: 0, warning: 1, note: 2 } as const
const emit = { error: core.error, warning: core.warning, note: core.notice } as const

/** Emits the worst annotations, at most `limit`. Returns how many were left out. */
export function annotate(annotations: readonly Annotation[], limit: number = annotationLimit): number {
  const worst = [...annotations].sort((a, b) => rank[a.severity] - rank[b.severity]).slice(0, limit)
  for (const { severity, message, line, column, ...rest } of worst) {
    // The toolkit allows columns only where start and end line agree.
    const oneLine = rest.endLine === undefined || rest.endLine === line
    emit[severity](message, {
      ...(rest.title !== undefined && { title: rest.title }),
      ...(rest.file !== undefined && { file: rest.file }),
      ...(line !== undefined && { startLine: line }),
      ...(rest.endLine !== undefined && { endLine: rest.endLine }),
      ...(column !== undefined && oneLine && { startColumn: column }),
      ...(rest.endColumn !== undefined && oneLine && { endColumn: rest.endColumn }),
    })
  }
  return annotations.length - worst.length
}

/** Appends Markdown to the step summary, cut to the limit. Does nothing where there is no step summary. */
export function writeSummary(markdown: string): void {
  const file = process.env.GITHUB_STEP_SUMMARY
  if (!file) return
  const used = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  appendFileSync(file, truncateMarkdown(markdown, summaryLimitBytes - used))
}

/** Cuts Markdown at the end of a line so that it takes at most `limit` bytes of UTF-8, and says that it did. */
export function truncateMarkdown(markdown: string, limit: number): string {
  const bytes = Buffer.from(markdown)
  if (bytes.length <= limit) return markdown
  const notice = '\n\n> Cut here: the rest is over the limit of a step summary. The report files have all of it.\n'
  const room = limit - Buffer.byteLength(notice)
  if (room <= 0) return ''
  const end = bytes.lastIndexOf(0x0a, room)
  return end < 0 ? notice : bytes.subarray(0, end).toString('utf8') + notice
}
