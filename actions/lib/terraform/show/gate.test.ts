import { expect, test } from 'vitest'
import { parseSettings } from '../../contracts/settings.ts'
import type { Finding } from '../../findings/finding.ts'
import { renderGate, renderGateText } from './gate.ts'
import { hostile } from './testing/hostile.ts'
import { readMarkdown } from './testing/read-markdown.ts'

const moved = (file: string): Finding => ({
  rule: 'terraform-backend-changed',
  severity: 'error',
  message: 'Where the state is kept changes. Move the state first.',
  at: { file, line: 2, column: 3 },
  fingerprint: 'a1',
  status: 'new',
})

test('what a change of the backend needs is shown as the settings take it', () => {
  const findings = [moved('infra/app/main.tf'), moved('infra/app/main.tf'), moved('infra/db/a "b".tf')]
  const { fences, prose } = readMarkdown(renderGate(findings, { limit: 60_000 }))
  expect(fences.map(({ language }) => language)).toEqual(['yaml'])
  const { settings, problems } = parseSettings(`${fences[0]?.lines.join('\n')}\n`, '.github/seaworthy.yaml')
  expect(problems).toEqual([])
  expect(settings?.exemptions).toMatchObject([
    { rule: 'terraform-backend-changed', subject: { file: 'infra/app/main.tf' } },
    { rule: 'terraform-backend-changed', subject: { file: 'infra/db/a "b".tf' } },
  ])
  expect(prose).toContain(
    'Merge this into `.github/seaworthy.yaml` of the base branch, on its own, then run this job again.',
  )
})

test('other findings and remarks have none of it', () => {
  const findings: readonly Finding[] = [
    { ...moved('a.tf'), rule: 'terraform-provisioner' },
    { ...moved('a.tf'), status: 'known' },
    { ...moved('a.tf'), severity: 'warning' },
  ]
  expect(renderGateText(findings, { color: false })).not.toContain('exemptions:')
})

test.each(hostile)('%j as the name of a file is text', (file) => {
  const shape = (text: string) => {
    const { fences, prose } = readMarkdown(renderGate([moved(text)], { limit: 60_000 }))
    return [fences.map(({ lines }) => lines.length), prose.filter((line) => /^#|^\*\*|^- |^</.test(line)).length]
  }
  expect(shape(file)).toEqual(shape('harmless'))
})
