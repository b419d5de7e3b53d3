import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isFromFork, pullEvent } from './pull-event.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'seaworthy-event-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const read = (event: unknown) => {
  const file = join(folder, 'event.json')
  writeFileSync(file, JSON.stringify(event))
  return pullEvent({ GITHUB_EVENT_PATH: file })
}

const pull = {
  number: 4,
  head: { sha: 'a'.repeat(40), repo: { full_name: 'your-org/platform' } },
  base: { sha: 'b'.repeat(40) },
  user: { login: 'author' },
}

test('the base that judges a change is known without an input', () => {
  expect(read({ pull_request: pull })?.baseSha).toBe('b'.repeat(40))
})

test('what is not this repository is a fork, also one that is gone', () => {
  const gone = read({ pull_request: { ...pull, head: { ...pull.head, repo: null } } })
  expect(isFromFork(gone, 'your-org/platform')).toBe(true)
  expect(isFromFork(read({ pull_request: pull }), 'Your-Org/Platform')).toBe(false)
  expect(isFromFork(read({ pull_request: pull }), 'somebody/platform')).toBe(true)
})

test('another event is about no pull request', () => {
  expect(read({ ref: 'refs/heads/main' })).toBeUndefined()
})
