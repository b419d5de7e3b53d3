import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readPlanFile } from './plan-state.ts'

const state = strToU8('{"version":4,"serial":1,"lineage":"l"}')
const version = (text: string) => Uint8Array.of(0x72, text.length, ...strToU8(text))
const read = (bytes: Uint8Array) => readPlanFile(bytes, 'plan')

describe('a plan file', () => {
  it('of the real tool says what state it was made against', () => {
    const folder = mkdtempSync(join(tmpdir(), 'seaworthy-plan-'))
    try {
      writeFileSync(join(folder, 'main.tf'), 'resource "terraform_data" "a" {}\n')
      const terraform = (...args: string[]) =>
        execFileSync('terraform', args, {
          cwd: folder,
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'pipe'],
          env: { ...process.env, CHECKPOINT_DISABLE: '1' },
        })
      const toolVersion = JSON.parse(terraform('version', '-json')).terraform_version
      terraform('init')
      terraform('plan', '-out=first')
      const first = readPlanFile(readFileSync(join(folder, 'first')), 'first')
      expect(first).toMatchObject({ type: 'readable', toolVersion })
      expect(first).not.toHaveProperty('state')
      terraform('apply', '-auto-approve', 'first')
      terraform('plan', '-out=second', '-destroy')
      const { lineage, serial } = JSON.parse(readFileSync(join(folder, 'terraform.tfstate'), 'utf8'))
      // What terraform writes where no provider is installed.
      const lock =
        '# This file is maintained automatically by "terraform init".\n# Manual edits may be lost in future updates.\n'
      expect(readPlanFile(readFileSync(join(folder, 'second')), 'second')).toEqual({
        type: 'readable',
        toolVersion,
        state: { lineage, serial },
        lockHash: createHash('sha256').update(lock).digest('hex'),
      })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('says so when OpenTofu encrypted it, or another place keeps it', () => {
    expect(read(strToU8('{"meta":{},"encrypted_data":"x","encryption_version":"v0"}'))).toEqual({ type: 'encrypted' })
    expect(() => read(strToU8('{"remote_plan_format":1}'))).toThrow('kept by HCP Terraform')
  })

  it('is refused when it is none', () => {
    const wrong: readonly [Uint8Array, string][] = [
      [new Uint8Array(0), 'cannot be unpacked'],
      [strToU8('{'), 'no plan file'],
      [strToU8('text'), 'cannot be unpacked'],
      [zipSync({ a: state }), 'without a plan'],
      [zipSync({ tfplan: version('1.2.3'), tfstate: strToU8('{') }), 'state inside the plan file cannot be read'],
      [zipSync({ tfplan: version('1.2.3'), tfstate: strToU8('{"serial":1e99,"lineage":"l"}') }), 'no lineage'],
      [zipSync({ tfplan: version('1.2.3'), tfstate: strToU8('null') }), 'no lineage'],
    ]
    for (const [bytes, message] of wrong) expect(() => read(bytes)).toThrow(message)
    for (const plan of [[], [0x72], [0x72, 200, 1], [0x72, 255, 255, 255, 255, 255, 255], [7], [8, 255]]) {
      expect(read(zipSync({ tfplan: Uint8Array.from(plan) }))).toEqual({ type: 'readable' })
    }
  })

  it('is refused when it would unpack to too much, or has too many entries', () => {
    const plan = zipSync({ tfplan: version('1.2.3'), tfstate: state })
    // The unpacked size of an entry, 24 bytes into its record of the directory.
    const directory = Buffer.from(plan).indexOf(Buffer.from('PK\x01\x02', 'latin1'))
    const lying = Buffer.from(plan)
    lying.writeUInt32LE(0xfffffff0, directory + 24)
    expect(() => read(lying)).toThrow('says that it has 4294967280 bytes')
    const one = Buffer.from(zipSync({ x: state }))
    const start = one.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
    const last = Buffer.from(one.subarray(-22))
    last.writeUInt16LE(20_001, 8)
    last.writeUInt16LE(20_001, 10)
    const records = Array<Buffer>(20_001).fill(one.subarray(start, -22))
    expect(() => read(Buffer.concat([one.subarray(0, start), ...records, last]))).toThrow('more than 20000 entries')
    // A small claim about a large entry: no more than the claim is taken.
    const bomb = Buffer.from(zipSync({ tfplan: new Uint8Array(4_000_000) }))
    bomb.writeUInt32LE(10, bomb.indexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24)
    expect(read(bomb)).toEqual({ type: 'readable' })
  })
})
