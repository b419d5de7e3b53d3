// The committed bundle of the command-line program: exit codes, forms of the report, errors without a stack trace.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Ajv } from 'ajv'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import { SaxesParser } from 'saxes'
import { afterAll, describe, expect, it } from 'vitest'
import { application, configMap, oneApplication, settings } from '../../actions/lib/testing/manifests.ts'
import { type CliRun, runCli } from '../../actions/lib/testing/run-cli.ts'
import { type Files, temporaryRepository } from '../../actions/lib/testing/temporary-repository.ts'

const right = { 'app/a.yaml': configMap('settings') }
const wrong = { 'app/a.yaml': configMap('settings', '{a: 1}') }
const outside = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-black-box-')))
afterAll(() => rmSync(outside, { recursive: true }))

async function check(files: Files, ...args: readonly string[]): Promise<CliRun> {
  await using repository = temporaryRepository(files)
  return await runCli(repository.path, 'check', ...args)
}

const hasNoStack = ({ stdout, stderr }: CliRun) => expect(`${stdout}${stderr}`).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m)

describe('seaworthy check', () => {
  it.each<[string, Files, readonly string[], number, RegExp]>([
    ['a right tree', oneApplication(right), [], 0, /^Fit: 1 object of 1 Application/],
    ['a wrong tree that shall not fail', oneApplication(wrong), ['--fail-on', 'never'], 0, /^Not fit: 1 error/],
    ['a known fault', oneApplication(wrong), ['--base', 'HEAD'], 0, /^Fit/],
    ['a gap alone', { ...settings(), 'a.yaml': application({ revision: 'v7' }) }, [], 2, /^Not judged: none of/],
  ])('%s', async (_name, files, args, exitCode, answer) => {
    const run = await check(files, ...args)
    expect(run).toMatchObject({ exitCode, stderr: '' })
    expect(run.stdout).toMatch(answer)
  })

  it.each<[string, Files, readonly string[], RegExp]>([
    [
      'a base that is not there',
      oneApplication(right),
      ['--base', 'nowhere'],
      /^seaworthy: The commit "nowhere" is not/,
    ],
    ['settings that are not valid', oneApplication(right, 'surprise: 1\n'), [], /seaworthy\.yaml:2:1 /],
    ['an option that does not exist', oneApplication(right), ['--loud'], /^seaworthy: /],
  ])('refuses %s', async (_name, files, args, message) => {
    const run = await check(files, ...args)
    expect(run).toMatchObject({ exitCode: 2, stdout: '' })
    expect(run.stderr).toMatch(message)
    hasNoStack(run)
  })

  it('an empty repository, and a directory without git', async () => {
    await using empty = temporaryRepository()
    for (const folder of [empty.path, outside]) {
      const run = await runCli(folder, 'check')
      expect(run).toMatchObject({ exitCode: 2, stderr: '' })
      expect(run.stdout).toMatch(/^Not judged: no Application was found/)
    }
  })

  it('says what to fetch in a shallow clone', async () => {
    await using repository = temporaryRepository(oneApplication(right))
    const base = repository.git('rev-parse', 'HEAD')
    repository.commit('second', wrong)
    const clone = join(outside, 'shallow')
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${repository.path}`, clone])
    const run = await runCli(clone, 'check', '--base', base)
    expect(run.exitCode).toBe(2)
    expect(run.stderr).toContain('fetch-depth: 0')
    hasNoStack(run)
    const whole = await runCli(repository.path, 'check', '--base', base)
    expect(whole).toMatchObject({ exitCode: 1, stderr: '' })
    expect(whole.stdout).toMatch(/^app\/a\.yaml\n {2}4:8 {2}error/m)
  })

  it('works from a folder inside the repository', async () => {
    await using repository = temporaryRepository(oneApplication(wrong))
    const run = await runCli(join(repository.path, 'argocd'), 'check')
    expect(run.exitCode).toBe(1)
    expect(run.stdout).toMatch(/^app\/a\.yaml\n {2}4:8 {2}error/m)
  })
})

describe('forms of the report', () => {
  const files = oneApplication({ ...wrong, 'argocd/b.yaml': application({ name: 'b', revision: 'v7' }) })

  it('JSON as its schema says', async () => {
    const { stdout } = await check(files, '--format', 'json')
    const schema = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../schemas/report.schema.json'), 'utf8'))
    const validate = new Ajv({ strict: false, formats: fullFormats }).compile(schema)
    const report = JSON.parse(stdout)
    expect(validate(report) ? [] : validate.errors).toEqual([])
    expect((await check(files, '--format', 'json')).stdout).toBe(stdout)
    expect(report).toMatchObject({ verdict: 'unfit', coverage: { applications: 2, applicationsJudged: 1 } })
  })

  it('SARIF as the standard says', async () => {
    const { stdout } = await check(files, '--format', 'sarif')
    const schemaFile = createRequire(import.meta.url).resolve(
      '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
    )
    const { id: _id, $schema: _draft, ...schema } = JSON.parse(readFileSync(schemaFile, 'utf8'))
    const validate = new Ajv({ strict: false, formats: fullFormats, unicodeRegExp: false }).compile(schema)
    const log = JSON.parse(stdout)
    expect(validate(log) ? [] : validate.errors).toEqual([])
    const places = log.runs[0].results.map(
      (result: { locations: { physicalLocation: unknown }[] }) => result.locations[0]?.physicalLocation,
    )
    expect(places).toMatchObject([
      { artifactLocation: { uri: 'app/a.yaml' }, region: { startLine: 4, startColumn: 8 } },
      { artifactLocation: { uri: 'argocd/b.yaml' }, region: { startLine: 6 } },
    ])
  })

  it('JUnit as XML', async () => {
    const { stdout } = await check(files, '--format', 'junit')
    const names: string[] = []
    const parser = new SaxesParser()
    parser.on('opentag', ({ name }) => names.push(name))
    parser.write(stdout).close()
    expect(names.slice(0, 2)).toEqual(['testsuites', 'testsuite'])
    expect(names).toContain('failure')
  })
})
