// The committed `seaworthy terraform` as a person starts it in a clone, with the real tool.
import { execFile, execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, describe, expect, test } from 'vitest'
import { readKeys } from '../../actions/lib/terraform/envelope/keys.ts'
import { sealPlan } from '../../actions/lib/terraform/envelope/seal.ts'
import { otherKey, sampleEnvelope, sampleKey } from '../../actions/lib/terraform/envelope/testing/sample-envelope.ts'
import { httpState } from '../../actions/lib/terraform/tool/testing/http-state.ts'
import type { Ended } from '../../actions/lib/testing/run-program.ts'
import { type Files, temporaryRepository } from '../../actions/lib/testing/temporary-repository.ts'
import schema from '../../schemas/terraform-report.schema.json' with { type: 'json' }
import { startCli } from './testing/start-cli.ts'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-cli-terraform-')))
/** Where the program puts its temporary files. */
const temporary = join(folder, 'tmp')
mkdirSync(temporary)
afterAll(() => rmSync(folder, { recursive: true }))

type Given = { readonly stdin?: string | Uint8Array; readonly env?: Readonly<Record<string, string>> }
const run = (cwd: string, args: readonly string[], given: Given = {}): Promise<Ended> =>
  startCli(cwd, ['terraform', ...args], { ...given, env: { TMPDIR: temporary, ...given.env } }).ended

const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)
function report({ stdout }: Ended) {
  const json = JSON.parse(stdout)
  expect(validate(json), JSON.stringify(validate.errors)).toBe(true)
  return json
}

const isClean = ({ stdout, stderr }: Ended) => {
  expect(`${stdout}${stderr}`).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get through
  expect(`${stdout}${stderr}`).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
}

const local = 'terraform {\n  backend "local" {}\n}\n'
const note = (name: string, input: string) => `resource "terraform_data" "${name}" {\n  input = ${input}\n}\n`
const canary = join(folder, 'canary')
const runs = `${local}${note('app', '"a"').replace(/}\n$/, `  provisioner "local-exec" {\n    command = "touch ${canary}"\n  }\n}\n`)}`
const files: Files = {
  'infra/app/main.tf': `${local}variable "token" {\n  default = "none"\n}\n${note('app', 'var.token')}`,
  'infra/db/main.tf': `${local}${note('db', '"one"')}`,
}

