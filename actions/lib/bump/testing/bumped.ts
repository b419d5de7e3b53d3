// Plans a bump on a tree from literals, and tells the outcome in few words.
import { expect } from 'vitest'
import type { MemoryFiles } from '../../testing/memory-tree.ts'
import { memoryTree } from '../../testing/memory-tree.ts'
import { openBump } from '../open-bump.ts'
import { planBump } from '../plan.ts'
import type { BumpRequest, Scope } from '../request.ts'

export const names = { repositories: ['https://github.com/your-org/platform'], revisions: ['HEAD', 'main'] }
export const today = Date.parse('2026-11-21T12:00:00Z')

export type Ask = Partial<Scope> & Omit<Partial<BumpRequest>, 'scope'>

export function requestOf({
  environments = [],
  applications = [],
  files = [],
  targets = [],
  ...rest
}: Ask): BumpRequest {
  return {
    image: 'ghcr.io/your-org/api',
    version: { tag: '1.5.0' },
    scope: { environments, applications, files, targets },
    ...rest,
  }
}

/** Plans; returns what changes, by file, as the lines before and after, or what is refused. */
export async function bumped(files: MemoryFiles, ...asks: readonly Ask[]) {
  const opened = await openBump(memoryTree(files), names, today)
  if ('refusals' in opened) return { refused: opened.refusals.map(show) }
  const plan = await planBump(asks.map(requestOf), opened.context)
  if (plan.type === 'refused') return { refused: plan.refusals.map(show) }
  const changed = plan.files.map(
    ({ path, before, after }) => [path, changedLines(before ?? new Uint8Array(), after)] as const,
  )
  return {
    changed: Object.fromEntries(changed),
    already: plan.sites.filter((site) => !site.changed).map(({ file, line }) => `${file}:${line}`),
  }
}

const show = ({ file, line, message }: { readonly file?: string; readonly line?: number; readonly message: string }) =>
  `${[file, line].filter((part) => part !== undefined).join(':')} ${message}`.trim()

/** `line: text after` of every line that differs; the files must have the same number of lines. */
function changedLines(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [old, fresh] = [before, after].map((bytes) => new TextDecoder().decode(bytes).split('\n'))
  expect(fresh).toHaveLength(old?.length ?? 0)
  return (fresh ?? []).flatMap((line, index) => (line === old?.[index] ? [] : [`${index + 1}: ${line.trim()}`]))
}

/** An Application of this repository. */
export function application(
  name: string,
  path: string,
  more: { readonly labels?: string; readonly source?: string } = {},
): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: ${name}
  namespace: argocd
${more.labels === undefined ? '' : `  labels: {${more.labels}}\n`}spec:
  project: default
  source:
    repoURL: https://github.com/your-org/platform.git
    targetRevision: main
    path: ${path}
${more.source ?? ''}  destination: {server: https://kubernetes.default.svc, namespace: ${name}}
`
}
