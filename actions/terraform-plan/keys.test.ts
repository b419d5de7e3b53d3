import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { terraformOptions } from '../lib/contracts/terraform-settings.ts'
import { sealing } from './keys.ts'

const key = (name: string) => createHash('sha256').update(name).digest('base64')
const unasked = () => Promise.reject(new Error('nobody has to know'))
const off = terraformOptions({ encryption: 'off' })

test('the first key seals, all of them open', async () => {
  const { keys, sealWith, fingerprintKey } = await sealing(`${key('new')}\n${key('old')}`, terraformOptions(), unasked)
  expect(keys).toHaveLength(2)
  expect(sealWith).toBe(keys[0])
  expect(fingerprintKey).toBe(keys[0]?.fingerprint)
})

test('without a key nothing is kept, and no two runs have the same fingerprints', async () => {
  const runs = [
    await sealing(undefined, terraformOptions(), unasked),
    await sealing(undefined, terraformOptions(), unasked),
  ]
  expect(runs.map(({ sealWith }) => sealWith)).toEqual([undefined, undefined])
  expect(Buffer.from(runs[0]?.fingerprintKey ?? [])).not.toEqual(Buffer.from(runs[1]?.fingerprintKey ?? []))
})

test.each(['public', 'internal'] as const)(
  'plans in clear are refused in a repository that is %s',
  async (visibility) => {
    await expect(sealing(undefined, off, async () => visibility)).rejects.toThrow(
      new RegExp(`encryption: off\`, and the repository is ${visibility}`),
    )
  },
)

test('plans in clear are kept in a private repository, where the settings say so', async () => {
  expect((await sealing(undefined, off, async () => 'private')).sealWith).toBe('unencrypted')
})

test('a key seals whatever the settings say', async () => {
  expect((await sealing(key('a'), off, unasked)).sealWith).not.toBe('unencrypted')
})
