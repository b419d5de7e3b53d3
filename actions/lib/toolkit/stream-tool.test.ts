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

/** Says that it runs, then what it is sent; ends by itself some time after the first. */
const counting = `
  let sent = 0
  for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => {
    console.log('sent ' + name)
    if (sent++ === 0) setTimeout(() => process.exit(3), 400)
  })
  setInterval(() => {}, 1000)
  console.log('runs')
`

describe.concurrent.each(['a pipe', 'a file'])('output by %s', (way) => {
  const by = (): Partial<StreamRequest> & Disposable => {
    const folder = mkdtempSync(join(tmpdir(), 'seaworthy-stream-'))
    return {
      ...(way === 'a file' ? { outputFolder: folder } : {}),
      [Symbol.dispose]: () => {
        // Nothing of the output stays.
        expect(readdirSync(folder)).toEqual([])
        rmSync(folder, { recursive: true })
      },
    }
  }

  test('lines, stderr and exit code, with none of our own variables', async () => {
    using output = by()
    const lines: string[] = []
    const code =
      'console.log(JSON.stringify(process.env)); console.log("käse"); console.error("e"); process.exitCode = 2'
    const result = await node(code, { ...output, environment: { ONLY: 'this' }, onLine: (line) => lines.push(line) })
    expect(lines).toEqual(['{"ONLY":"this"}', 'käse'])
    expect(result).toMatchObject({ exitCode: 2, stderr: 'e\n', stopped: undefined, leftRunning: false })
  })

  test.each(['signal', 'timeout'] as const)(
    'asked to end by %s first, it is sent one SIGINT and waited for',
    async (first) => {
      using output = by()
      const controller = new AbortController()
      const lines: string[] = []
      const result = await node(counting, {
        ...output,
        stop: controller.signal,
        timeoutMs: first === 'timeout' ? 400 : 450,
        onLine: (line) => {
          lines.push(line)
          if (first === 'signal' || line.startsWith('sent')) controller.abort()
        },
      })
      expect(lines).toEqual(['runs', 'sent SIGINT'])
      expect(result).toMatchObject({ exitCode: 3, stopped: first, leftRunning: false })
    },
  )
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
