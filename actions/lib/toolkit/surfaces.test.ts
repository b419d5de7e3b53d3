import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { parseAnnotations } from '../testing/runner-files.ts'
import { type Annotation, annotate, summaryLimitBytes, truncateMarkdown, writeSummary } from './surfaces.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

function annotationsOf(annotations: readonly Annotation[]) {
  const written: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0)
  const left = annotate(annotations)
  return { left, shown: parseAnnotations(written.join('')) }
}

test('the worst ten are shown and the rest is counted', () => {
  const many: Annotation[] = Array.from({ length: 12 }, (_, index) => ({ severity: 'warning', message: `w${index}` }))
  const { left, shown } = annotationsOf([
    { severity: 'note', message: 'n' },
    ...many,
    { severity: 'error', message: 'e' },
  ])
  expect(left).toBe(4)
  expect(shown.map(({ message }) => message)).toEqual(['e', ...many.slice(0, 9).map(({ message }) => message)])
})

test('place and title arrive', () => {
  const { shown } = annotationsOf([
    { severity: 'error', message: 'm', title: 'a: b', file: 'x,y.yaml', line: 3, column: 5, endLine: 4, endColumn: 2 },
    { severity: 'error', message: 'm', file: 'x.yaml', line: 3, column: 5 },
  ])
  // Columns are left out where start and end line differ: GitHub does not take them.
  expect(shown[0]).toEqual({ severity: 'error', message: 'm', title: 'a: b', file: 'x,y.yaml', line: 3 })
  expect(shown[1]).toEqual({ severity: 'error', message: 'm', file: 'x.yaml', line: 3, column: 5 })
})

test('Markdown is cut at a line, within the limit in bytes, and says so', () => {
  const lines = 'äöü\n'.repeat(1000)
  const cut = truncateMarkdown(lines, 500)
  expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(500)
  expect(cut).toMatch(/^(äöü\n)+äöü\n\n> Cut here/)
  expect(truncateMarkdown('short', 500)).toBe('short')
  expect(truncateMarkdown(lines, 10)).toBe('')
})

test('what the step wrote before counts towards the limit of the summary', () => {
  const folder = mkdtempSync(join(tmpdir(), 'seaworthy-summary-'))
  try {
    const file = join(folder, 'summary')
    writeFileSync(file, 'x'.repeat(summaryLimitBytes - 300))
    vi.stubEnv('GITHUB_STEP_SUMMARY', file)
    writeSummary('line\n'.repeat(200))
    const written = readFileSync(file)
    expect(written.length).toBeLessThanOrEqual(summaryLimitBytes)
    expect(written.toString()).toContain('Cut here')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
