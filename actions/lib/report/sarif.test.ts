import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import { describe, expect, it } from 'vitest'
import type { RuleDescription } from '../rules/rule.ts'
import { hostileTexts, makeFinding, makeFullReport, makeReport } from './report-factory.ts'
import { renderSarif, toSarif } from './sarif.ts'

const rules: readonly RuleDescription[] = [
  {
    id: 'schema',
    severity: 'error',
    what: 'A field has the wrong type.',
    why: 'The API server refuses it.',
    mend: 'Write the type that it wants.',
  },
]
const standard = { rules, toolVersion: '1.2.3', codeScanning: false } as const
const codeScanning = { ...standard, codeScanning: true } as const

const schemaFile = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
// Draft 4, of which it uses nothing that draft 7 reads otherwise: only the two names of its head differ.
const { id: _id, $schema: _draft, ...schema } = JSON.parse(readFileSync(schemaFile, 'utf8'))
const validate = new Ajv({ strict: false, allErrors: true, formats: fullFormats, unicodeRegExp: false }).compile(schema)
const errorsOf = (text: string) => (validate(JSON.parse(text)) ? [] : validate.errors)
const resultsOf = (log: ReturnType<typeof toSarif>) => log.runs[0]?.results ?? []

describe('toSarif', () => {
  it.each([
    ['a full report', makeFullReport()],
    ['a clean report', makeReport()],
    ['an unjudged report', makeReport({ verdict: 'unjudged', reason: 'none' })],
    [
      'hostile texts',
      makeReport({ findings: hostileTexts.map((message) => makeFinding({ message, at: { file: message } })) }),
    ],
  ])('is valid against the schema of the standard with %s', (_, report) => {
    expect(errorsOf(renderSarif(report, standard))).toEqual([])
    expect(errorsOf(renderSarif(report, codeScanning))).toEqual([])
  })

  it('is held to a schema that refuses', () => {
    expect(errorsOf(renderSarif(makeFullReport(), standard).replace('"error"', '"fatal"'))).not.toEqual([])
  })

  it('points where the finding is, and at no line when none is known', () => {
    const findings = [
      makeFinding({ at: { file: 'a b/ü#.yaml', line: 3, column: 5, endLine: 4, endColumn: 2 } }),
      makeFinding({ at: { file: 'z.yaml' }, severity: 'note' }),
    ]
    const places = resultsOf(toSarif(makeReport({ findings }), standard)).map(
      ({ locations }) => locations[0]?.physicalLocation,
    )
    expect(places).toEqual([
      {
        artifactLocation: { uri: 'a%20b/%C3%BC%23.yaml', uriBaseId: '%SRCROOT%' },
        region: { startLine: 3, startColumn: 5, endLine: 4, endColumn: 2 },
      },
      { artifactLocation: { uri: 'z.yaml', uriBaseId: '%SRCROOT%' } },
    ])
  })

  it('tells new, known, mended and exempted apart when there is a base', () => {
    const results = resultsOf(toSarif(makeFullReport(), standard))
    const states = results.map((result) => [result.ruleId, result.baselineState, 'suppressions' in result])
    expect(states).toEqual([
      ['schema', 'new', false],
      ['removed-api', 'new', false],
      ['probes-missing', 'new', false],
      ['not-judged', 'new', false],
      ['image-not-exact', 'unchanged', false],
      ['unknown-field', 'absent', false],
      ['secret-in-clear', undefined, true],
    ])
  })

  it('gives code scanning nothing that it would take for an open problem', () => {
    const rulesFound = resultsOf(toSarif(makeFullReport(), codeScanning)).map(({ ruleId }) => ruleId)
    expect(rulesFound).not.toContain('unknown-field')
    expect(rulesFound).not.toContain('secret-in-clear')
  })

  it('describes each rule once and points every result to it', () => {
    const run = toSarif(makeFullReport(), standard).runs[0]
    for (const result of run?.results ?? []) expect(run?.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId)
    expect(run?.tool.driver.rules.find(({ id }) => id === 'schema')).toMatchObject({ help: { text: rules[0]?.mend } })
  })

  it('keeps the fingerprint when lines move and when an Application joins', () => {
    const prints = (line: number) =>
      resultsOf(toSarif(makeReport({ findings: [makeFinding({ at: { file: 'a.yaml', line } })] }), standard)).map(
        ({ partialFingerprints }) => partialFingerprints,
      )
    expect(prints(1)).toEqual(prints(100))
  })

  it('leaves out what is over the limit, the worst kept, and says so', () => {
    const findings = Array.from({ length: 26_000 }, (_, index) =>
      makeFinding({
        severity: index === 25_999 ? 'error' : 'note',
        at: { file: 'a.yaml', line: index + 1 },
        fingerprint: `${index}`,
      }),
    )
    const report = makeReport({ findings })
    expect(resultsOf(toSarif(report, standard))).toHaveLength(25_000)
    const limited = toSarif(report, codeScanning)
    expect(resultsOf(limited)).toHaveLength(5000)
    expect(resultsOf(limited)[0]?.level).toBe('error')
    expect(limited.runs[0]?.invocations[0]?.toolExecutionNotifications[0]?.message.text).toMatch(
      /^21,000 results left out/,
    )
  })
})
