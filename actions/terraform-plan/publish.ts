// Where a reviewer sees it: one comment for all roots, a check for each.
import { type CheckAnnotation, upsertCheckRun } from '../lib/github/check-runs.ts'
import type { GitHubClient } from '../lib/github/client.ts'
import { updateComment, upsertComment } from '../lib/github/comment.ts'
import type { TerraformReport } from '../lib/terraform/result/result.ts'
import { checkRunOf } from '../lib/terraform/show/check-run.ts'
import { renderComment } from '../lib/terraform/show/comment.ts'
import type { More } from '../lib/terraform/show/page.ts'
import type { RootWords } from '../lib/terraform/show/root-sections.ts'

export const commentMarker = 'terraform-plan'

/** Writes or updates the comment. Returns its address; undefined where the change touches no root, and none was there. */
export async function publishComment(
  client: GitHubClient,
  where: { readonly repository: string; readonly pull: number },
  report: TerraformReport,
  words: RootWords & { readonly more: More },
): Promise<string | undefined> {
  const isQuiet = report.roots.length === 0 && report.removed === undefined && report.gate === undefined
  // A change without Terraform is none of ours; one that had some and has no more is told so.
  const comment = await (isQuiet ? updateComment : upsertComment)(client, {
    repository: where.repository,
    issue: where.pull,
    marker: commentMarker,
    body: renderComment(report, words),
  })
  return comment?.url
}

/** A check for each root, on the commit that people see. */
export async function publishChecks(
  client: GitHubClient,
  where: { readonly repository: string; readonly headSha: string; readonly runUrl: string | undefined },
  report: TerraformReport,
  words: RootWords & { readonly more: More },
): Promise<void> {
  for (const result of report.roots) {
    const { name, conclusion, title, summary, annotations } = checkRunOf(result, words)
    await upsertCheckRun(client, {
      repository: where.repository,
      headSha: where.headSha,
      name,
      conclusion,
      title,
      summary,
      ...(where.runUrl !== undefined && { detailsUrl: where.runUrl }),
      annotations: annotations.flatMap((annotation): readonly CheckAnnotation[] =>
        annotation.line === undefined
          ? []
          : [
              {
                path: annotation.file,
                line: annotation.line,
                ...(annotation.endLine !== undefined && { endLine: annotation.endLine }),
                level: levels[annotation.severity],
                title: annotation.title,
                message: annotation.message,
              },
            ],
      ),
    })
  }
}

const levels = { error: 'failure', warning: 'warning', note: 'notice' } as const
