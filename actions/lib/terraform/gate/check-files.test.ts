// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates of HCL, not of this language
import { describe, expect, test } from 'vitest'
import { ruleIds } from '../../findings/rule-ids.ts'
import { gateRules } from './check-files.ts'
import { briefly, judgeFiles } from './testing/judged-files.ts'

/** A root that needs no provider but the one that comes with the tool. */
const main = 'resource "terraform_data" "a" {\n  input = file("${path.module}/x.txt")\n}\n'
const quiet = { 'app/main.tf': main, 'app/x.txt': 'x' }
const commit = 'a'.repeat(40)

async function found(text: string, file = 'app/more.tf') {
  return briefly(await judgeFiles({ ...quiet, [file]: text }))
}

test('every rule of the gate has an id of its own, and every id of Terraform is judged', () => {
  expect(gateRules.map(({ id }) => id)).toEqual(ruleIds.filter((id) => id.startsWith('terraform-')))
})

test('ordinary configuration gives no finding', async () => {
  const files = {
    ...quiet,
    'app/versions.tf':
      'terraform {\n  required_providers {\n    i = { source = "ionos-cloud/ionoscloud", version = "6.7.8" }\n  }\n}\n',
    'app/.terraform.lock.hcl': lock('registry.terraform.io/ionos-cloud/ionoscloud', ['h1:a=', 'zh:b']),
    'app/net.tf':
      'module "net" {\n  source = "../modules/net"\n}\nresource "i_lan" "l" {\n  name = templatefile("./x.txt", {})\n}\n',
    'modules/net/main.tf': 'variable "a" {}\n',
    'app/link.txt': { symlink: '../modules/net/main.tf' },
    'docs/terraform-provider-notes.md': '# notes',
    'app/terraform.tfvars': 'a = 1\n',
    'app/run.sh': { executable: '#!/bin/sh\n' },
    '.env': 'NAME=x\n',
  }
  const allow = { providers: ['ionos-cloud/*'], modules: [] }
  expect(await judgeFiles(files, { allow, base: files })).toEqual([])
})

describe('programs and configuration of the command line in the tree', () => {
  test.each([
    ['app/terraform.d/plugins/x/y/z/1.0.0/linux_amd64/terraform-provider-z_v1.0.0', 'error plugin-in-tree'],
    ['terraform.d/plugins/a', 'error plugin-in-tree'],
    ['app/.terraform/modules/modules.json', 'error plugin-in-tree'],
    ['app/.terraformrc', 'error cli-config'],
    ['terraform.rc', 'error cli-config'],
    ['home/ci.tfrc', 'error cli-config'],
    ['app/credentials.tfrc.json', 'error cli-config'],
    ['.tofurc', 'error cli-config'],
  ])('%s', async (file, finding) => {
    expect(await found('x', file)).toEqual([`${finding} ${file}:`])
  })

  test('a folder of plugins is one finding, whatever is in it', async () => {
    const files = { ...quiet, 'terraform.d/a': '', 'terraform.d/b': { symlink: '/tmp/x' } }
    expect(briefly(await judgeFiles(files))).toEqual(['error plugin-in-tree terraform.d/a:'])
  })

  test('a program is told by its mode, its name or its first bytes', async () => {
    const files = {
      ...quiet,
      'bin/terraform-provider-aws_v5': { executable: '' },
      'bin/terraform-provider-b': '\x7fELF',
      'bin/terraform-provider-c.zip': 'PK',
      'bin/other': { executable: '\x7fELF' },
      'app/tool': { executable: '\x7fELF' },
    }
    expect(briefly(await judgeFiles(files))).toEqual([
      'warning plugin-in-tree app/tool:',
      'error plugin-in-tree bin/terraform-provider-aws_v5:',
      'error plugin-in-tree bin/terraform-provider-b:',
      'error plugin-in-tree bin/terraform-provider-c.zip:',
    ])
  })

  test('variables for the tool itself in a file of the environment', async () => {
    const text = 'A=1\n# TF_CLI_ARGS=x\nexport TF_CLI_ARGS_plan="-refresh=false"\n'
    expect(await found(text, 'app/.envrc')).toEqual(['warning cli-config app/.envrc:3'])
  })
})

