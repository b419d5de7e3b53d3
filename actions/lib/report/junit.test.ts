import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { renderJunit } from './junit.ts'
import { hostileTexts, makeFinding, makeFullReport, makeReport } from './report-factory.ts'

type Element = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; text: string }

/** Reads the document back with a parser that refuses whatever is not well-formed XML 1.0. */
function parse(xml: string): readonly Element[] {
  const elements: Element[] = []
  const open: Element[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: '' }
    elements.push(element)
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', (text) => {
    const element = open.at(-1)
    if (element !== undefined) element.text += text
  })
  parser.write(xml).close()
  return elements
}

const named = (elements: readonly Element[], name: string) => elements.filter((element) => element.name === name)

describe('renderJunit', () => {
  it('has a suite per Application, and a failing case per error that weighs', () => {
    expect(renderJunit(makeFullReport())).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="seaworthy" tests="9" failures="3" errors="0" skipped="1" time="0">
        <testsuite name="aiwfe-prod" tests="5" failures="2" errors="0" skipped="0" time="0">
          <testcase classname="aiwfe-prod" name="32 objects checked" time="0"/>
          <testcase classname="aiwfe-prod" name="schema: gitops/aiwfe/base/frontend.yaml:24:13: Deployment frontend: spec.replicas must be an integer, not the string &quot;two&quot;." file="gitops/aiwfe/base/frontend.yaml" line="24" time="0"><failure type="schema" message="Deployment frontend: spec.replicas must be an integer, not the string &quot;two&quot;.">gitops/aiwfe/base/frontend.yaml:24:13: error: Deployment frontend: spec.replicas must be an integer, not the string &quot;two&quot;.</failure></testcase>
          <testcase classname="aiwfe-prod" name="removed-api: gitops/aiwfe/overlays/prod/pdb.yaml:1:13: PodDisruptionBudget aiwfe-prod/frontend: policy/v1beta1 is not served any more. Write policy/v1." file="gitops/aiwfe/overlays/prod/pdb.yaml" line="1" time="0"><failure type="removed-api" message="PodDisruptionBudget aiwfe-prod/frontend: policy/v1beta1 is not served any more. Write policy/v1.">gitops/aiwfe/overlays/prod/pdb.yaml:1:13: error: PodDisruptionBudget aiwfe-prod/frontend: policy/v1beta1 is not served any more. Write policy/v1.&#10;Only on Kubernetes 1.36.</failure></testcase>
          <testcase classname="aiwfe-prod" name="probes-missing: gitops/aiwfe/base/frontend.yaml:31: Deployment frontend: container web has no readinessProbe, so traffic reaches it before it can answer. Add one that asks the path which the container serves." file="gitops/aiwfe/base/frontend.yaml" line="31" time="0"><system-out>gitops/aiwfe/base/frontend.yaml:31: warning: Deployment frontend: container web has no readinessProbe, so traffic reaches it before it can answer. Add one that asks the path which the container serves.</system-out></testcase>
          <testcase classname="aiwfe-prod" name="image-not-exact: gitops/aiwfe/base/frontend.yaml:30: Deployment frontend: spec.replicas must be an integer, not the string &quot;two&quot;." file="gitops/aiwfe/base/frontend.yaml" line="30" time="0"><system-out>gitops/aiwfe/base/frontend.yaml:30: warning: Deployment frontend: spec.replicas must be an integer, not the string &quot;two&quot;.</system-out></testcase>
        </testsuite>
        <testsuite name="aiwfe-staging" tests="2" failures="1" errors="0" skipped="0" time="0">
          <testcase classname="aiwfe-staging" name="32 objects checked" time="0"/>
          <testcase classname="aiwfe-staging" name="schema: gitops/aiwfe/base/frontend.yaml:24:13: Deployment frontend: spec.replicas must be an integer, not the string &quot;two&quot;." file="gitops/aiwfe/base/frontend.yaml" line="24" time="0"><failure type="schema" message="Deployment frontend: spec.replicas must be an integer, not the string &quot;two&quot;.">gitops/aiwfe/base/frontend.yaml:24:13: error: Deployment frontend: spec.replicas must be an integer, not the string &quot;two&quot;.</failure></testcase>
        </testsuite>
        <testsuite name="grafana" tests="2" failures="0" errors="0" skipped="1" time="0">
          <testcase classname="grafana" name="not judged" time="0"><skipped message="the chart grafana 8.1.0 is not in the repository"/></testcase>
          <testcase classname="grafana" name="not-judged: gitops/argocd/grafana.yaml:12:7: Application grafana cannot be rendered: the chart is not in the repository." file="gitops/argocd/grafana.yaml" line="12" time="0"><system-out>gitops/argocd/grafana.yaml:12:7: warning: Application grafana cannot be rendered: the chart is not in the repository.</system-out></testcase>
        </testsuite>
      </testsuites>
      "
    `)
  })

  it('counts in its heads what it lists', () => {
    const elements = parse(renderJunit(makeFullReport()))
    const head = named(elements, 'testsuites')[0]?.attributes
    expect(Number(head?.tests)).toBe(named(elements, 'testcase').length)
    expect(Number(head?.failures)).toBe(named(elements, 'failure').length)
    expect(Number(head?.skipped)).toBe(named(elements, 'skipped').length)
  })

  it('does not pass in silence when nothing could be judged', () => {
    const elements = parse(renderJunit(makeReport({ verdict: 'unjudged', reason: 'no Application', applications: [] })))
    expect(named(elements, 'skipped')[0]?.attributes.message).toBe('no Application')
  })

  it.each(hostileTexts)('carries %j as text', (text) => {
    const finding = makeFinding({ message: text, at: { file: text, line: 1 } })
    const elements = parse(renderJunit(makeReport({ verdict: 'unfit', findings: [finding] })))
    expect(named(elements, 'failure')).toHaveLength(1)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no place for them
    const expected = text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    expect(named(elements, 'failure')[0]?.attributes.message).toBe(expected)
  })

  it('leaves out what is over the limit and says so', () => {
    const findings = Array.from({ length: 20 }, (_, index) => makeFinding({ fingerprint: `${index}` }))
    const xml = renderJunit(makeReport({ findings }), 5)
    expect(named(parse(xml), 'testcase')).toHaveLength(5)
    expect(xml).toContain('<!-- 17 cases left out')
  })
})
