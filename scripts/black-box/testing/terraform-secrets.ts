// Whether a secret stands on a surface, in any form in which a reader could take it off.

import type { EmulatedRepository } from '../../../actions/lib/testing/github/index.ts'
import type { ActionRun } from '../../../actions/lib/testing/run-action.ts'

type Said = ActionRun & {
  readonly report: Readonly<Record<string, string>>
  readonly plans: Readonly<Record<string, Uint8Array>>
}

/** Everything that a run leaves for somebody to read, by its name. */
export function surfacesOf(run: Said, repository: EmulatedRepository): Readonly<Record<string, string>> {
  const { comments, checkRuns, issues } = repository
  return {
    // Masks are for the runner, which does not show them.
    log: `${run.stdout}\n${run.stderr}`.replaceAll(/^::add-mask::.*$/gm, ''),
    summary: run.summary,
    annotations: JSON.stringify(run.annotations),
    outputs: JSON.stringify({ ...run.outputs, ...run.exported, ...run.state }),
    comments: comments.map(({ body }) => body).join('\n'),
    issues: issues.map(({ title, body }) => `${title}\n${body}`).join('\n'),
    checks: JSON.stringify(checkRuns),
    ...run.report,
    ...Object.fromEntries(
      Object.entries(run.plans).map(([file, bytes]) => [file, Buffer.from(bytes).toString('latin1')]),
    ),
  }
}

/** `SURFACE has it FORM` for each that stands there. */
export function leaksOf(surfaces: Readonly<Record<string, string>>, secrets: readonly string[]): readonly string[] {
  return Object.entries(surfaces).flatMap(([surface, text]) =>
    secrets.flatMap((secret) =>
      Object.entries(formsOf(secret)).flatMap(([form, value]) =>
        text.includes(value) ? [`${surface} has ${secret.slice(0, 3)}… ${form}`] : [],
      ),
    ),
  )
}

function formsOf(secret: string): Readonly<Record<string, string>> {
  const json = JSON.stringify(secret).slice(1, -1)
  return {
    raw: secret,
    json,
    'json in json': JSON.stringify(json).slice(1, -1),
    // As Terraform's own encoder writes it.
    'json by Go': json.replaceAll('&', '\\u0026').replaceAll('<', '\\u003c').replaceAll('>', '\\u003e'),
    base64: Buffer.from(secret).toString('base64').replace(/=+$/, ''),
    url: encodeURIComponent(secret),
    'url by Go': encodeURIComponent(secret).replaceAll('%20', '+'),
    command: secret.replaceAll('%', '%25'),
    latin1: Buffer.from(secret).toString('latin1'),
  }
}
