import { describe, expect, it } from 'vitest'
import { countProblems, groupFindings, untoldGaps } from './groups.ts'
import { makeCoverage, makeFinding, makeFullReport, makeReport, through } from './report-factory.ts'

describe('groupFindings', () => {
  it('names an application group by the same fingerprint in whatever order the findings come', () => {
    const one = makeFinding()
    const other = through(one, 'aiwfe-staging', 'f0')
    expect(groupFindings([one, other])[0]?.fingerprint).toBe('f0')
    expect(groupFindings([other, one])[0]?.fingerprint).toBe('f0')
  })

  it.each([
    ['status', makeFinding({ status: 'known' })],
    ['line', makeFinding({ at: { file: 'gitops/aiwfe/base/frontend.yaml', line: 25, column: 13 } })],
    ['rule', makeFinding({ rule: 'unknown-field' })],
    ['versions', makeFinding({ kubernetesVersions: ['1.36'] })],
    ['pointer', makeFinding({ pointer: '/spec/other' })],
  ])('keeps findings of different %s apart', (_, other) => {
    expect(groupFindings([makeFinding(), other])).toHaveLength(2)
  })

  it('joins what differs in the proposal alone, and keeps the proposal', () => {
    const bare = makeFinding({ message: 'unknown field spec.replica' })
    const advised = through(makeFinding({ message: 'unknown field spec.replica; did you mean replicas?' }), 'b', 'f1')
    for (const order of [
      [bare, advised],
      [advised, bare],
    ]) {
      const groups = groupFindings(order)
      expect(groups.map(({ finding }) => finding.message)).toEqual([advised.message])
    }
  })

  it('joins the Applications that read one broken file, and keeps their objects apart', () => {
    const subject = (name: string) => ({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      name,
      application: name,
    })
    const broken = (name: string) => makeFinding({ rule: 'yaml-syntax', message: 'not closed', subject: subject(name) })
    expect(groupFindings([broken('a'), broken('b')])).toMatchObject([{ applications: ['a', 'b'] }])
    const field = (name: string) => makeFinding({ subject: subject(name) })
    expect(groupFindings([field('a'), field('b')])).toHaveLength(2)
  })

  it('puts the worst first, then the new', () => {
    const note = makeFinding({ severity: 'note', at: { file: 'a.yaml' } })
    const known = makeFinding({ status: 'known', at: { file: 'a.yaml' } })
    const fresh = makeFinding({ status: 'new', at: { file: 'z.yaml' } })
    expect(groupFindings([note, known, fresh]).map(({ finding }) => finding)).toEqual([fresh, known, note])
  })
})

describe('countProblems', () => {
  it('counts what a reader counts', () => {
    expect(countProblems(makeFullReport())).toEqual({
      errors: 2,
      warnings: 3,
      notes: 0,
      new: 4,
      known: 1,
      fixed: 1,
      exempted: 1,
    })
  })

  it('takes all as new without a base', () => {
    expect(countProblems(makeReport({ findings: [makeFinding()] }))).toMatchObject({ new: 1, known: 0 })
  })
})

describe('untoldGaps', () => {
  it('leaves out what a finding says at the same place', () => {
    expect(untoldGaps(makeFullReport())).toEqual([])
    const gaps = [{ application: 'loki', reason: 'a plugin' }]
    expect(untoldGaps(makeReport({ coverage: makeCoverage({ gaps }) }))).toEqual(gaps)
  })
})
