// The testbed itself: what happens when a process of it dies, or the one that has started it.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startTestbed, type Testbed } from './start.ts'

const program = resolve(import.meta.dirname, '../testbed.ts')

async function withTestbed(work: (testbed: Testbed, died: Promise<string>) => Promise<void>): Promise<void> {
  let tell = (_: string) => {}
  const died = new Promise<string>((done) => {
    tell = done
  })
  const testbed = await startTestbed({ argocd: false, operators: false, died: (text) => tell(text) })
  try {
    await work(testbed, died)
  } finally {
    await testbed.stop()
  }
}

const isAlive = (pid: number) => existsSync(`/proc/${pid}`)

async function until(condition: () => boolean, limitMs = 10_000): Promise<void> {
  const limit = performance.now() + limitMs
  while (!condition() && performance.now() < limit) await new Promise((done) => setTimeout(done, 20))
  expect(condition()).toBe(true)
}

describe('a process that dies', () => {
  test.each(['etcd', 'kube-apiserver', 'kwok'])(
    '%s is named with its last words, and everything ends',
    async (name) => {
      await withTestbed(async ({ ids, api, folder }, died) => {
        const all = [...ids().values()]
        process.kill(ids().get(name) ?? 0, 'SIGKILL')
        const text = await died
        expect(text).toContain(`${name} of the testbed was ended by SIGKILL. The last lines of its log:\n  `)
        await until(() => !all.some(isAlive))
        // Whoever asks the API server afterwards is told the cause, not that the connection was refused.
        await expect(api.get('/api/v1/namespaces/default')).rejects.toThrow(`${name} of the testbed was ended`)
        expect(existsSync(folder)).toBe(true)
      })
    },
  )

  test('does not keep the next testbed from working', async () => {
    await withTestbed(async ({ api }) => {
      expect(await api.get('/api/v1/namespaces/default')).toMatchObject({ metadata: { name: 'default' } })
    })
  })
})

describe('npm run testbed', () => {
  async function started(): Promise<{ child: ChildProcess; output: () => string; folder: string }> {
    const child = spawn(process.execPath, [program, '--no-argocd', '--no-operators'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    let text = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
    let gone = false
    child.once('close', () => {
      gone = true
    })
    await until(() => gone || text.includes('Ctrl-C ends it'), 60_000).catch(() => child.kill('SIGKILL'))
    expect(text).toContain('Ctrl-C ends it')
    const folder = /KUBECONFIG=(\S+)\/kubeconfig/.exec(text)?.[1] ?? ''
    expect(existsSync(folder)).toBe(true)
    return { child, output: () => text, folder }
  }
  const ended = (child: ChildProcess) => new Promise<number | null>((done) => child.once('close', done))
  /** Processes that were given the folder as their home, which are those of the testbed. */
  const processesIn = (folder: string) =>
    readdirSync('/proc').filter(
      (pid) => /^\d+$/.test(pid) && environmentOf(pid)?.includes(`HOME=${join(folder, 'home')}`),
    )

  test('says how to use it, and leaves nothing after Ctrl-C', async () => {
    const { child, output, folder } = await started()
    expect(processesIn(folder).length).toBeGreaterThanOrEqual(5)
    // As a terminal does: to the whole group.
    process.kill(-(child.pid ?? 0), 'SIGINT')
    expect(await ended(child)).toBe(0)
    expect(output()).toContain('kubectl get nodes')
    expect(output()).toContain('stopped; nothing is left')
    expect(existsSync(folder)).toBe(false)
    expect(processesIn(folder)).toEqual([])
  })

  test('leaves no process when it is killed, and its folder goes with the next', async () => {
    const { child, folder } = await started()
    child.kill('SIGKILL')
    await ended(child)
    await until(() => processesIn(folder).length === 0)
    await withTestbed(async () => expect(existsSync(folder)).toBe(false))
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`seaworthy-testbed-${child.pid}-`))).toEqual([])
  })
})

function environmentOf(pid: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8')
  } catch {
    return undefined
  }
}
