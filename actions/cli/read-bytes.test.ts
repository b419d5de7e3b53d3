import { execFileSync } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readBytes } from './read-bytes.ts'
import { fakeTerminal } from './testing/fake-terminal.ts'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-read-')))
afterAll(() => rmSync(folder, { recursive: true }))
writeFileSync(join(folder, 'ten'), '0123456789')
execFileSync('mkfifo', [join(folder, 'pipe')])

const terminal = fakeTerminal({
  cwd: folder,
  input: async function* () {
    yield Buffer.from('from ')
    yield Buffer.from('stdin')
  },
})
const read = async (path: string, maxBytes = 10) =>
  (await readBytes(terminal, path, { maxBytes, next: 'name another' })).toString()

it('reads a file, stdin and a pipe, up to the limit and with it', async () => {
  expect(await read('ten')).toBe('0123456789')
  expect(await read('-')).toBe('from stdin')
  const [text] = await Promise.all([read('pipe'), writeFile(join(folder, 'pipe'), 'piped')])
  expect(text).toBe('piped')
})

it.each([
  ['ten', 9, 'It is larger than 0 MiB'],
  ['-', 9, 'It is larger than 0 MiB, and is not read.\n  at: stdin'],
  ['nothing', 9, 'There is no such file.\n  at: '],
  ['.', 9, 'This is a folder.\n  at: '],
])('refuses %s', async (path, limit, message) => {
  await expect(read(path, limit)).rejects.toThrow(message)
})