describe('code that runs, and requests that leave', () => {
  test.each([
    ['data "external" "x" {\n  program = ["sh"]\n}\n', 'error external-program app/more.tf:1'],
    ['check "c" {\n  data "external" "x" {\n  }\n}\n', 'error external-program app/more.tf:2'],
    ['action "local_command" "x" {\n}\n', 'error external-program app/more.tf:1'],
    ['resource "terraform_data" "b" {\n  provisioner "local-exec" {\n  }\n}\n', 'error provisioner app/more.tf:2'],
    ['removed {\n  from = terraform_data.b\n  provisioner "local-exec" {\n  }\n}\n', 'error provisioner app/more.tf:3'],
    ['data "http" "x" {\n  url = "https://example.com/${var.a}"\n}\n', 'warning http-data app/more.tf:1'],
  ])('%j', async (text, finding) => {
    expect(await found(text)).toEqual(expect.arrayContaining([finding]))
  })

  test('the JSON syntax hides none of them', async () => {
    const text = JSON.stringify({
      data: { external: { x: { program: ['sh'] } } },
      resource: [{ terraform_data: { b: { provisioner: [{ 'local-exec': { command: 'id' } }] } } }],
      locals: { p: '${file("/proc/self/environ")}' },
    })
    const rules = (await found(text, 'app/more.tf.json')).map((line) => line.split(' ')[1])
    expect(rules).toEqual(expect.arrayContaining(['external-program', 'provisioner', 'path-outside']))
  })
})

describe('paths that leave the repository', () => {
  test.each([
    ['file("/proc/self/environ")', 'error'],
    ['file("~/.aws/credentials")', 'error'],
    ['file("../../x")', 'error'],
    ['file("../x.txt")', undefined],
    ['filebase64("${path.module}/../../x")', 'error'],
    ['templatefile("${path.root}/../modules/a.tpl", {})', undefined],
    ['core::file("/etc/passwd")', 'error'],
    ['[for f in fileset(path.module, "*.txt") : file("${path.module}/${f}")]', undefined],
    ['fileset("/", "**")', 'error'],
    ['pathexpand("~")', 'error'],
    ['file(join("/", ["", "etc", "passwd"]))', 'warning'],
    ['file(each.value)', undefined],
    ['{ (file("/etc/passwd")) = 1 }', 'error'],
    ['"%{ if fileexists("/x") }y%{ endif }"', 'error'],
    ['<<EOT\n${file("/x")}\nEOT\n', 'error'],
  ])('%s', async (expression, severity) => {
    const line = expression.startsWith('<<') ? 3 : 2
    const expected = severity === undefined ? [] : [`${severity} path-outside app/more.tf:${line}`]
    expect(await found(`locals {\n  a = ${expression}\n}\n`)).toEqual(expected)
  })

  test('links and modules', async () => {
    const files = {
      ...quiet,
      'app/out': { symlink: '../../etc' },
      'app/in': { symlink: 'x.txt' },
      'elsewhere/out': { symlink: '/etc' },
      'app/mod.tf': 'module "a" {\n  source = "../../a"\n}\nmodule "b" {\n  source = "/srv/b"\n}\n',
      'app/more.tf': 'module "c" {\n  source = "../elsewhere/out"\n}\nmodule "d" {\n  source = "../elsewhere/in"\n}\n',
      'elsewhere/in': { symlink: 'real' },
      'elsewhere/real/main.tf': 'data "external" "x" {\n}\n',
    }
    expect(briefly(await judgeFiles(files))).toEqual([
      'error path-outside app/mod.tf:2',
      'error path-outside app/mod.tf:5',
      'error path-outside app/more.tf:2',
      'error path-outside app/out:',
      'error external-program elsewhere/real/main.tf:1',
      'warning lock-missing elsewhere/real/main.tf:1',
    ])
  })
})