describe('plan', () => {
  test('plans what differs from the base, and leaves clone and machine as they were', async () => {
    await using repository = temporaryRepository(files)
    repository.git('checkout', '--quiet', '-b', 'mine')
    repository.write({ 'infra/db/main.tf': `${local}${note('db', '"two"')}` })
    const env = { TF_VAR_token: 'a-very-secret-word', TF_LOG: 'trace', TF_CLI_ARGS: '-nonsense' }
    const ended = await run(repository.path, ['plan', '--base', 'main'], { env })

    expect(ended).toMatchObject({ exitCode: 0, stderr: '' })
    expect(ended.stdout).toMatch(/^1 Terraform root changes: 1 created\n/)
    expect(ended.stdout).toContain('Not affected: infra/app.')
    const json = report(
      await run(join(repository.path, 'infra/app'), ['plan', '-r', '.', '-r', 'infra/db', '-f', 'json'], { env }),
    )
    expect(json).toMatchObject({ outcome: 'changes', counts: { create: 2 }, unaffected: [] })
    expect(json.roots.map(({ root, outcome }: { root: string; outcome: string }) => [root, outcome])).toEqual([
      ['infra/app', 'planned'],
      ['infra/db', 'planned'],
    ])
    expect(JSON.stringify(json)).not.toContain(env.TF_VAR_token)
    expect(repository.git('status', '--short', '--ignored')).toBe('M infra/db/main.tf')
    expect(readdirSync(temporary)).toEqual([])
  })

  test('a root that is named is planned on what its upstream was, and says so', async () => {
    const reads =
      'data "terraform_remote_state" "db" {\n  backend = "local"\n  config = {\n    path = "../db/terraform.tfstate"\n  }\n}\n'
    const output = (value: string) => `${local}output "name" {\n  value = "${value}"\n}\n`
    await using repository = temporaryRepository({
      'infra/app/main.tf': `${local}${reads}${note('app', 'data.terraform_remote_state.db.outputs.name')}`,
      'infra/db/main.tf': output('old'),
      'infra/db/terraform.tfstate': JSON.stringify({
        version: 4,
        terraform_version: '1.11.4',
        serial: 1,
        lineage: 'e4bda344-226d-c1b1-fda6-84019771f1ee',
        outputs: { name: { value: 'old', type: 'string' } },
        resources: [],
      }),
    })
    repository.git('checkout', '--quiet', '-b', 'mine')
    repository.write({ 'infra/db/main.tf': output('new') })
    const [text, json] = await Promise.all([
      run(repository.path, ['plan', '--base', 'main', '-r', 'infra/app']),
      run(repository.path, ['plan', '-r', 'infra/app', '-f', 'json']),
    ])
    expect(text).toMatchObject({
      exitCode: 0,
      stderr: expect.stringMatching(/^note: infra\/app\/main\.tf:\d+ infra\/db is not asked for/),
    })
    expect(text.stdout).toContain(
      'Not asked for: infra/db (the change affects it, and infra/app depends on it: a plan on it may be out of date).',
    )
    expect(text.stdout).not.toContain('Not affected')
    expect(report(json)).toMatchObject({
      unaffected: [],
      notAsked: [{ root: 'infra/db', affected: false, neededBy: ['infra/app'] }],
    })
  })

  test('what others did on the base since is no difference', async () => {
    await using repository = temporaryRepository(files)
    repository.git('branch', 'mine')
    repository.commit('theirs', { 'infra/app/main.tf': `${local}${note('app', '"theirs"')}` })
    repository.git('checkout', '--quiet', 'mine')
    const ended = await run(repository.path, ['plan', '--base', 'main', '-f', 'json'])
    expect(report(ended)).toMatchObject({ outcome: 'no-changes', roots: [], unaffected: ['infra/app', 'infra/db'] })
  })

  test('the gate refuses before anything is started, in both forms, and only what the branch brings', async () => {
    await using repository = temporaryRepository({ ...files, 'infra/app/main.tf': runs })
    const [text, json, named] = await Promise.all([
      run(repository.path, ['plan']),
      run(repository.path, ['plan', '--format', 'json']),
      run(repository.path, ['plan', '--root', 'infra/db']),
    ])
    expect(text).toMatchObject({ exitCode: 1, stderr: '' })
    expect(text.stdout).toMatch(
      /^Refused before anything was started: 1 file finding(.*\n)*.*\n {2}- infra\/app\/main\.tf:6:3 error terraform-provisioner/,
    )
    expect(json.exitCode).toBe(1)
    expect(report(json)).toMatchObject({
      outcome: 'refused',
      roots: [],
      gate: [{ rule: 'terraform-provisioner', at: { file: 'infra/app/main.tf', line: 6 } }],
    })
    // A root that is named does not wait for another to be mended.
    expect(named).toMatchObject({ exitCode: 0 })
    expect(existsSync(canary)).toBe(false)
    expect(readdirSync(temporary)).toEqual([])
  })

  test('lock files are as they were before init', async () => {
    const bin = join(folder, 'bin')
    mkdirSync(bin)
    // Providers cannot be fetched in tests: this stands for a tool that has fetched one, and fails then.
    const script =
      '#!/bin/sh\n[ "$1" = version ] && echo \'{"terraform_version":"1.11.4"}\' && exit\n[ "$1" = init ] && echo "# by init" >>.terraform.lock.hcl\nexit 1\n'
    writeFileSync(join(bin, 'terraform'), script, { mode: 0o755 })
    await using repository = temporaryRepository({ ...files, '.gitignore': '.terraform.lock.hcl\n' })
    repository.write({ 'infra/db/.terraform.lock.hcl': '# mine\n' })
    const ended = await run(repository.path, ['plan'], { env: { PATH: `${bin}:${process.env.PATH}` } })
    expect(ended).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining('infra/app and infra/db could not be planned'),
    })
    expect(existsSync(join(repository.path, 'infra/app/.terraform.lock.hcl'))).toBe(false)
    expect(readFileSync(join(repository.path, 'infra/db/.terraform.lock.hcl'), 'utf8')).toBe('# mine\n')
  })

  test('a guard that refuses and a root that fails end with 1', async () => {
    const check =
      'check "c" {\n  assert {\n    condition     = terraform_data.app.input == "b"\n    error_message = "no"\n  }\n}\n'
    await using repository = temporaryRepository({
      '.github/seaworthy.yaml': 'terraform:\n  guards:\n    severities: {failed-check: error}\n',
      'infra/app/main.tf': `${local}${check}${note('app', '"a"')}`,
      'infra/db/main.tf': `${local}${note('db', 'nothing.there')}`,
    })
    const [refused, failed] = await Promise.all([
      run(repository.path, ['plan', '-r', 'infra/app', '-f', 'json']),
      run(repository.path, ['plan', '-r', 'infra/db']),
    ])
    expect(refused.exitCode).toBe(1)
    expect(report(refused)).toMatchObject({ outcome: 'refused', roots: [{ outcome: 'blocked' }] })
    expect(failed).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('Reference to undeclared resource') })
    isClean(failed)
  })

  test('Ctrl-C is waited for until the lock is gone', async () => {
    await using server = await httpState()
    await using repository = temporaryRepository({ 'main.tf': `${server.configuration('app')}\n${note('app', '"a"')}` })
    server.setFault({ kind: 'slow', ms: 250 })
    const started = startCli(repository.path, ['terraform', 'plan'], { env: { TMPDIR: temporary } })
    while (server.lock('app') === undefined) await wait(10)
    started.interrupt('SIGINT')
    await wait(50)
    started.interrupt('SIGINT')
    const ended = await started.ended
    expect(ended).toMatchObject({ exitCode: 130, stdout: '' })
    expect(ended.stderr).toMatch(/^Interrupted\. .*\nEnding already: .*\n.*was interrupted/)
    expect(server.lock('app')).toBeUndefined()
    expect(readdirSync(temporary)).toEqual([])
  })

  test.each<[string, readonly string[], string]>([
    ['a root that is not there', ['--root', 'infra/ap'], 'did you mean infra/app?'],
    ['a base that is not there', ['--base', 'nowhere'], 'The commit "nowhere" is not in this clone.'],
    ['a base that is an option', ['--base=--upload-pack=x'], '--base does not take'],
  ])('wrong use: %s', async (_name, args, message) => {
    await using repository = temporaryRepository(files)
    const ended = await run(repository.path, ['plan', ...args])
    expect(ended).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining(message) })
    isClean(ended)
  })

  test('outside of a clone, and in one without roots', async () => {
    await using empty = temporaryRepository({ 'README.md': '' })
    for (const [cwd, message] of [
      [temporary, 'This is no clone'],
      [empty.path, 'There is no Terraform root in this clone.'],
    ] as const)
      expect(await run(cwd, ['plan'])).toMatchObject({
        exitCode: 2,
        stdout: '',
        stderr: expect.stringContaining(message),
      })
  })
})

