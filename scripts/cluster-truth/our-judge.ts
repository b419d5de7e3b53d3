// Seaworthy's verdicts on the same objects, by the committed program: one Application a case, each on a cluster of its own.
import { runCli } from '../../actions/lib/testing/run-cli.ts'
import type { Files } from '../../actions/lib/testing/temporary-repository.ts'
import { temporaryRepository } from '../../actions/lib/testing/temporary-repository.ts'
import type { KubernetesObject } from '../testbed/api-server.ts'
import type { Case, CaseGroup, Outcome } from './cases.ts'

export type OurFinding = {
  readonly rule: string
  readonly severity: string
  readonly message: string
  readonly pointer?: string
  readonly subject?: { readonly application?: string; readonly kind?: string; readonly name?: string }
}

export type OurVerdict = { readonly outcome: Outcome; readonly findings: readonly OurFinding[] }

/** Rules about what the API server refuses. The others are about what it accepts and the platform would regret. */
const serverRules: ReadonlySet<string> = new Set([
  'admission-policy',
  'crd-rule',
  'duplicate-key',
  'duplicate-list-item',
  'metadata',
  'removed-api',
  'schema',
  'selector-mismatch',
  'transition-rule',
  'unknown-field',
  'unknown-kind',
  'yaml-syntax',
])

/** Of Pod Security the server refuses Pods alone; the pods of a template are refused later. */
export function isRefusal({ rule, subject }: Pick<OurFinding, 'rule' | 'subject'>): boolean {
  return serverRules.has(rule) || (rule === 'pod-security' && subject?.kind === 'Pod')
}

const repository = 'https://git.example.com/your-org/cases.git'

/** As many cases as one run of the program judges in a few seconds. */
const casesPerRun = 400

/** Judges all cases of all groups; updates against a base commit that holds the old objects. */
export async function judgeByUs(groups: readonly CaseGroup[], minor: string): Promise<ReadonlyMap<string, OurVerdict>> {
  const placed = groups.flatMap((group) => group.cases.map((one) => ({ group, one })))
  const verdicts = new Map<string, OurVerdict>()
  for (let first = 0; first < placed.length; first += casesPerRun)
    for (const [name, verdict] of await judgeSome(placed.slice(first, first + casesPerRun), minor))
      verdicts.set(name, verdict)
  return verdicts
}

type Placed = { readonly group: CaseGroup; readonly one: Case }

async function judgeSome(cases: readonly Placed[], minor: string): Promise<ReadonlyMap<string, OurVerdict>> {
  const base: Record<string, string> = {
    '.github/seaworthy.yaml': `repository: [${repository}]\nkubernetes-versions: [${minor}]\nroots: [applications.json]\n`,
  }
  const head: Record<string, string> = {}
  const applications = cases.map(({ group, one }, index) => {
    const path = `cases/${index}`
    group.with.forEach((object, number) => {
      base[`${path}/with-${number}.json`] = text(object)
    })
    if (one.old !== undefined) base[`${path}/object.json`] = text(one.old)
    head[`${path}/object.json`] = text(one.object)
    return application(`case-${index}`, path, group.namespace)
  })
  base['applications.json'] = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: applications })
  const findings = await findingsOf(base, head)
  return new Map(
    cases.map(({ one }, index) => {
      const own = findings.filter(({ subject }) => subject?.application === `case-${index}`)
      const refused = own.some((finding) => finding.severity === 'error' && isRefusal(finding))
      return [one.name, { outcome: refused ? 'refused' : 'accepted', findings: own } as const]
    }),
  )
}

async function findingsOf(base: Files, head: Files): Promise<readonly OurFinding[]> {
  await using tree = temporaryRepository(base)
  tree.commit('change', head)
  const { stdout, stderr } = await runCli(tree.path, 'check', '--base', 'HEAD~1', '--format', 'json')
  if (stdout === '') throw new Error(stderr)
  return (JSON.parse(stdout) as { findings: readonly OurFinding[] }).findings
}

function application(name: string, path: string, namespace: string): KubernetesObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name, namespace: 'argocd' },
    spec: {
      project: 'default',
      source: { repoURL: repository, targetRevision: 'HEAD', path, directory: { recurse: true } },
      destination: { name, namespace },
    },
  }
}

const text = (object: unknown) => `${JSON.stringify(object, null, 2)}\n`

/** All that was found, for messages of tests. */
export const findingsInWords = ({ findings }: OurVerdict): string =>
  findings.map(({ rule, severity, message }) => `[${severity} ${rule}] ${message}`).join('; ')