describe('what cannot be read is not passed over', () => {
  test.each([
    ['app/more.tf', 'data "external" "x" {\n'],
    ['app/more.tf', 'locals {\n  a = x.1e5\n  data "external" "y" {\n  }\n}\n'],
    ['app/more.tofu', '\0'],
    ['app/more.tf.json', '{,}'],
    ['app/.terraform.lock.hcl', 'provider "a" {'],
  ])('%s: %j', async (file, text) => {
    const rules = (await found(text, file)).map((line) => line.replace(/:\d+$/, ''))
    expect(rules).toContain(`error unreadable ${file}`)
  })

  test('nor is a link out of the repository in place of a file', async () => {
    const lines = briefly(await judgeFiles({ ...quiet, 'app/more.tf': { symlink: '/etc/x.tf' } }))
    expect(lines).toEqual(['error path-outside app/more.tf:', 'error unreadable app/more.tf:'])
  })
})

describe('providers', () => {
  const declared = (source: string) =>
    `terraform {\n  required_providers {\n    p = {\n      source = ${source}\n    }\n  }\n}\n`
  const allow = { providers: ['registry.terraform.io/ionos-cloud/ionoscloud', 'hashicorp/*', 'example.com/*/db'] }

  test.each([
    [declared('"ionos-cloud/ionoscloud"'), undefined],
    [declared('"IONOS-cloud/ionoscloud"'), undefined],
    [declared('"example.com/team/db"'), undefined],
    [declared('"example.com/team/other"'), 'app/more.tf:4'],
    [declared('"evil/ionoscloud"'), 'app/more.tf:4'],
    [declared('"evil.com/hashicorp/aws"'), 'app/more.tf:4'],
    [declared('"a/b/c/d"'), 'app/more.tf:4'],
    ['terraform {\n  required_providers {\n    random = "~> 3.0"\n  }\n}\n', undefined],
    ['resource "null_resource" "a" {\n}\n', undefined],
    [`${declared('"evil/x"')}resource "null_resource" "a" {\n  provider = p.east\n}\n`, 'app/more.tf:4'],
    ['locals {\n  a = provider::other::f(1)\n}\n', undefined],
    ['data "terraform_remote_state" "a" {\n  backend = "s3"\n}\n', undefined],
  ])('%j', async (text, place) => {
    const findings = await judgeFiles({ ...quiet, 'app/more.tf': text }, { allow })
    const sources = findings.filter(({ rule }) => rule === 'terraform-provider-source')
    expect(briefly(sources)).toEqual(place === undefined ? [] : [`error provider-source ${place}`])
  })

  test('a name that is not declared implies a source of hashicorp', async () => {
    const files = { ...quiet, 'app/more.tf': 'resource "other_thing" "a" {\n}\n' }
    const findings = await judgeFiles(files, { allow: { providers: ['ionos-cloud/*'] } })
    const [finding] = findings.filter(({ rule }) => rule === 'terraform-provider-source')
    expect(finding?.message).toContain('registry.terraform.io/hashicorp/other (implied by the name other)')
  })

  test('without a list each is noted once', async () => {
    const files = { 'app/main.tf': declared('"a/b"'), 'two/main.tf': declared('"a/b"') }
    const findings = await judgeFiles(files, { roots: ['app', 'two'] })
    expect(findings.filter(({ severity }) => severity === 'note')).toHaveLength(1)
  })

  test('where their requests go may not change unseen', async () => {
    const text = (url: string) =>
      `provider "p" {\n  endpoint = ${url}\n  endpoints {\n    s3 = "https://old.example"\n  }\n}\n`
    const base = { ...quiet, 'app/more.tf': text('"https://a.example"') }
    const judged = async (url: string, before?: typeof base) => {
      const files = { ...quiet, 'app/more.tf': text(url) }
      const findings = await judgeFiles(files, before === undefined ? {} : { base: before })
      return briefly(findings.filter(({ rule }) => rule === 'terraform-provider-endpoint'))
    }
    expect(await judged('"https://a.example"', base)).toEqual([])
    expect(await judged('"https://b.example"', base)).toEqual(['error provider-endpoint app/more.tf:2'])
    expect(await judged('var.x', base)).toEqual(['error provider-endpoint app/more.tf:2'])
    expect(await judged('"https://a.example"')).toEqual([
      'warning provider-endpoint app/more.tf:2',
      'warning provider-endpoint app/more.tf:4',
    ])
  })
})

