import { describe, expect, it } from 'vitest'
import { hostileTexts, makeFinding, makeFullReport, makeReport, through } from './report-factory.ts'
import { renderText } from './text.ts'

const plain = { color: false, width: 80 } as const

describe('renderText', () => {
  it('answers in the first line when all is well, and says no more', () => {
    expect(renderText(makeReport(), plain)).toMatchInlineSnapshot(`
      "Fit: 64 objects of 2 Applications, nothing to mend (Kubernetes 1.35, 1.36).
      "
    `)
  })

  it('reads from the worst file to what is not urgent', () => {
    expect(renderText(makeFullReport(), plain)).toMatchInlineSnapshot(`
      "Not fit: 2 new errors and 2 new warnings in 64 of 70 objects of 2 Applications;
      1 Application not judged (Kubernetes 1.35, 1.36).

      gitops/aiwfe/base/frontend.yaml
        24:13  error    Deployment frontend: spec.replicas must be an integer, not the
                        string "two".
                        [schema] through aiwfe-prod and aiwfe-staging
        31     warning  Deployment frontend: container web has no readinessProbe, so
                        traffic reaches it before it can answer. Add one that asks the
                        path which the container serves.
                        [probes-missing] through aiwfe-prod

      gitops/aiwfe/overlays/prod/pdb.yaml
        1:13  error  PodDisruptionBudget aiwfe-prod/frontend: policy/v1beta1 is not
                     served any more. Write policy/v1.
                     [removed-api] through aiwfe-prod, only on Kubernetes 1.36

      gitops/argocd/grafana.yaml
        12:7  warning  Application grafana cannot be rendered: the chart is not in the
                       repository.
                       [not-judged] through grafana

      64 of 70 objects checked, 2 of 3 Applications judged.

      1 problem mended since 2222222. 1 problem known before, not listed. 1 problem
      covered by exemptions.

      Not fit: 2 new errors and 2 new warnings in 64 of 70 objects of 2 Applications;
      1 Application not judged (Kubernetes 1.35, 1.36).
      All details: seaworthy check --format json
      "
    `)
  })

  it('says why nothing could be judged', () => {
    const report = makeReport({ verdict: 'unjudged', reason: 'no Argo CD Application was found under gitops' })
    expect(renderText(report, plain)).toMatchInlineSnapshot(`
      "Not judged: no Argo CD Application was found under gitops.
      "
    `)
  })

  it('tells known problems from new ones in the first line', () => {
    const known = makeFinding({ status: 'known' })
    const report = makeReport({ base: { revision: 'main' }, findings: [known] })
    expect(renderText(report, plain)).toMatchInlineSnapshot(`
      "Fit: 64 objects of 2 Applications, nothing new to mend, 1 known before
      (Kubernetes 1.35, 1.36).

      1 problem known before, not listed.

      All details: seaworthy check --format json
      "
    `)
  })

  it('lists known problems when any problem weighs', () => {
    const known = makeFinding({ status: 'known' })
    const text = renderText(
      makeReport({ verdict: 'unfit', failOn: 'any', base: { revision: 'main' }, findings: [known] }),
      plain,
    )
    expect(text).toContain('Not fit: 1 error in')
    expect(text).toContain('24:13')
  })

  it('shows a problem that several Applications share once, in whatever namespace its message names', () => {
    const finding = makeFinding({ message: 'Deployment aiwfe-prod/frontend: no.' })
    const text = renderText(
      makeReport({ verdict: 'unfit', findings: [finding, through(finding, 'aiwfe-dr', 'f9')] }),
      plain,
    )
    expect(text.match(/24:13/g)).toHaveLength(1)
    expect(text).toContain('[schema] through aiwfe-dr and aiwfe-prod')
  })

  it('does not invent a position', () => {
    const text = renderText(makeReport({ findings: [makeFinding({ at: { file: 'a.yaml' } })] }), plain)
    expect(text).toContain('\na.yaml\n  -  error')
  })

  it('keeps every line within the width, but breaks none without one', () => {
    expect(
      Math.max(
        ...renderText(makeFullReport(), plain)
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(80)
    const unbroken = renderText(makeFullReport(), { color: false })
    expect(unbroken).toContain('before it can answer. Add one that asks the path which the container serves.\n')
  })

  it('takes escape sequences and line ends out of what strangers wrote', () => {
    const findings = hostileTexts.map((text, index) =>
      makeFinding({ message: text, at: { file: text, line: index + 1 }, fingerprint: `h${index}` }),
    )
    const text = renderText(makeReport({ findings, reason: hostileTexts.join(), verdict: 'unjudged' }), {
      color: false,
    })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be left
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
    expect(text).not.toMatch(/^::/m)
  })

  it('lists the worst when there are too many, and counts the rest', () => {
    const findings = Array.from({ length: 300 }, (_, index) =>
      makeFinding({
        severity: index === 299 ? 'error' : 'warning',
        at: { file: `f${index}.yaml`, line: 1 },
        fingerprint: `${index}`,
      }),
    )
    const text = renderText(makeReport({ verdict: 'unfit', findings }), { ...plain, limit: 10 })
    expect(text).toContain('f299.yaml')
    expect(text).toContain('... and 290 more problems, none worse than those above.')
  })

  it('colours nothing but words of its own', () => {
    const text = renderText(makeFullReport(), { color: true })
    expect(text.startsWith('\u001b[31m\u001b[1mNot fit\u001b[22m\u001b[39m: 2 new errors')).toBe(true)
  })
})
