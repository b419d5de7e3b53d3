import { readFileSync } from 'node:fs'
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import { describe, expect, it, test } from 'vitest'
import { hostileTexts } from '../../report/report-factory.ts'
import { guardIds } from '../guards/guard.ts'
import type { RootResult, TerraformReport } from '../result/result.ts'
import { renderTerraformJson, reportOutcome } from './json.ts'
import {
  everyField,
  makeChange,
  makePlan,
  makeRoot,
  makeTerraformReport,
  realisticReport,
} from './testing/terraform-report.ts'

const schema: unknown = JSON.parse(
  readFileSync(new URL('../../../../schemas/terraform-report.schema.json', import.meta.url), 'utf8'),
)

/** The contract lets fields be added; our own output must not have one that it does not describe. */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed)
  if (node === null || typeof node !== 'object') return node
  const entries = Object.entries(node).map(([key, value]) => [key, closed(value)] as const)
  const isObjectSchema = 'type' in node && node.type === 'object'
  return { ...Object.fromEntries(entries), ...(isObjectSchema && { additionalProperties: false }) }
}

const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(closed(schema) as object)

function errorsOf(text: string): readonly ErrorObject[] {
  return validate(JSON.parse(text)) ? [] : [...(validate.errors ?? [])]
}

const shut: TerraformReport = {
  roots: [],
  waves: [],
  unaffected: [],
  removed: ['infra/old'],
  gate: [
    {
      rule: 'terraform-cli-config',
      severity: 'error',
      message: 'take it out',
      at: { file: '.terraformrc', line: 1, column: 1 },
      fingerprint: 'a1',
      status: 'new',
    },
  ],
}

test('a gate that refuses is the outcome', () => {
  expect(JSON.parse(renderTerraformJson(shut))).toMatchObject({
    outcome: 'refused',
    answer: 'Refused before anything was started: 1 file finding does not pass the gate',
  })
  const known = (shut.gate ?? []).map((finding) => ({ ...finding, status: 'known' as const }))
  const left = JSON.parse(renderTerraformJson({ ...shut, gate: known }))
  // A root that is taken away is a change: nothing that goes by `no-changes` may pass it unseen.
  expect(left).toMatchObject({
    outcome: 'changes',
    answer: '1 root is taken away: what it manages stays, and nobody plans it any more',
  })
  expect(JSON.parse(renderTerraformJson({ ...shut, removed: [], gate: known })).outcome).toBe('no-changes')
})

describe('renderTerraformJson', () => {
  it.each([
    ['a realistic report', realisticReport()],
    ['a report with every field', makeTerraformReport({ roots: [everyField()] })],
    ['no roots', { roots: [], waves: [], unaffected: ['network'] }],
    ['what the gate refuses, and a root that is gone', shut],
    ['roots that were left out', { ...shut, notAsked: [{ root: 'a', affected: true, neededBy: ['b'] }] }],
    [
      'hostile texts',
      makeTerraformReport({
        roots: hostileTexts.map((root) =>
          makeRoot({ root, plan: makePlan({ changes: [makeChange({ address: root })] }) }),
        ),
      }),
    ],
  ])('keeps the contract with %s', (_, report) => {
    expect(errorsOf(renderTerraformJson(report))).toEqual([])
  })

  it.each(['"changes"', '"needsApply"', '"outcome": "blocked"', '"forcesReplacement"', '"wave"'])(
    'is held to the contract by a schema that refuses another %s',
    (part) => {
      const text = renderTerraformJson(realisticReport())
      expect(text).toContain(part)
      expect(errorsOf(text.replace(part, part.replace(/[a-z]+"$/i, 'tail"')))).not.toEqual([])
    },
  )

  it('allows every guard that there is', () => {
    const guards = guardIds.map((guard) => ({ guard, severity: 'error' as const, message: 'no' }))
    expect(errorsOf(renderTerraformJson(makeTerraformReport({ roots: [makeRoot({ guards })] })))).toEqual([])
  })

  it('has every root as it is', () => {
    const report = realisticReport()
    expect(JSON.parse(renderTerraformJson(report))).toMatchObject({
      version: 1,
      outcome: 'failed',
      roots: report.roots,
    })
  })

  it('leaves the half of a failed plan out of the sum', () => {
    const plan = makePlan({ changes: [makeChange()] })
    const roots = [makeRoot({ plan }), makeRoot({ root: 'b', outcome: 'errored', plan: { ...plan, errored: true } })]
    expect(JSON.parse(renderTerraformJson(makeTerraformReport({ roots }))).counts.create).toBe(1)
  })
})

describe('reportOutcome', () => {
  const changing = makeRoot({ plan: makePlan({ changes: [makeChange()] }) })
  const outcomes = (...roots: RootResult[]) => reportOutcome(roots)
  it('is the worst of the roots', () => {
    expect(outcomes()).toBe('no-changes')
    expect(outcomes(makeRoot())).toBe('no-changes')
    expect(outcomes(makeRoot(), makeRoot({ outcome: 'deferred' }))).toBe('changes')
    expect(outcomes(changing)).toBe('changes')
    expect(outcomes(changing, makeRoot({ outcome: 'blocked' }))).toBe('refused')
    expect(outcomes(changing, makeRoot({ outcome: 'blocked' }), makeRoot({ outcome: 'failed' }))).toBe('failed')
    expect(outcomes(makeRoot({ outcome: 'errored' }))).toBe('failed')
  })
})