const lock = (source: string, hashes: readonly string[], version = '1.0.0') =>
  `provider "${source}" {\n  version = "${version}"\n  hashes = ${JSON.stringify(hashes)}\n}\n`

describe('lock files', () => {
  const source = 'registry.terraform.io/a/b'
  const needs = 'terraform {\n  required_providers {\n    b = { source = "a/b" }\n  }\n}\n'
  const judged = async (now: string | undefined, before: string | undefined, providers?: readonly string[]) => {
    const withLock = (text: string | undefined) => ({
      ...quiet,
      'app/needs.tf': needs,
      ...(text === undefined ? {} : { 'app/.terraform.lock.hcl': text }),
    })
    const findings = await judgeFiles(withLock(now), {
      base: withLock(before),
      allow: providers === undefined ? {} : { providers },
    })
    return briefly(findings.filter(({ status }) => status === 'new'))
  }
  const old = lock(source, ['h1:a=', 'zh:b'])
  const file = 'app/.terraform.lock.hcl'

  test.each([
    ['nothing changes', old, old, []],
    ['an upgrade', lock(source, ['h1:c='], '1.1.0'), old, []],
    ['the first lock file', old, undefined, []],
    ['a hash is removed', lock(source, ['h1:a=']), old, [`error lock-edited ${file}:1`]],
    ['a hash is replaced', lock(source, ['h1:x=', 'zh:b']), old, [`error lock-edited ${file}:1`]],
    ['a hash is added', lock(source, ['h1:a=', 'zh:b', 'h1:x=']), old, [`warning lock-edited ${file}:1`]],
    ['no hashes', lock(source, [], '1.1.0'), old, [`error lock-edited ${file}:1`]],
    ['removed', undefined, old, [`error lock-edited ${file}:`, 'warning lock-missing app/needs.tf:3']],
    ['the entry is removed', '# none\n', old, [`warning lock-missing ${file}:`]],
  ])('%s', async (_, now, before, expected) => {
    expect(await judged(now, before)).toEqual(expected)
  })

  test('an entry of a provider that may not run', async () => {
    const foreign = lock('registry.terraform.io/evil/x', ['h1:a='])
    expect(await judged(old + foreign, old, ['a/b'])).toEqual([
      `error lock-edited ${file}:5`,
      `error provider-source ${file}:5`,
    ])
  })
})

describe('modules', () => {
  const call = (source: string, version?: string) =>
    `module "m" {\n  source = ${source}\n${version === undefined ? '' : `  version = "${version}"\n`}}\n`

  test.each([
    [call('"git::https://example.com/a.git"'), 'error'],
    [call(`"git::https://example.com/a.git//vpc?ref=${commit}"`), undefined],
    [call('"github.com/a/b?ref=v1.2.3"'), undefined],
    [call('"github.com/a/b?ref=vpc/v1.2"'), undefined],
    [call('"github.com/a/b?ref=main"'), 'warning'],
    [call('"git@github.com:a/b.git"'), 'error'],
    [call('"hg::https://example.com/a?rev=default"'), 'warning'],
    [call('"a/b/c"'), 'error'],
    [call('"a/b/c"', '1.2.3'), undefined],
    [call('"a/b/c//sub"', '= 1.2.3'), undefined],
    [call('"example.com/a/b/c"', '~> 1.2'), 'warning'],
    [call('"https://example.com/a.zip"'), 'error'],
    [call('"s3::https://s3.example.com/b/a.zip?versionId=x"'), undefined],
    [call(`"oci://example.com/a?digest=sha256:${'0'.repeat(64)}"`), undefined],
    [call('"oci://example.com/a?tag=1"'), 'warning'],
    [call('"./modules/a"'), undefined],
  ])('%j', async (text, severity) => {
    expect(await found(text)).toEqual(severity === undefined ? [] : [`${severity} module-unpinned app/more.tf:2`])
  })

  test.each([
    [call(`"git::https://example.com/team/a.git?ref=${commit}"`), []],
    [call(`"git::https://example.org/team/a.git?ref=${commit}"`), ['error module-source app/more.tf:2']],
    [
      call(`"git::https://example.org/a?ref=${commit}&x=git::https://example.com/team/"`),
      ['error module-source app/more.tf:2'],
    ],
    [call('"${"./"}x"'), []],
    [call('var.source'), ['error module-source app/more.tf:2']],
  ])('by the allow list: %j', async (text, expected) => {
    const allow = { modules: ['git::https://example.com/team/*'] }
    expect(briefly(await judgeFiles({ ...quiet, 'app/more.tf': text }, { allow }))).toEqual(expected)
  })
})

