import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Report } from '../lib/report/report.ts'
import { makeFullReport, makeReport } from '../lib/report/report-factory.ts'
import type { JudgeOptions } from '../lib/verdict/judge.ts'
import { readArguments } from './arguments.ts'
import { check, runCheck } from './check.ts'
import type { Terminal } from './command.ts'
import { fakeTerminal } from './testing/fake-terminal.ts'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-check-')))
afterAll(() => rmSync(folder, { recursive: true }))

async function run(argv: readonly string[], report: Report = makeReport(), overrides: Partial<Terminal> = {}) {
  const asked: JudgeOptions[] = []
  const terminal = fakeTerminal({ cwd: folder, ...overrides })
  const judge = async (options: JudgeOptions) => {
    asked.push(options)
    options.onProgress?.({ phase: 'render', done: 3, total: 5 })
    return report
  }
  const code = await runCheck(readArguments('check', check, argv), terminal, judge)
  return { code, ...terminal.said, asked: asked[0] }
}

describe('check', () => {
  it.each([
    ['fit', 'new', 0],
    ['unfit', 'new', 1],
    ['unfit', 'any', 1],
    ['unfit', 'never', 0],
    ['unjudged', 'new', 2],
    ['unjudged', 'never', 2],
  ] as const)('ends %s with --fail-on %s as %i', async (verdict, failOn, code) => {
    expect(await run([], makeReport({ verdict, failOn }))).toMatchObject({ code })
  })

  it('asks for what it was told', async () => {
    const { asked } = await run([
      '--base',
      'main',
      '--head',
      'HEAD',
      '--fail-on',
      'any',
      '--kubernetes-versions',
      '1.35, 1.36',
    ])
    expect(asked).toMatchObject({
      repository: folder,
      base: 'main',
      head: 'HEAD',
      failOn: 'any',
      kubernetesVersions: ['1.35', '1.36'],
    })
  })

  it('leaves to the settings what it was not told', async () => {
    expect(Object.keys((await run([])).asked ?? {}).sort()).toEqual(['onProgress', 'repository'])
  })

  it.each([
    ['text', /^Not fit: 2 new errors/],
    ['json', /^\{\n {2}"version": 1/],
    ['sarif', /"version": "2\.1\.0"[\s\S]*"absent"/],
    ['junit', /^<\?xml/],
  ])('prints %s', async (format, form) => {
    expect((await run(['--format', format], makeFullReport())).out).toMatch(form)
  })

  it('says no more than the answer when it is to be quiet', async () => {
    const { out, err } = await run(['--quiet'], makeFullReport(), { interactive: true })
    expect(out.trimEnd().split('\n')).toHaveLength(1)
    expect(err).toBe('')
  })

  it('writes the report to a file, without colour, and answers on stderr', async () => {
    const { out, err } = await run(['-o', 'report.txt'], makeFullReport(), { color: true })
    expect(out).toBe('')
    expect(err).toMatch(/^Not fit: 2 new errors/)
    expect(readFileSync(join(folder, 'report.txt'), 'utf8')).toMatch(/^Not fit: 2 new errors/)
    await expect(run(['-o', 'no/such/folder/report.txt'])).rejects.toThrow('The report cannot be written')
  })

  it('shows progress on a terminal only, and leaves nothing of it there', async () => {
    expect((await run([])).err).toBe('')
    expect((await run([], makeReport(), { interactive: true })).err).toBe('\r\u001b[Krender 3/5\r\u001b[K')
  })

  it.each([
    [['--kubernetes-versions', '1.35,latest'], '--kubernetes-versions does not take "latest"'],
    [['--base=-x'], '--base does not take "-x"'],
    [['missing'], 'There is no such folder.'],
  ])('refuses %j', async (argv, message) => {
    await expect(run(argv)).rejects.toThrow(message)
  })
})
