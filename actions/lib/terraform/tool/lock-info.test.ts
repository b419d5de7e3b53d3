import { expect, test } from 'vitest'
import { readLockInfo } from './lock-info.ts'

const id = '6ff91715-c37e-46a4-28c2-9d276f3f61fb'
const mine = '7c0c1409-4b75-fa5d-6339-7f636455b40f'
const summary = 'Error acquiring the state lock'

/** As both tools write it. */
const detail = (message: string, of: string) => `Error message: ${message}
Lock Info:
  ID:        ${of}
  Path:      
  Operation: OperationTypeApply
  Who:       runner@host: 1
  Version:   1.11.4
  Created:   2026-11-21 23:43:10.769713091 +0000 UTC
  Info:      


Terraform acquires a state lock to protect the state from being written
by multiple users at the same time. Info: Path: none of these.`

const read = (text: string | undefined, title = summary) =>
  readLockInfo([{ severity: 'error', summary: title, ...(text === undefined ? {} : { detail: text }) }])

test('every field that is told', () => {
  expect(read(detail('resource temporarily unavailable', id))).toEqual({
    id,
    operation: 'OperationTypeApply',
    who: 'runner@host: 1',
    version: '1.11.4',
    created: '2026-11-21 23:43:10.769713091 +0000 UTC',
  })
})

test('the HTTP backend of OpenTofu shows the lock that is held, that of Terraform the one that it asked for', () => {
  expect(read(detail(`HTTP remote state already locked: ID=${id}`, id))).toMatchObject({ id, who: 'runner@host: 1' })
  expect(read(detail(`HTTP remote state already locked: ID=${id}`, mine))).toEqual({ id })
  expect(read(detail('HTTP remote state already locked, failed to unmarshal body', mine))).toEqual({ id: 'unknown' })
})

test('other errors tell of no lock', () => {
  expect(read('Error message: HTTP remote state endpoint requires auth')).toBeUndefined()
  expect(read(undefined)).toBeUndefined()
  expect(read(detail('x', id), 'Invalid block')).toBeUndefined()
  expect(read('Lock Info:\n  __proto__: x\n  ID: y')).toBeUndefined()
})