describe('explain', () => {
  /** A real plan that creates one object and one output, and its JSON. */
  const real = (() => {
    const root = join(folder, 'root')
    mkdirSync(root)
    writeFileSync(
      join(root, 'main.tf'),
      `${note('app', '"a"')}output "o" {\n  value     = "a-very-secret-word"\n  sensitive = true\n}\n`,
    )
    const terraform = (...args: string[]) =>
      execFileSync('terraform', args, {
        cwd: root,
        env: { PATH: process.env.PATH },
        stdio: ['ignore', 'pipe', 'ignore'],
      })
    terraform('plan', '-input=false', '-out=plan.bin')
    return { binary: join(root, 'plan.bin'), json: terraform('show', '-json', 'plan.bin').toString('utf8') }
  })()
  const change = (changes: object) => JSON.stringify({ ...JSON.parse(real.json), ...changes })
  const destroying = (address: string) =>
    change({
      resource_changes: [
        {
          address,
          mode: 'managed',
          type: 'aws_db_instance',
          name: 'a',
          provider_name: 'registry.opentofu.org/hashicorp/aws',
          change: { actions: ['delete'], before: { id: '1' }, after: null },
        },
      ],
    })

  test('says what a plan does and why it must be applied, the same from a file and from stdin', async () => {
    writeFileSync(join(folder, 'plan.json'), real.json)
    const [text, json, utf16] = await Promise.all([
      run(folder, ['explain', 'plan.json']),
      run(folder, ['explain', '-', '-f', 'json'], { stdin: real.json }),
      run(folder, ['explain', '-', '-f', 'json'], { stdin: Buffer.from(`\ufeff${real.json}`, 'utf16le') }),
    ])
    expect(text).toMatchObject({ exitCode: 0, stderr: '' })
    expect(text.stdout).toMatch(/^Must be applied: 1 created, 1 output\n/)
    expect(text.stdout).toContain('+ terraform_data.app')
    expect(text.stdout).toContain('provider-downgrade: was not asked')
    expect(report(json)).toMatchObject({
      outcome: 'changes',
      roots: [{ root: 'stdin', outcome: 'planned', tool: 'terraform', plan: { needsApply: true } }],
    })
    expect(utf16.stdout).toBe(json.stdout)
    expect(text.stdout + json.stdout).not.toContain('a-very-secret-word')
  })

  test('goes by the settings of the repository, or by those that are named', async () => {
    await using repository = temporaryRepository({
      '.github/seaworthy.yaml':
        'terraform:\n  guards:\n    severities: {stateful-type: off, provider-downgrade: off}\n',
      'strict.yaml': 'terraform:\n  guards: {max-delete: "0"}\n',
      'bad.yaml': 'terraform:\n  gards: {}\n',
    })
    const given = { stdin: destroying('aws_db_instance.a') }
    const [lenient, strict, bad, none] = await Promise.all([
      run(repository.path, ['explain', '-', '-f', 'json'], given),
      run(repository.path, ['explain', '-', '-f', 'json', '--settings', 'strict.yaml'], given),
      run(repository.path, ['explain', '-', '--settings', 'bad.yaml'], given),
      run(folder, ['explain', '-', '-f', 'json'], given),
    ])
    const guards = (ended: Ended) =>
      report(ended).roots[0].guards.map(
        ({ guard, severity }: { guard: string; severity: string }) => `${severity} ${guard}`,
      )
    expect([lenient.exitCode, guards(lenient)]).toEqual([0, ['note prevent-destroy-removed']])
    expect(strict.exitCode).toBe(1)
    expect(guards(strict)).toEqual(expect.arrayContaining(['error delete-limit', 'error stateful-type']))
    expect(bad).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringMatching(/bad\.yaml:2:3 /) })
    expect([none.exitCode, report(none).outcome, report(none).roots[0].tool]).toEqual([1, 'refused', 'tofu'])
  })

  test.each<[string, () => string | Uint8Array, RegExp]>([
    ['text', () => 'Error: no', /not JSON(.*\n)*.*at: stdin/],
    [
      'a saved plan',
      () => readFileSync(real.binary),
      /saved plan itself: give the output of `terraform show -json PLANFILE`/,
    ],
    ['a sealed plan', () => sealed(), /This is a sealed plan\.(.*\n)*.*terraform open/],
    ['a state', () => '{"format_version":"1.0","values":{}}', /none of the fields of one/],
    ['nothing', () => '', /not JSON/],
    [
      'JSON that is 10,000 deep',
      () => real.json.replace('{', `{"x":${'['.repeat(10_000)}${']'.repeat(10_000)},`),
      /nested more than 256 levels/,
    ],
    ['JSON that is another thing', () => '[1]', /^seaworthy: /],
  ])('refuses %s with one sentence', async (_name, stdin, message) => {
    const ended = await run(folder, ['explain', '-'], { stdin: stdin() })
    expect(ended).toMatchObject({ exitCode: 2, stdout: '' })
    expect(ended.stderr).toMatch(message)
    expect(ended.stderr).not.toMatch(/bug in Seaworthy/)
    isClean(ended)
  })

  test('names that are keys of prototypes or sequences of a terminal are names', async () => {
    const json = destroying('aws_db_instance.\u001b[2J__proto__\u202e').replace(
      '"before":{',
      '"before":{"__proto__":{"polluted":"yes"},"constructor":"x",',
    )
    const ended = await run(folder, ['explain', '-'], { stdin: json })
    expect(ended).toMatchObject({ exitCode: 1, stderr: '' })
    expect(ended.stdout).toContain('\\u001b[2J__proto__\\u202e')
    isClean(ended)
    expect(report(await run(folder, ['explain', '-', '-f', 'json'], { stdin: json })).outcome).toBe('refused')
  })
})

