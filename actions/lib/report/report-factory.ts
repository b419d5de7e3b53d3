// Reports and findings for tests: complete by default, each test overrides what it is about.
import type { Finding } from '../findings/finding.ts'
import type { ApplicationReport, Coverage, Report } from './report.ts'

const file = 'gitops/aiwfe/base/frontend.yaml'

export function makeFinding(overrides: Partial<Finding> = {}): Finding {
  return {
    rule: 'schema',
    severity: 'error',
    message: 'Deployment frontend: spec.replicas must be an integer, not the string "two".',
    at: { file, line: 24, column: 13 },
    subject: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      namespace: 'aiwfe-prod',
      name: 'frontend',
      application: 'aiwfe-prod',
      cluster: 'in-cluster',
    },
    pointer: '/spec/replicas',
    fingerprint: 'f1',
    ...overrides,
  }
}

export function makeApplication(overrides: Partial<ApplicationReport> = {}): ApplicationReport {
  return {
    name: 'aiwfe-prod',
    namespace: 'argocd',
    project: 'aiwfe',
    at: { file: 'gitops/argocd/aiwfe-prod.yaml', line: 1, column: 1 },
    sources: [{ type: 'kustomize', path: 'gitops/aiwfe/overlays/prod', repository: 'your-org/platform' }],
    destination: { cluster: 'in-cluster', namespace: 'aiwfe-prod' },
    objects: 32,
    judged: true,
    ...overrides,
  }
}

export function makeCoverage(overrides: Partial<Coverage> = {}): Coverage {
  return { applications: 2, applicationsJudged: 2, objects: 64, objectsChecked: 64, gaps: [], ...overrides }
}

export function makeReport(overrides: Partial<Report> = {}): Report {
  return {
    verdict: 'fit',
    head: { revision: '1111111111111111111111111111111111111111' },
    kubernetesVersions: ['1.35', '1.36'],
    failOn: 'new',
    coverage: makeCoverage(),
    applications: [
      makeApplication(),
      makeApplication({ name: 'aiwfe-staging', destination: { cluster: 'in-cluster', namespace: 'aiwfe-staging' } }),
    ],
    findings: [],
    fixed: [],
    exempted: [],
    ...overrides,
  }
}

/** The same problem as another Application reaches it. */
export function through(finding: Finding, application: string, fingerprint: string): Finding {
  const subject = finding.subject
  if (subject === undefined) throw new Error('the finding needs a subject')
  return {
    ...finding,
    subject: { ...subject, application, namespace: application },
    message: finding.message.replaceAll(`${subject.namespace}/`, `${application}/`),
    fingerprint,
  }
}

/** A report with something in each of its parts, compared with a base. */
export function makeFullReport(overrides: Partial<Report> = {}): Report {
  const replicas = makeFinding({ status: 'new' })
  return makeReport({
    verdict: 'unfit',
    base: { revision: '2222222222222222222222222222222222222222' },
    coverage: makeCoverage({
      applications: 3,
      objects: 70,
      gaps: [
        {
          application: 'grafana',
          reason: 'the chart grafana 8.1.0 is not in the repository',
          at: { file: 'gitops/argocd/grafana.yaml', line: 12, column: 7 },
        },
      ],
    }),
    applications: [
      makeApplication({ change: 'changed' }),
      makeApplication({ name: 'aiwfe-staging', change: 'changed' }),
      makeApplication({ name: 'grafana', judged: false, objects: 0, change: 'unchanged' }),
    ],
    findings: [
      replicas,
      through(replicas, 'aiwfe-staging', 'f0'),
      makeFinding({
        rule: 'removed-api',
        message: 'PodDisruptionBudget aiwfe-prod/frontend: policy/v1beta1 is not served any more. Write policy/v1.',
        at: { file: 'gitops/aiwfe/overlays/prod/pdb.yaml', line: 1, column: 13 },
        kubernetesVersions: ['1.36'],
        fingerprint: 'f2',
        status: 'new',
      }),
      makeFinding({
        rule: 'probes-missing',
        severity: 'warning',
        message:
          'Deployment frontend: container web has no readinessProbe, so traffic reaches it before it can answer. Add one that asks the path which the container serves.',
        at: { file, line: 31 },
        fingerprint: 'f3',
        status: 'new',
      }),
      makeFinding({
        rule: 'image-not-exact',
        severity: 'warning',
        at: { file, line: 30 },
        fingerprint: 'f4',
        status: 'known',
      }),
      makeFinding({
        rule: 'not-judged',
        severity: 'warning',
        subject: { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', name: 'grafana', application: 'grafana' },
        message: 'Application grafana cannot be rendered: the chart is not in the repository.',
        at: { file: 'gitops/argocd/grafana.yaml', line: 12, column: 7 },
        fingerprint: 'f5',
        status: 'new',
      }),
    ],
    fixed: [makeFinding({ rule: 'unknown-field', fingerprint: 'f6', status: 'fixed' })],
    exempted: [
      makeFinding({ rule: 'secret-in-clear', fingerprint: 'f7', at: { file: 'gitops/aiwfe/base/secret.yaml' } }),
    ],
    ...overrides,
  })
}

/** What a stranger may write into a manifest to take over a surface. */
export const hostileTexts: readonly string[] = [
  '| a | b |\n| - | - |\n\n# heading',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '`` ` ``` code',
  '@your-org/platform fixes #1 and GH-2, see https://example.com and www.example.com',
  '[text](javascript:alert(1)) ![image](https://example.com/x.png)',
  '\u001b[31mred\u001b[0m \u0007bell \u202egnp.exe',
  '::error file=x::injected\r\n::set-output name=verdict::fit',
  '%0A::warning::x',
  ']]>&amp;<!-- --><failure/>',
  'trailing backslash \\',
  'a\\|b',
  '</details></table>',
  '\ud800 lone surrogate \uffff',
  '*bold* _italic_ ~~gone~~ $x^2$ {{ template }}',
]
