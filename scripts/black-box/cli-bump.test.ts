// The committed `seaworthy bump` as a person starts it, in a clone and outside of one.
import { execFileSync } from 'node:child_process'
import { lstatSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { runCli } from '../../actions/lib/testing/run-cli.ts'
import { temporaryRepository } from '../../actions/lib/testing/temporary-repository.ts'
import schema from '../../schemas/bump-result.schema.json' with { type: 'json' }
import { application } from './testing/platform.ts'

const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)
/** The answer as JSON, which must fit its schema. */
function answer(stdout: string) {
  const json = JSON.parse(stdout)
  expect(validate(json), JSON.stringify(validate.errors)).toBe(true)
  return json
}

const files = {
  'apps/staging.yaml': application('staging'),
  'overlays/staging/kustomization.yaml':
    'images:\r\n  - name: ghcr.io/your-org/api\r\n    newTag: "1.4.0"   # the api\r\nresources: [pod.yaml]\r\n',
  'overlays/staging/pod.yaml':
    'kind: Pod\nmetadata: {name: api}\nspec:\n  containers: [{name: api, image: ghcr.io/your-org/api}]\n',
  'values.yaml': 'image:\n  repository: ghcr.io/your-org/api\n  tag: 1.4.0',
}
const origin = 'https://github.com/your-org/platform.git'

describe('in a clone', () => {
  test('changes the bytes of the version alone, then has nothing to do', async () => {
    await using repository = temporaryRepository(files)
    repository.git('remote', 'add', 'origin', origin)
    const run = await runCli(
      repository.path,
      'bump',
      '--image',
      'api',
      '--tag',
      '1.20',
      '--environment',
      'staging',
      '--format',
      'json',
    )
    expect(run.exitCode, run.stderr).toBe(0)
    const path = 'overlays/staging/kustomization.yaml'
    expect(answer(run.stdout)).toMatchObject({
      outcome: 'changed',
      sites: [
        {
          file: path,
          line: 3,
          old: '1.4.0',
          new: '1.20',
          changed: true,
          environments: ['staging'],
          applications: ['api-staging'],
        },
      ],
    })
    expect(readFileSync(join(repository.path, path), 'utf8')).toBe(files[path].replace('1.4.0', '1.20'))
    expect(repository.git('status', '--short')).toBe(`M ${path}`)
    const again = await runCli(repository.path, 'bump', '-i', 'api:1.20', '-e', 'staging', '-f', 'json')
    expect([again.exitCode, answer(again.stdout).outcome]).toEqual([0, 'already-there'])
  })

  test('paths are relative to where it is started, and the mode of a file stays', async () => {
    await using repository = temporaryRepository({ 'deploy/values.yaml': { executable: files['values.yaml'] } })
    const run = await runCli(join(repository.path, 'deploy'), 'bump', '-i', 'api:1.20', '--file', 'values.yaml')
    expect([run.exitCode, run.stderr]).toEqual([0, ''])
    expect(run.stdout).toMatch(
      /^Changed 1 place in 1 file\.\n\n {2}deploy\/values\.yaml:3:8\n {4}ghcr\.io\/your-org\/api: 1\.4\.0 → 1\.20\n$/,
    )
    // A tag that would be a number gets quotes; the file still ends without a line end.
    expect(readFileSync(join(repository.path, 'deploy/values.yaml'), 'utf8')).toBe(
      files['values.yaml'].replace('1.4.0', '"1.20"'),
    )
    expect(lstatSync(join(repository.path, 'deploy/values.yaml')).mode & 0o777).toBe(0o755)
  })

  test('several names stand in one value, as in the inputs of the action', async () => {
    await using repository = temporaryRepository({ 'a.yaml': 'a: {image: x/api:1}\nb: {image: x/web:1}\n' })
    const run = await runCli(repository.path, 'bump', '-i', 'x/api:2, x/web:3', '--file', 'a.yaml')
    expect(run.exitCode, run.stderr).toBe(0)
    expect(readFileSync(join(repository.path, 'a.yaml'), 'utf8')).toBe('a: {image: x/api:2}\nb: {image: x/web:3}\n')
  })

  test('a dry run writes nothing, and its diff applies to the same result', async () => {
    await using repository = temporaryRepository(files)
    const asked = [
      'bump',
      '-i',
      'ghcr.io/your-org/api:1.5.0',
      '--file',
      'values.yaml',
      '--file',
      'overlays/staging/kustomization.yaml',
    ]
    const dry = await runCli(repository.path, ...asked, '--dry-run', '--format', 'json')
    expect(repository.git('status', '--short')).toBe('')
    writeFileSync(join(repository.path, '../x.diff'), answer(dry.stdout).diff)
    execFileSync('git', ['apply', '../x.diff'], { cwd: repository.path })
    const patched = Object.keys(files).map((path) => readFileSync(join(repository.path, path), 'utf8'))
    repository.git('checkout', '--quiet', '.')
    await runCli(repository.path, ...asked)
    expect(Object.keys(files).map((path) => readFileSync(join(repository.path, path), 'utf8'))).toEqual(patched)
  })

  test('all or nothing: one file that cannot be edited keeps the others as they are', async () => {
    await using repository = temporaryRepository({
      'a.yaml': 'image: ghcr.io/your-org/api:1\n',
      'b.yaml': 'x: &i ghcr.io/your-org/api:1\nimage: *i\n',
    })
    const run = await runCli(
      repository.path,
      'bump',
      '-i',
      'ghcr.io/your-org/api:2',
      '--file',
      'a.yaml',
      '--file',
      'b.yaml',
      '--format',
      'json',
    )
    expect(run.exitCode).toBe(1)
    expect(answer(run.stdout)).toMatchObject({ outcome: 'refused', sites: [], refusals: [{ file: 'b.yaml', line: 2 }] })
    expect(repository.git('status', '--short')).toBe('')
    const text = await runCli(repository.path, 'bump', '-i', 'ghcr.io/your-org/api:2', '--file', 'b.yaml')
    expect([text.exitCode, text.stdout]).toEqual([1, ''])
    expect(text.stderr).toMatch(
      /^Refused, nothing was written: 1 reason\.\n\n {2}b\.yaml:2:\d+\n {4}ghcr\.io\/your-org\/api: /,
    )
  })

  test.each([
    [['-i', 'api:2', '--file', '../outside.yaml'], 1],
    [['-i', 'api:2', '--file', 'link.yaml'], 1],
  ])('nothing outside of the repository is read or written: %j', async (args, code) => {
    await using repository = temporaryRepository({ 'link.yaml': { symlink: '../outside.yaml' } })
    const outside = join(repository.path, '../outside.yaml')
    writeFileSync(outside, 'image: ghcr.io/your-org/api:1\n')
    const run = await runCli(repository.path, 'bump', ...args)
    expect(run.exitCode, run.stdout + run.stderr).toBe(code)
    expect(readFileSync(outside, 'utf8')).toBe('image: ghcr.io/your-org/api:1\n')
    rmSync(outside)
  })
})

