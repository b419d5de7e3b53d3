import { expect, test } from 'vitest'
import { displayCommand, runTool, scrub, ToolError, type ToolRequest } from './exec.ts'

const node = (code: string, more: Partial<ToolRequest> = {}) =>
  runTool({ tool: process.execPath, args: ['-e', code], ...more })

const failure = async (promise: Promise<unknown>): Promise<ToolError> => {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof ToolError)) throw new Error(`expected a ToolError, got ${String(error)}`)
  return error
}

test('output, exit code and stdin', async () => {
  const result = await node('process.stdin.pipe(process.stdout); console.error("e"); process.exitCode = 2', {
    stdin: 'käse',
    acceptExitCodes: [0, 2],
  })
  expect(result).toMatchObject({ exitCode: 2, stdout: 'käse', stderr: 'e\n' })
})

test('arguments reach the tool as they are', async () => {
  const args = ['a b', '$HOME', '`id`', '; rm -rf /', "it's", '', '*']
  const result = await runTool({
    tool: process.execPath,
    args: ['-e', 'console.log(JSON.stringify(process.argv.slice(1)))', '--', ...args],
  })
  expect(JSON.parse(result.stdout)).toEqual(args)
})

test('the tool sees only the variables it was given', async () => {
  process.env.UNRELATED_TOKEN = 'hunter2'
  process.env.WANTED = 'yes'
  try {
    const result = await node('console.log(JSON.stringify(process.env))', {
      inherit: ['WANTED'],
      env: { MODE: 'test' },
    })
    const seen: Record<string, string> = JSON.parse(result.stdout)
    expect(seen).toMatchObject({ WANTED: 'yes', MODE: 'test', PATH: process.env.PATH })
    expect(seen).not.toHaveProperty('UNRELATED_TOKEN')
  } finally {
    delete process.env.UNRELATED_TOKEN
    delete process.env.WANTED
  }
})

test('an exit code that was not expected names the command and what the tool said', async () => {
  const error = await failure(runTool({ tool: 'git', args: ['--no-such-option', 'to ken'], secrets: ['to ken'] }))
  expect(error.exitCode).toBe(129)
  expect(error.message).toMatch(
    /^git failed with exit code 129\.\n {2}at: git --no-such-option '\*\*\*'\n {2}next: it said:\nunknown option/,
  )
})

test('secrets are scrubbed from stderr', async () => {
  const result = await node('console.error("token hunter22 hunter2")', { secrets: ['hunter2', 'hunter22'] })
  expect(result.stderr).toBe('token *** ***\n')
})

test('a tool that hangs is stopped with its children, even if it ignores the request', async () => {
  const child = 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)'
  const parent = `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(child)}], { stdio: "inherit" }); ${child}`
  const started = performance.now()
  const error = await failure(node(parent, { timeoutMs: 300 }))
  // stdout is shared with the grandchild: the call could not have ended while that lived.
  expect(error.message).toContain('did not end within 0.3 s')
  expect(performance.now() - started).toBeLessThan(10_000)
})

test('a tool that says too much is stopped', async () => {
  const error = await failure(
    node('setInterval(() => process.stdout.write("x".repeat(65536)), 0)', { maxOutputBytes: 100_000 }),
  )
  expect(error.message).toContain('wrote more than 100000 bytes to stdout')
})

test('a tool that reads none of its stdin is judged by its exit code', async () => {
  expect(await node('process.exit(0)', { stdin: 'x'.repeat(1_000_000) })).toMatchObject({ exitCode: 0 })
})

test('a tool that is not there', async () => {
  const error = await failure(runTool({ tool: 'no-such-tool', args: [] }))
  expect(error.message).toBe('no-such-tool was not found.\n  at: no-such-tool\n  next: install it, or put it on PATH')
})

test('display strings can be pasted into a shell and hold no secret', () => {
  expect(displayCommand('git', ['commit', '-m', "it's", '--', 'a/b.ts'])).toBe(`git commit -m 'it'\\''s' -- a/b.ts`)
  expect(scrub('abcabc', ['', 'abc'])).toBe('******')
})
