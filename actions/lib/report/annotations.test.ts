import { describe, expect, it } from 'vitest'
import { toAnnotations } from './annotations.ts'
import { makeFinding, makeFullReport, makeReport } from './report-factory.ts'

describe('toAnnotations', () => {
  it('takes the ten worst and counts the rest', () => {
    const findings = Array.from({ length: 25 }, (_, index) =>
      makeFinding({
        severity: index < 20 ? 'note' : 'error',
        at: { file: 'a.yaml', line: index + 1 },
        fingerprint: `${index}`,
      }),
    )
    const { shown, leftOut } = toAnnotations(makeReport({ findings }))
    expect(shown.map(({ severity }) => severity)).toEqual([...Array(5).fill('error'), ...Array(5).fill('note')])
    expect(leftOut).toBe(15)
  })

  it('leaves known problems to the summary', () => {
    const { shown, leftOut } = toAnnotations(makeFullReport())
    expect(shown.map(({ title }) => title)).not.toContain('Seaworthy: image-not-exact')
    expect(shown[0]).toEqual({
      severity: 'error',
      title: 'Seaworthy: schema',
      file: 'gitops/aiwfe/base/frontend.yaml',
      line: 24,
      column: 13,
      message:
        'Deployment frontend: spec.replicas must be an integer, not the string "two".\nDeployed through aiwfe-prod and aiwfe-staging.',
    })
    expect(leftOut).toBe(0)
  })
})
