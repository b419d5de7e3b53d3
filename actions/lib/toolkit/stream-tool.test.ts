import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ToolError } from './exec.ts'
import { type StreamRequest, type StreamResult, streamTool } from './stream-tool.ts'

const never = new AbortController().signal

const node = (code: string, more: Partial<StreamRequest> = {}): Promise<StreamResult> =>
  streamTool({
    tool: process.execPath,
    args: ['-e', code],
    cwd: tmpdir(),
    environment: {},
    stop: never,
    ...more,
  })

/** Says that it runs, then counts what it is sent; ends by itself half a second after the first. */
const counting = `
  let sent = 0
  for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => {
    if (sent++ === 0) setTimeout(() => { console.log('sent ' + sent); process.exit(3) }, 500)
  })
  setInterval(() => {}, 1000)
  console.log('runs')
`

describe.concurrent.each(['a pipe', 'a file'])('output by %s', (way) => {
  const folder = mkdtempSync(join(tmpdir(), 'seaworthy-stream-'))
  const by = way === 'a file' ? { outputFolder: folder } : {}

  test('lines, stderr and exit code, with none of our own variables', async () => {
    const lines: string[] = []
    const code =
      'console.log(JSON.stringify(process.env)); console.log("käse"); console.error("e"); process.exitCode = 2'
    const result = await node(code, { ...by, environment: { ONLY: 'this' }, onLine: (line) => lines.push(line) })
    expect(lines).toEqual(['{"ONLY":"this"}', 'käse'])
    expect(result).toMatchObject({ exitCode: 2, stderr: 'e\n', stopped: undefined, leftRunning: false })
    expect(readdirSync(folder)).toEqual([])
    if (way === 'a file') rmSync(folder, { recursive: true })
  })

  test('it is asked to end once, however often we are, and waited for', async () => {
    const other = mkdtempSync(join(tmpdir(), 'seaworthy-stream-'))
    const controller = new AbortController()
    const lines: string[] = []
    const result = await node(counting, {
      ...(way === 'a file' ? { outputFolder: other } : {}),
      stop: controller.signal,
      timeoutMs: 5_000,
      onLine: (line) => {
        lines.push(line)
        controller.abort()
        controller.abort()
      },
    })
    rmSync(other, { recursive: true })
    expect(lines).toEqual(['runs', 'sent 1'])
    expect(result).toMatchObject({ exitCode: 3, stopped: 'signal', leftRunning: false })
  })
})

test.concurrent('its children are not sent anything', async () => {
  const controller = new AbortController()
  const child = `process.on('SIGINT', () => console.log('child was sent it')); setTimeout(() => {}, 700); console.log('runs')`
  const parent = `
    process.on('SIGINT', () => console.log('parent was sent it'))
    require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: 'inherit' }).on('exit', () => process.exit())
  `
  const lines: string[] = []
  const onLine = (line: string) => {
    lines.push(line)
    controller.abort()
  }
  await node(parent, { stop: controller.signal, onLine })
  expect(lines).toEqual(['runs', 'parent was sent it'])
})

test.concurrent('one that does not end is left alone when our patience is at its end', async () => {
  const result = await node(`process.on('SIGINT', () => {}); console.log('runs'); setTimeout(() => {}, 3000)`, {
    timeoutMs: 400,
    patienceMs: 100,
  })
  expect(result).toMatchObject({ stopped: 'timeout', leftRunning: true, exitCode: undefined })
  // It is there: to be asked costs it nothing.
  expect(process.kill(result.pid ?? 0, 0)).toBe(true)
})

test.concurrent('one that says too much is asked to end, and no more of it is kept', async () => {
  const result = await node('setInterval(() => process.stdout.write("x".repeat(65536)), 0)', {
    maxOutputBytes: 100_000,
  })
  expect(result).toMatchObject({ stopped: 'output', endedBy: 'SIGINT', exitCode: undefined })
  expect(result.stdout.length).toBeLessThanOrEqual(100_000)
})

test.concurrent('a line that is too long is left out and counted', async () => {
  const lines: string[] = []
  const result = await node('console.log("x".repeat(2000)); console.log("short")', {
    maxLineBytes: 1000,
    onLine: (line) => lines.push(line),
  })
  expect(lines).toEqual(['short'])
  expect(result.linesLeftOut).toBe(1)
})

test.concurrent('of much stderr the end is kept', async () => {
  const { stderr } = await node('for (let i = 0; i < 20000; i++) console.error("line " + i)')
  expect(stderr.length).toBeLessThanOrEqual(64 * 1024)
  expect(stderr.endsWith('line 19999\n')).toBe(true)
})

test.concurrent('what the reader throws ends the tool and comes out', async () => {
  const onLine = () => {
    throw new Error('cannot read this')
  }
  await expect(node(counting, { onLine })).rejects.toThrow('cannot read this')
})

test.concurrent('a tool that is not there, and one that was to stop before it began', async () => {
  await expect(node('', { tool: '/no/such/tool' })).rejects.toBeInstanceOf(ToolError)
  const result = await node('setInterval(() => {}, 1000)', { stop: AbortSignal.abort() })
  expect(result).toMatchObject({ stopped: 'signal', endedBy: 'SIGINT' })
})
