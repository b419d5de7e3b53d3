import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Report } from '../lib/report/report.ts'
import { hostileTexts, makeFinding, makeFullReport, makeReport } from '../lib/report/report-factory.ts'
import { parseAnnotations, parseFileCommands } from '../lib/testing/runner-files.ts'
import type { JudgeOptions } from '../lib/verdict/judge.ts'
import { main } from './main.ts'

// The real one starts the engine; each test brings its own.
vi.mock('../lib/verdict/judge.ts', () => ({ judge: undefined }))

let runner = ''
let stdout = ''

beforeEach(() => {
  runner = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-validate-')))
  stdout = ''
  for (const folder of ['temp', 'workspace/.git', 'workspace/gitops'])
    mkdirSync(join(runner, folder), { recursive: true })
  for (const name of ['output', 'summary']) writeFileSync(join(runner, name), '')
  const environment = {
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: join(runner, 'workspace'),
    GITHUB_OUTPUT: join(runner, 'output'),
    GITHUB_STEP_SUMMARY: join(runner, 'summary'),
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'your-org/platform',
    GITHUB_SHA: 'abc',
    GITHUB_REF: 'refs/pull/7/merge',
    GITHUB_BASE_REF: 'main',
    GITHUB_HEAD_REF: 'change',
    RUNNER_TEMP: join(runner, 'temp'),
  }
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    stdout += String(text)
    return true
  })
})

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  rmSync(runner, { recursive: true, force: true })
})

const outputs = () => parseFileCommands(readFileSync(join(runner, 'output'), 'utf8'))
const summary = () => readFileSync(join(runner, 'summary'), 'utf8')
const says = (report: Report) => async () => report

describe('validate', () => {
  it('passes in silence what it was given, and passes', async () => {
    const asked: JudgeOptions[] = []
    vi.stubEnv('INPUT_PATH', 'gitops')
    vi.stubEnv('INPUT_BASE', 'origin/main')
    vi.stubEnv('INPUT_KUBERNETES-VERSIONS', '1.35, 1.36')
    await main(async (options) => {
      asked.push(options)
      options.onProgress?.({ phase: 'render', done: 5, total: 5 })
      return makeReport()
    })
    expect(asked[0]).toMatchObject({
      repository: join(runner, 'workspace'),
      path: 'gitops',
      base: 'origin/main',
      kubernetesVersions: ['1.35', '1.36'],
      failOn: 'new',
      repositoryNames: ['your-org/platform'],
      branches: ['main', 'change'],
    })
    expect(outputs()).toMatchObject({
      verdict: 'fit',
      errors: '0',
      objects: '64',
      'objects-checked': '64',
      applications: '2',
    })
    expect(stdout).toContain('render: 5 (')
    expect(summary()).toMatch(/^## Fit: 64 objects/)
  })

  it('writes outputs, files, summary and annotations before it fails', async () => {
    await expect(main(says(makeFullReport()))).rejects.toThrow('Not fit: 2 new errors')
    const set = outputs()
    expect(set).toMatchObject({
      verdict: 'unfit',
      errors: '2',
      warnings: '3',
      notes: '0',
      new: '4',
      known: '1',
      fixed: '1',
    })
    expect(JSON.parse(readFileSync(set['json-file'] ?? '', 'utf8'))).toMatchObject({ verdict: 'unfit', version: 1 })
    expect(JSON.parse(readFileSync(set['sarif-file'] ?? '', 'utf8'))).toMatchObject({ version: '2.1.0' })
    expect(readFileSync(set['junit-file'] ?? '', 'utf8')).toContain('<testsuites')
    expect(summary()).toContain(
      'https://github.com/your-org/platform/blob/abc/gitops/aiwfe/base/frontend.yaml?plain=1#L24',
    )
    expect(parseAnnotations(stdout)[0]).toMatchObject({
      severity: 'error',
      file: 'gitops/aiwfe/base/frontend.yaml',
      line: 24,
      column: 13,
      title: 'Seaworthy: schema',
    })
  })

  it.each([
    ['unfit', 'never', false],
    ['unjudged', 'never', false],
    ['unjudged', 'new', true],
    ['fit', 'any', false],
  ] as const)('%s with fail-on %s fails: %s', async (verdict, failOn, failing) => {
    const ended = main(says(makeReport({ verdict, failOn, reason: 'none' })))
    await (failing ? expect(ended).rejects.toThrow('Not judged: none.') : expect(ended).resolves.toBeUndefined())
    expect(outputs().verdict).toBe(verdict)
  })

  it('writes files where it is told, but not outside', async () => {
    vi.stubEnv('INPUT_JSON-FILE', 'reports/a.json')
    vi.stubEnv('INPUT_SARIF-FILE', join(runner, 'temp', 'b.sarif'))
    await main(says(makeReport()))
    expect(outputs()).toMatchObject({
      'json-file': join(runner, 'workspace/reports/a.json'),
      'sarif-file': join(runner, 'temp/b.sarif'),
      'junit-file': join(runner, 'temp/seaworthy/report.xml'),
    })
    vi.stubEnv('INPUT_JSON-FILE', '../outside.json')
    await expect(main(says(makeReport()))).rejects.toThrow('Input "json-file": "../outside.json" is not allowed.')
  })

  it.each([
    ['INPUT_BASE', '--upload-pack=x', 'Input "base"'],
    ['INPUT_FAIL-ON', 'sometimes', 'Input "fail-on": "sometimes" is not allowed'],
    ['INPUT_KUBERNETES-VERSIONS', '1.35,latest', 'Input "kubernetes-versions"'],
    ['INPUT_PATH', 'no-such-folder', 'There is no such folder.'],
    ['INPUT_PATH', '../..', 'Input "path"'],
  ])('refuses %s=%s', async (name, value, message) => {
    vi.stubEnv(name, value)
    await expect(main(says(makeReport()))).rejects.toThrow(message)
  })

  it('lets no text of a manifest become a workflow command', async () => {
    const findings = hostileTexts.map((message, index) =>
      makeFinding({ message, at: { file: message, line: index + 1 }, fingerprint: `${index}`, severity: 'warning' }),
    )
    await main(says(makeReport({ findings, failOn: 'never' })))
    const commands = [...stdout.matchAll(/^\s*::([\w-]+)/gm)].map(([, name]) => name)
    expect(new Set(commands)).toEqual(new Set(['group', 'endgroup', 'warning']))
    expect(commands.filter((name) => name === 'warning')).toHaveLength(10)
    expect(stdout).not.toContain('##[')
    expect(stdout).toContain('4 more problems without an annotation')
  })
})