const sealed = (key: 'unencrypted' | typeof sampleKey = sampleKey) =>
  sealPlan({
    envelope: sampleEnvelope(),
    parts: [
      { kind: 'plan', bytes: Buffer.from('the plan') },
      { kind: 'json', bytes: Buffer.from('{}') },
      { kind: 'text', bytes: Buffer.from('the text') },
      { kind: 'carried', path: 'build/code.zip', mode: 0o644, bytes: Buffer.from('zip') },
    ],
    key: key === 'unencrypted' ? key : readKeys(key, 'test')[0],
  })

describe('open', () => {
  const file = join(folder, 'a.plan')
  writeFileSync(file, sealed())
  writeFileSync(join(folder, 'keys'), `${otherKey}\n${sampleKey}\n`)

  test.each<[string, readonly string[], Given]>([
    ['a file', ['--keys', 'keys'], {}],
    ['stdin', ['--keys', '-'], { stdin: sampleKey }],
    ['the environment', [], { env: { SEAWORTHY_PLAN_KEYS: sampleKey } }],
  ])('writes what is inside, for oneself alone, with the key of %s', async (name, args, given) => {
    const out = join(folder, `opened by ${name}`)
    const ended = await run(folder, ['open', 'a.plan', '--out', out, ...args], given)
    expect(ended).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('hold every secret') })
    expect(ended.stdout).toContain("terraform show '")
    expect(ended.stdout).toMatch(/^repository {4}your-org\/platform$/m)
    isClean(ended)
    const found = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const all = found.map(({ parentPath, name: own }) => join(parentPath, own))
    expect(all.map((path) => path.slice(out.length + 1)).sort()).toEqual([
      'carried/build/code.zip',
      'plan',
      'plan.json',
      'plan.txt',
    ])
    expect([out, ...all].map((path) => statSync(path).mode & 0o077)).toEqual([0, 0, 0, 0, 0])
    expect(readFileSync(join(out, 'plan'), 'utf8')).toBe('the plan')
  })

  test('a state that its backend did not take says what it is, and the commands put it back', async () => {
    const lineage = 'e4bda344-226d-c1b1-fda6-84019771f1ee'
    const outputs = { name: { value: 'b', type: 'string' } }
    const state = { version: 4, terraform_version: '1.11.4', serial: 7, lineage, outputs, resources: [] }
    await using server = await httpState()
    await using repository = temporaryRepository({ 'infra/app/main.tf': server.configuration('app') })
    const parts = [{ kind: 'state' as const, bytes: Buffer.from(JSON.stringify(state)) }]
    const envelope = sampleEnvelope({ root: 'app', path: 'infra/app' })
    writeFileSync(join(folder, 'app.state'), sealPlan({ envelope, parts, key: readKeys(sampleKey, 'test')[0] }))
    const out = join(folder, 'app of yesterday')
    const ended = await run(folder, ['open', 'app.state', '--keys', 'keys', '--out', out])
    expect(ended).toMatchObject({
      exitCode: 0,
      stderr: expect.stringContaining('terraform.tfstate holds every secret'),
      stdout: expect.stringMatching(/^This is the STATE of app, which its backend did not take\.\n/),
    })
    isClean(ended)
    expect(ended.stdout).not.toMatch(/nothing to apply|did not exist|^plan|plan\.txt/m)
    const [, commands = ''] = ended.stdout.split(/^Put it back before .*$/m)
    // The server is in this process, which must not stand still meanwhile.
    const env = { PATH: process.env.PATH, HOME: folder }
    await promisify(execFile)('sh', ['-ec', commands], { cwd: repository.path, env, timeout: 30_000 })
    // To a backend that has no state yet the tool writes under another lineage.
    expect(JSON.parse(server.text('app') ?? '{}')).toMatchObject({ outputs })
    expect(statSync(join(out, 'terraform.tfstate')).mode & 0o077).toBe(0)
  })

  test('one that is not encrypted is opened, with a warning', async () => {
    writeFileSync(join(folder, 'clear.plan'), sealed('unencrypted'))
    const ended = await run(folder, ['open', 'clear.plan', '--out', 'clear'])
    expect(ended).toMatchObject({
      exitCode: 0,
      stderr: expect.stringContaining('nothing proves that nobody changed it'),
    })
  })

  test.each<[string, readonly string[], Given, string]>([
    ['no key', ['a.plan', '--out', 'new'], {}, 'there is no key'],
    ['another key', ['a.plan', '--out', 'new', '--keys', '-'], { stdin: otherKey }, 'encrypted with the key'],
    [
      'a changed plan',
      ['-', '--out', 'new', '--keys', 'keys'],
      { stdin: sealed().map((byte, index, all) => (index === all.length - 1 ? byte ^ 1 : byte)) },
      'its seal does not fit',
    ],
    ['what is no plan', ['keys', '--out', 'new', '--keys', 'keys'], {}, 'not a plan that Seaworthy has sealed'],
    ['no folder', ['a.plan', '--keys', 'keys'], {}, '--out DIR'],
    ['a folder with something in it', ['a.plan', '--out', 'root', '--keys', 'keys'], {}, 'The folder is not empty.'],
    ['a key file that is not there', ['a.plan', '--out', 'new', '--keys', 'nowhere'], {}, 'There is no such file.'],
    ['both by stdin', ['-', '--out', 'new', '--keys', '-'], {}, 'cannot both come by stdin'],
  ])('writes nothing with %s', async (_name, args, given, message) => {
    const ended = await run(folder, ['open', ...args], given)
    expect(ended).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining(message) })
    expect(ended.stderr).not.toContain(sampleKey)
    isClean(ended)
    expect(existsSync(join(folder, 'new'))).toBe(false)
  })
})
