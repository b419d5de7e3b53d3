// The check run of one root: GitHub shows its title in the list of checks, and annotations beside the lines.
import type { ReportAnnotation } from '../../report/annotations.ts'
import { clip, oneLine } from '../../text/words.ts'
import type { RootResult } from '../result/result.ts'
import type { More, Page } from './page.ts'
import { pageMarkdown } from './page-markdown.ts'
import { type RootWords, rootPart } from './root-sections.ts'
import { rootAnswer, standingOf } from './standing.ts'

export type CheckRun = {
  /** Stable, so that a branch rule can name it. */
  readonly name: string
  readonly title: string
  readonly conclusion: 'success' | 'neutral' | 'failure' | 'action_required'
  /** Markdown. */
  readonly summary: string
  /** The worst first. */
  readonly annotations: readonly ReportAnnotation[]
  readonly annotationsLeftOut: number
}

export type CheckRunOptions = RootWords & {
  readonly more?: More
  readonly annotationLimit?: number
}

/** GitHub takes 65,535 bytes, and 50 annotations in one request. */
const summaryBytes = 64_000
const mostAnnotations = 50
const titleLimit = 200
const messageLimit = 2000

const severityRank = { error: 0, warning: 1, note: 2 } as const

/** What a check run of this root says. A root that waits is neutral: nothing is known of it yet. */
export function checkRunOf(result: RootResult, options: CheckRunOptions = {}): CheckRun {
  const { more, annotationLimit = mostAnnotations, ...words } = options
  const annotations = annotationsOf(result)
  const title = clip(oneLine(rootAnswer(result)), titleLimit)
  const part = rootPart(result, words)
  const page: Page = { answer: `${result.root}: ${part.answer}`, table: undefined, parts: [part], facts: [] }
  return {
    name: clip(oneLine(`terraform plan: ${result.root}`), titleLimit),
    title: `${title.charAt(0).toUpperCase()}${title.slice(1)}`,
    conclusion: conclusionOf(result),
    summary: pageMarkdown(page, { limit: summaryBytes, ...(more !== undefined && { more }) }),
    annotations: annotations.slice(0, annotationLimit),
    annotationsLeftOut: Math.max(0, annotations.length - annotationLimit),
  }
}

function conclusionOf(result: RootResult): CheckRun['conclusion'] {
  const standing = standingOf(result)
  if (standing === 'failed') return 'failure'
  if (standing === 'refused') return 'action_required'
  return standing === 'waits' ? 'neutral' : 'success'
}

/** Guards and words of the tool that have a place, the worst first. */
export function annotationsOf({ root, guards, diagnostics }: RootResult): readonly ReportAnnotation[] {
  const all = [
    ...guards.flatMap(({ guard, severity, message, address, at }) =>
      at === undefined
        ? []
        : [{ at, severity, name: guard, message: address === undefined ? message : `${address}: ${message}` }],
    ),
    ...diagnostics.flatMap(({ severity, summary, detail, at }) =>
      at === undefined
        ? []
        : [{ at, severity, name: 'terraform', message: detail === undefined ? summary : `${summary}: ${detail}` }],
    ),
  ]
  return all
    .sort((a, b) => severityRank[a.severity] - severityRank[b.severity])
    .map(({ at, severity, name, message }) => ({
      ...at,
      severity,
      title: clip(oneLine(`${root}: ${name}`), titleLimit),
      message: clip(oneLine(message), messageLimit),
    }))
}
