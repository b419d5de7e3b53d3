// The committed bundle of the validate action on real repositories, as a runner would start it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { application, configMap, oneApplication, settings } from '../../actions/lib/testing/manifests.ts'
import { type ActionOptions, runAction } from '../../actions/lib/testing/run-action.ts'
import { type Files, temporaryRepository } from '../../actions/lib/testing/temporary-repository.ts'

const right = { 'app/a.yaml': configMap('settings') }
const wrong = { 'app/a.yaml': configMap('settings', '{a: 1}') }

async function validate(files: Files, changes: Files | undefined, options: ActionOptions = {}) {
  await using repository = temporaryRepository(files)
  const base = repository.git('rev-parse', 'HEAD')
  if (changes !== undefined) repository.commit('change', changes)
  const inputs = {
    ...(changes === undefined ? {} : { base }),
    'sarif-file': 'out.sarif',
    'json-file': 'out.json',
    ...options.inputs,
  }
  const run = await runAction('validate', { ...options, workspace: repository.path, inputs })
  const read = (name: string) => {
    try {
      return JSON.parse(readFileSync(join(repository.path, name), 'utf8')) as unknown
    } catch {
      return undefined
    }
  }
  return { ...run, sarif: read('out.sarif'), json: read('out.json') }
}

it('a right tree passes', async () => {
  const run = await validate(oneApplication(right), undefined)
  expect(run).toMatchObject({ exitCode: 0, stderr: '', annotations: [] })
  expect(run.outputs).toMatchObject({
    verdict: 'fit',
    errors: '0',
    applications: '1',
    objects: '1',
    'objects-checked': '1',
  })
  expect(run.summary.split('\n')[0]).toMatch(/^## Fit: 1 object of 1 Application/)
})

it('a new fault fails the step, after everything is written', async () => {
  const run = await validate(oneApplication(right), wrong)
  expect(run.exitCode).toBe(1)
  expect(run.outputs).toMatchObject({ verdict: 'unfit', errors: '1', new: '1', known: '0', fixed: '0' })
  expect(run.summary.split('\n')[0]).toMatch(/^## Not fit: 1 new error/)
  expect(run.annotations[0]).toMatchObject({ severity: 'error', file: 'app/a.yaml', line: 4, column: 8 })
  expect(run.sarif).toMatchObject({ version: '2.1.0', runs: [{ results: [{ ruleId: 'schema', level: 'error' }] }] })
  expect(run.json).toMatchObject({ verdict: 'unfit', findings: [{ rule: 'schema', status: 'new' }] })
})

it.each([
  ['any', 1, 'unfit'],
  ['never', 0, 'unfit'],
])('a known fault with fail-on %s', async (failOn, exitCode, verdict) => {
  const run = await validate(oneApplication(wrong), { 'README.md': 'x' }, { inputs: { 'fail-on': failOn } })
  expect(run.exitCode).toBe(exitCode)
  expect(run.outputs).toMatchObject({ verdict, known: '1', new: '0' })
})

it('a repository that knows its name from GitHub alone', async () => {
  const repository = 'https://github.com/your-org/your-repository.git'
  const run = await validate({ 'argocd/web.yaml': application({ repository, revision: 'main' }), ...wrong }, undefined)
  expect(run).toMatchObject({ exitCode: 1, outputs: { verdict: 'unfit', errors: '1' } })
})

it('a gap is a warning, with an annotation at its line', async () => {
  const run = await validate(
    oneApplication({
      ...right,
      'argocd/b.yaml': application({ name: 'b', repository: 'https://me:hush@git.example.com/x/y' }),
    }),
    undefined,
  )
  expect(run).toMatchObject({ exitCode: 0, outputs: { verdict: 'fit', warnings: '1' } })
  expect(run.annotations).toMatchObject([{ severity: 'warning', file: 'argocd/b.yaml', line: 6 }])
  expect(JSON.stringify(run)).not.toContain('hush')
})

it.each<[string, Files, ActionOptions, RegExp]>([
  ['nothing to judge', right, {}, /Not judged: no Application was found/],
  [
    'a base that is not there',
    oneApplication(right),
    { inputs: { base: 'f'.repeat(40) } },
    /The commit .* is not in this clone/,
  ],
  ['settings that are not valid', { ...right, ...settings('surprise: 1\n') }, {}, /seaworthy\.yaml:2:1 /],
])('%s is one error, without a stack trace', async (_name, files, options, message) => {
  const run = await validate(files, undefined, options)
  expect(run.exitCode).toBe(1)
  expect(run.outputs.verdict).toBe('unjudged')
  expect(run.annotations.filter(({ severity }) => severity === 'error')).toHaveLength(1)
  expect(run.annotations.map((one) => one.message).join('\n')).toMatch(message)
  expect(run.stdout + run.stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m)
})

it('commands for the runner that stand in the tree are not obeyed', async () => {
  const name = '"a\\n::error::owned\\n##[error]owned\\n::set-output name=verdict::fit"'
  const run = await validate(oneApplication({ 'app/a.yaml': configMap(name) }), undefined)
  expect(run.outputs.verdict).toBe('unfit')
  expect(run.stdout.split('\n').filter((line) => /^(::error::owned|##\[error\]|::set-output)/.test(line))).toEqual([])
})
