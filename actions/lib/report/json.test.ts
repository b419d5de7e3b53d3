import { readFileSync } from 'node:fs'
import { Ajv, type ErrorObject } from 'ajv'
import { describe, expect, it } from 'vitest'
import { ruleIds } from '../findings/rule-ids.ts'
import type { JsonValue } from '../kubernetes/object.ts'
import { renderJson } from './json.ts'
import { hostileTexts, makeFinding, makeFullReport, makeReport } from './report-factory.ts'

const schema = JSON.parse(readFileSync(new URL('../../../schemas/report.schema.json', import.meta.url), 'utf8'))

/** The contract lets fields be added; our own output must not have one that it does not describe. */
function closed(node: JsonValue): JsonValue {
  if (Array.isArray(node)) return node.map(closed)
  if (node === null || typeof node !== 'object') return node
  const entries = Object.entries(node).map(([key, value]) => [key, closed(value)] as const)
  const isObjectSchema = 'type' in node && node.type === 'object'
  return { ...Object.fromEntries(entries), ...(isObjectSchema && { additionalProperties: false }) }
}

function errorsOf(text: string): readonly ErrorObject[] {
  // $ref beside a description is ignored in draft 7, which is what we want of it.
  const validate = new Ajv({ allErrors: true, strict: true }).compile(closed(schema) as object)
  return validate(JSON.parse(text)) ? [] : (validate.errors ?? [])
}

describe('renderJson', () => {
  it.each([
    ['a full report', makeFullReport()],
    ['a clean report', makeReport({ head: {} })],
    ['an unjudged report', makeReport({ verdict: 'unjudged', reason: 'none', applications: [] })],
    [
      'hostile texts',
      makeReport({ findings: hostileTexts.map((message) => makeFinding({ message, at: { file: message } })) }),
    ],
  ])('keeps the contract with %s', (_, report) => {
    expect(errorsOf(renderJson(report))).toEqual([])
  })

  it('is held to the contract by a schema that refuses', () => {
    expect(errorsOf(renderJson(makeReport()).replace('"fit"', '"seaworthy"'))).not.toEqual([])
    expect(errorsOf(renderJson(makeReport()).replace('"head"', '"tail"'))).not.toEqual([])
  })

  it('allows every rule id that there is', () => {
    const findings = ruleIds.map((rule) => makeFinding({ rule }))
    expect(errorsOf(renderJson(makeReport({ findings })))).toEqual([])
  })

  it('keeps each finding, also where several are one problem', () => {
    const report = makeFullReport()
    expect(JSON.parse(renderJson(report))).toMatchObject({ findings: report.findings, counts: { errors: 2 } })
  })
})
