import { describe, expect, it } from 'vitest'
import { code, escapeMarkdown } from '../text/markdown-escape.ts'
import { hostileTexts, makeFinding, makeFullReport, makeReport } from './report-factory.ts'
import { renderSummary } from './summary.ts'

describe('renderSummary', () => {
  it('is one line and a fact when all is well', () => {
    expect(renderSummary(makeReport({ applications: [] }))).toMatchInlineSnapshot(`
      "## Fit: 64 objects of 2 Applications, nothing to mend (Kubernetes 1.35, 1.36).

      64 of 64 objects checked, 2 of 2 Applications judged, commit \`1111111\`.
      "
    `)
  })

  it('shows what is urgent and folds the rest', () => {
    const link = ({ file, line }: { file: string; line?: number }) =>
      `https://host.example/${file}${line === undefined ? '' : `#L${line}`}`
    expect(renderSummary(makeFullReport(), { link })).toMatchInlineSnapshot(`
      "## Not fit: 2 new errors and 2 new warnings in 64 of 70 objects of 2 Applications; 1 Application not judged (Kubernetes 1.35, 1.36).

      ### New (4)

      |  | Where | Problem | Rule | Through |
      | --- | --- | --- | --- | --- |
      | error | [\`gitops/aiwfe/base/frontend.yaml:24:13\`](https://host.example/gitops/aiwfe/base/frontend.yaml#L24) | Deployment frontend: spec.replicas must be an integer, not the string "two". | \`schema\` | \`aiwfe-prod\`, \`aiwfe-staging\` |
      | error | [\`gitops/aiwfe/overlays/prod/pdb.yaml:1:13\`](https://host.example/gitops/aiwfe/overlays/prod/pdb.yaml#L1) | PodDisruptionBudget aiwfe-prod/frontend: policy/v1beta1 is not served any more. Write policy/v1. (only on Kubernetes 1.36) | \`removed-api\` | \`aiwfe-prod\` |
      | warning | [\`gitops/aiwfe/base/frontend.yaml:31\`](https://host.example/gitops/aiwfe/base/frontend.yaml#L31) | Deployment frontend: container web has no readinessProbe, so traffic reaches it before it can answer. Add one that asks the path which the container serves. | \`probes-missing\` | \`aiwfe-prod\` |
      | warning | [\`gitops/argocd/grafana.yaml:12:7\`](https://host.example/gitops/argocd/grafana.yaml#L12) | Application grafana cannot be rendered: the chart is not in the repository. | \`not-judged\` | \`grafana\` |

      <details><summary>Known before, not counted (1)</summary>

      |  | Where | Problem | Rule | Through |
      | --- | --- | --- | --- | --- |
      | warning | [\`gitops/aiwfe/base/frontend.yaml:30\`](https://host.example/gitops/aiwfe/base/frontend.yaml#L30) | Deployment frontend: spec.replicas must be an integer, not the string "two". | \`image-not-exact\` | \`aiwfe-prod\` |

      </details>

      <details><summary>Mended (1)</summary>

      |  | Where | Problem | Rule | Through |
      | --- | --- | --- | --- | --- |
      | error | [\`gitops/aiwfe/base/frontend.yaml:24:13\`](https://host.example/gitops/aiwfe/base/frontend.yaml#L24) | Deployment frontend: spec.replicas must be an integer, not the string "two". | \`unknown-field\` | \`aiwfe-prod\` |

      </details>

      <details><summary>Covered by exemptions (1)</summary>

      |  | Where | Problem | Rule | Through |
      | --- | --- | --- | --- | --- |
      | error | [\`gitops/aiwfe/base/secret.yaml\`](https://host.example/gitops/aiwfe/base/secret.yaml) | Deployment frontend: spec.replicas must be an integer, not the string "two". | \`secret-in-clear\` | \`aiwfe-prod\` |

      </details>

      <details><summary>Applications (3)</summary>

      | Application | Project | Destination | Objects | Judged | Change |
      | --- | --- | --- | --- | --- | --- |
      | \`aiwfe-prod\` | \`aiwfe\` | \`in-cluster aiwfe-prod\` | 32 | yes | changed |
      | \`aiwfe-staging\` | \`aiwfe\` | \`in-cluster aiwfe-prod\` | 32 | yes | changed |
      | \`grafana\` | \`aiwfe\` | \`in-cluster aiwfe-prod\` | 0 | **no** | unchanged |

      </details>

      64 of 70 objects checked, 2 of 3 Applications judged, commit \`1111111\`, compared with \`2222222\`.
      "
    `)
  })

  it('keeps within the limit, whole rows only, and says what it left out', () => {
    const findings = Array.from({ length: 12_000 }, (_, index) =>
      makeFinding({
        message: `€ ${'x'.repeat(200)}`,
        at: { file: `f${index}.yaml`, line: 1 },
        fingerprint: `${index}`,
      }),
    )
    const summary = renderSummary(makeReport({ verdict: 'unfit', findings }))
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024)
    expect(Buffer.byteLength(summary)).toBeGreaterThan(900 * 1024)
    const rows = summary.split('\n').filter((line) => line.startsWith('| error'))
    expect(rows.every((row) => row.endsWith('`aiwfe-prod` |'))).toBe(true)
    expect(summary).toContain(`${(12_000 - rows.length).toLocaleString('en-US')} rows left out`)
  })

  it.each(hostileTexts)('lets %j change neither rows nor columns', (text) => {
    const finding = makeFinding({ message: text, at: { file: text, line: 1 } })
    const harmless = makeFinding({ message: 'm', at: { file: 'f', line: 1 } })
    const shape = (summary: string) => summary.split('\n').map((line) => line.match(/(?<!\\)\|/g)?.length ?? 0)
    expect(shape(renderSummary(makeReport({ findings: [finding] })))).toEqual(
      shape(renderSummary(makeReport({ findings: [harmless] }))),
    )
  })
})

describe('escapeMarkdown', () => {
  it('shows markup as it is and lets nothing link or mention', () => {
    expect(hostileTexts.map((text) => escapeMarkdown(text)).join('\n')).toMatchInlineSnapshot(`
      "&#124; a &#124; b &#124; &#124; - &#124; - &#124; \\# heading
      &lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;
      \\\`\\\` \\\` \\\`\\\`\\\` code
      @​your-org/platform fixes \\#​1 and GH​-2, see https:​//example.com and www​.example.com
      \\[text\\](javascript:alert(1)) \\!\\[image\\](https:​//example.com/x.png)
      &#92;u001b\\[31mred&#92;u001b\\[0m &#92;u0007bell &#92;u202egnp.exe
      : :error file=x::injected : :set-output name=verdict::fit
      %0A::warning::x
      \\]\\]&gt;&amp;amp;&lt;\\!-- --&gt;&lt;failure/&gt;
      trailing backslash &#92;
      a&#92;&#124;b
      &lt;/details&gt;&lt;/table&gt;
      � lone surrogate ￿
      \\*bold\\* \\_italic\\_ \\~\\~gone\\~\\~ \\$x^2\\$ \\{\\{ template \\}\\}"
    `)
  })
})

describe('code', () => {
  it.each([
    ['a', '`a`'],
    ['a`b', '``a`b``'],
    ['`a', '`` `a ``'],
    ['a|b', 'a&#124;b'],
    ['  ', ''],
  ])('puts %j into a span', (text, expected) => {
    expect(code(text)).toBe(expected)
  })
})
