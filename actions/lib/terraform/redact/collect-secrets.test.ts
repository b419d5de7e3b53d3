import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { secretsOfPlan } from './collect-secrets.ts'
import { createRedactor } from './create-redactor.ts'

const root = `
variable "password" {
  type      = string
  sensitive = true
  default   = "pass-\\"<&>$\${x}\\nsecond-line"
}
variable "pin" {
  type      = number
  sensitive = true
  default   = 4711
}
variable "handed" {
  type    = string
  default = "handed-to-module"
}
variable "plain" {
  type    = string
  default = "plain-value"
}
module "m" {
  source = "./m"
  given  = "constant-token"
  handed = var.handed
}
resource "terraform_data" "a" {
  input = { password = var.password, plain = var.plain, list = ["shown-item", sensitive("item-secret")] }
}
resource "terraform_data" "json" {
  input = sensitive(jsonencode({ key = "leaf-in-json", plain = true }))
}
output "o" {
  value     = { pin = var.pin, made = "\${var.plain}-made" }
  sensitive = true
}
`
const inner = `
variable "given" {
  type      = string
  sensitive = true
}
variable "handed" {
  type      = string
  sensitive = true
}
resource "terraform_data" "t" {
  input = "pre-\${var.given}"
}
`

/** The plan of a second run, after an apply, as JSON and as text. */
function realPlan(): { readonly json: unknown; readonly text: string } {
  const folder = mkdtempSync(join(tmpdir(), 'seaworthy-secrets-'))
  try {
    mkdirSync(join(folder, 'm'))
    writeFileSync(join(folder, 'main.tf'), root)
    writeFileSync(join(folder, 'm/main.tf'), inner)
    const terraform = (...args: string[]) =>
      execFileSync('terraform', args, {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, CHECKPOINT_DISABLE: '1' },
      })
    terraform('init', '-no-color')
    terraform('apply', '-auto-approve', '-no-color')
    const text = terraform('plan', '-no-color', '-out=plan', '-replace=terraform_data.a')
    return { json: JSON.parse(terraform('show', '-json', 'plan')), text }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('the secrets of a plan', () => {
  it('are those of a real one, and its text is free of them then', () => {
    const { json, text } = realPlan()
    const secrets = secretsOfPlan(json)
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the value has it
    const password = 'pass-"<&>${x}\nsecond-line'
    expect(secrets).toEqual(
      expect.arrayContaining([
        password,
        '4711',
        'handed-to-module',
        'constant-token',
        'pre-constant-token',
        'item-secret',
        'leaf-in-json',
        'plain-value-made',
      ]),
    )
    expect(secrets).not.toEqual(expect.arrayContaining(['plain-value']))
    expect(secrets).not.toEqual(expect.arrayContaining(['shown-item']))
    // The tool itself prints them: the computed attribute has no mark.
    expect(text).toContain('item-secret')
    const shown = createRedactor(secrets).text(text)
    expect(text).toContain('second-line')
    for (const secret of ['pass-', 'second-line', 'item-secret', 'leaf-in-json', 'pre-constant-token']) {
      expect(shown).not.toContain(secret)
    }
    expect(shown).toContain('shown-item')
    expect(shown).toContain('plain-value')
  })

  it('are found in parts of a plan that are newer than we are', () => {
    const json = {
      deferred_changes: [{ resource_change: { change: { after: { a: 's1' }, after_sensitive: { a: true } } } }],
      resource_drift: [{ change: { before: [{ a: 's2' }], before_sensitive: [{ a: true }] } }],
      action_invocations: [{ config_values: { a: ['s3', 'no'] }, config_sensitive: { a: [true] } }],
      prior_state: {
        values: {
          root_module: {
            child_modules: [{ resources: [{ values: { a: 's4', b: 'no' }, sensitive_values: { a: true } }] }],
          },
        },
      },
      planned_values: { outputs: { o: { sensitive: true, value: { deep: ['s5', { n: 7 }] } } } },
      output_changes: { o: { before: null, after: 's6', after_sensitive: true } },
      configuration: {
        root_module: {
          variables: { v: { sensitive: true, default: 's7' }, w: { default: 'no' } },
          outputs: { o: { sensitive: true, expression: { constant_value: 's8' } } },
        },
      },
      variables: { v: { value: 's9' }, w: { value: 'no' } },
      something_new: [{ content: 's10', content_sensitive: true }],
    }
    expect([...secretsOfPlan(json)].sort()).toEqual(['7', 's1', 's10', 's2', 's3', 's4', 's5', 's6', 's7', 's8', 's9'])
  })

  it('are none in what is no plan, however it is nested', () => {
    for (const json of [null, 1, 'x', [], { variables: [], configuration: { root_module: null } }]) {
      expect(secretsOfPlan(json)).toEqual([])
    }
    expect(secretsOfPlan(JSON.parse('{"__proto__": {"sensitive": true, "value": "own-field"}}'))).toEqual(['own-field'])
    const deep = `${'{"a":'.repeat(100_000)}{"value":"deep-secret","sensitive":true}${'}'.repeat(100_000)}`
    expect(secretsOfPlan(JSON.parse(deep))).toEqual(['deep-secret'])
  })
})
