// The truth is terraform itself: `terraform providers` tells what a configuration needs, with nothing installed.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseHclFile } from '../hcl/parse.ts'
import { fitsProvider, providerNeeds, wholeSource } from './provider-needs.ts'

const files = {
  'versions.tf': `terraform {
  required_providers {
    short   = { source = "a/short" }
    whole   = { source = "example.com/a/whole" }
    upper   = { source = "A/Upper" }
    version = "~> 1.0"
    builtin = { source = "terraform.io/builtin/terraform" }
  }
}
`,
  'main.tf': `resource "null_resource" "a" {}
resource "terraform_data" "b" {}
resource "short_thing" "c" {}
resource "thing_of_another" "d" {
  provider = whole.east
}
data "external" "e" {
  program = ["true"]
}
data "terraform_remote_state" "f" {
  backend = "local"
}
provider "random" {}
check "g" {
  data "http" "h" {
    url = "https://example.com"
  }
  assert {
    condition     = data.http.h.status_code == 200
    error_message = "x"
  }
}
`,
  'more.tf.json':
    '{"resource": {"tls_private_key": {"a": {"provider": "upper.x"}}}, "ephemeral": {"vault_secret": {"b": {}}}}',
}

test('needs of a folder are those that terraform finds', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'seaworthy-providers-'))
  try {
    mkdirSync(join(folder, 'home'))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    const env = { PATH: process.env.PATH, HOME: join(folder, 'home'), CHECKPOINT_DISABLE: '1' }
    const output = execFileSync('terraform', ['providers', '-no-color'], { cwd: folder, env, encoding: 'utf8' })
    const theirs = [...output.matchAll(/provider\[([^\]]+)\]/g)].map(([, source]) => source)
    const parsed = await Promise.all(Object.entries(files).map(([name, text]) => parseHclFile(text, name)))
    const ours = providerNeeds({ folder: '', files: parsed, unreadable: [] }, 'terraform').map(({ source }) => source)
    expect(ours).not.toContain(undefined)
    expect(theirs.length).toBeGreaterThan(8)
    const isOpen = (source: string | undefined) => source?.startsWith('terraform.io/') !== true
    expect([...new Set(ours)].sort()).toEqual([...new Set(theirs)].filter(isOpen).sort())
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test.each([
  ['hashicorp/*', 'registry.terraform.io/hashicorp/aws', true],
  ['hashicorp/*', 'registry.opentofu.org/hashicorp/aws', true],
  ['hashicorp/*', 'evil.com/hashicorp/aws', false],
  ['*', 'registry.terraform.io/hashicorp/aws', false],
  ['*/*', 'evil.com/hashicorp/aws', false],
  ['*/*/*', 'evil.com/hashicorp/aws', true],
  ['hashicorp/a*', 'registry.terraform.io/hashicorp/aws', true],
  ['registry.terraform.io/a/b', 'registry.opentofu.org/a/b', false],
])('the pattern %s and %s: %s', (pattern, source, expected) => {
  expect(fitsProvider(pattern, source)).toBe(expected)
})

test('what is no address is none', () => {
  expect(['a/b/c/d', '', 'a//b', '../b', 'a/$x', 'a b/c'].map((text) => wholeSource(text, 'terraform'))).toEqual(
    Array(6).fill(undefined),
  )
})