test('outside of a clone a file is enough, and no other file is left behind', async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-bump-')))
  try {
    writeFileSync(join(folder, 'values.yaml'), files['values.yaml'])
    const run = await runCli(folder, 'bump', '-i', 'api:1.5.0', '--file', 'values.yaml', '--expect', '1.4.0')
    expect(run.exitCode, run.stderr).toBe(0)
    expect(readdirSync(folder)).toEqual(['values.yaml'])
    expect(readFileSync(join(folder, 'values.yaml'), 'utf8')).toBe(files['values.yaml'].replace('1.4.0', '1.5.0'))
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test.each([
  [[], 'Nothing says which image.'],
  [['-i', 'api'], 'Nothing says where.'],
  [['-i', 'api', '--file', 'a'], 'Nothing says which version.'],
  [['-i', 'api', '-t', 'a b', '--file', 'a'], '"a b" is no tag.'],
  [['-i', 'api', '-d', 'sha256:1', '--file', 'a'], '"sha256:1" is no digest.'],
  [['-i', 'api:1', '--from', 'staging', '-e', 'production'], '--from takes the version of another environment'],
  [['-i', 'api:1', '--target', 'a.yaml'], '"a.yaml" is no target.'],
  [['-i', 'api:1', '--file', 'a', '--pin', 'tags'], '--pin does not take "tags".'],
  [['-i', 'api:1', '--fiel', 'a'], 'did you mean --file?'],
  [['-i', 'api:1', '--env', 'staging'], 'did you mean --environment?'],
  [['-i', 'api:2', '-t', '3', '--file', 'a'], '--tag says 3, and the image has the tag 2.'],
  [['-i', 'API:1', '--file', 'a'], 'write it in lower case: api'],
  [['-i', 'api:1', '--file', 'a.yaml', 'b.yaml'], 'repeat the option: --file before each of them'],
  [['-i', 'api', '--from', 'staging', '-e', 'staging'], 'staging is both where the version comes from'],
])('wrong use %j ends with 2 and one sentence', async (args, message) => {
  await using repository = temporaryRepository(files)
  const run = await runCli(repository.path, 'bump', ...args)
  expect([run.exitCode, run.stdout]).toEqual([2, ''])
  expect(run.stderr).toContain(message)
  expect(run.stderr).not.toMatch(/\n\s+at .*:\d+:\d+/)
})