describe('the backend', () => {
  const s3 = (bucket: string) => `terraform {\n  backend "s3" {\n    key    = "k"\n    bucket = "${bucket}"\n  }\n}\n`
  const judged = async (now: string, before: string | undefined) => {
    const base = before === undefined ? {} : { ...quiet, 'app/more.tf': before }
    return briefly(await judgeFiles({ ...quiet, 'app/more.tf': now }, { base }))
  }

  test.each([
    ['another bucket', s3('b'), s3('a'), ['error backend-changed app/more.tf:2']],
    [
      'another layout',
      s3('a'),
      'terraform {\n  # note\n  backend "s3" {\n    bucket = "a"\n    key = "k"\n  }\n}\n',
      [],
    ],
    ['another kind', 'terraform {\n  cloud {\n  }\n}\n', s3('a'), ['error backend-changed app/more.tf:2']],
    ['added', s3('a'), '', ['error backend-changed app/more.tf:2']],
    ['removed', '', s3('a'), ['error backend-changed app/main.tf:']],
    ['a new root', s3('a'), undefined, []],
    [
      'encryption removed',
      'terraform {\n}\n',
      'terraform {\n  encryption {\n    state {\n      method = method.aes_gcm.a\n    }\n  }\n}\n',
      ['error backend-changed app/main.tf:'],
    ],
  ])('%s', async (_, now, before, expected) => {
    expect(await judged(now, before)).toEqual(expected)
  })
})

test('files that override others', async () => {
  expect(await found('', 'app/override.tf')).toEqual(['warning override-file app/override.tf:'])
  expect(await found('{}', 'app/x_override.tf.json')).toEqual(['warning override-file app/x_override.tf.json:'])
  expect(await found('', 'app/no-override.tf')).toEqual([])
})

describe('findings', () => {
  const text = 'data "external" "x" {\n}\n'

  test('say what, where and what to do, on one line', async () => {
    const [finding] = await judgeFiles({ ...quiet, 'app/more.tf': text })
    expect(finding).toMatchObject({
      rule: 'terraform-external-program',
      severity: 'error',
      at: { file: 'app/more.tf', line: 1, column: 1 },
    })
    expect(finding?.message).toMatch(
      /^data "external" "x" starts a program while planning, .*\. Have a provider do it, .*\.$/,
    )
  })

  test('are known where the base has them, also on another line', async () => {
    const files = (before: string) => ({ ...quiet, 'app/more.tf': before + text })
    const findings = await judgeFiles(
      { ...files('# one\n'), 'app/new.tf': 'data "external" "y" {\n}\n' },
      { base: files('') },
    )
    const programs = findings.filter(({ rule }) => rule === 'terraform-external-program')
    expect(programs.map(({ at, status }) => [at.file, status])).toEqual([
      ['app/more.tf', 'known'],
      ['app/new.tf', 'new'],
    ])
  })

  test('have the severity that the settings give', async () => {
    const judged = async (severity: 'off' | 'note') => {
      const severities = { 'terraform-external-program': severity, 'terraform-lock-missing': 'off' } as const
      const findings = await judgeFiles({ ...quiet, 'app/more.tf': text }, { severities })
      return findings.map((finding) => [finding.rule, finding.severity])
    }
    expect(await judged('off')).toEqual([['terraform-provider-source', 'note']])
    expect(await judged('note')).toContainEqual(['terraform-external-program', 'note'])
  })

  test('of a module that two roots share are given once', async () => {
    const call = 'module "m" {\n  source = "../shared"\n}\n'
    const files = { 'one/main.tf': call, 'two/main.tf': call, 'shared/main.tf': text }
    const findings = await judgeFiles(files, { roots: ['one', 'two'] })
    expect(findings.filter(({ rule }) => rule === 'terraform-external-program')).toHaveLength(1)
  })
})
