import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { startEngine } from './engine.ts'
import { isBuilt } from './testing.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe.skipIf(!isBuilt && process.env.CI !== 'true')('the life of an engine', () => {
  it('ends a call that does not end, within its time limit', async () => {
    const engine = startEngine({ workers: 1, faults: true, timeLimit: 1_500 })
    await engine.call('echo', bytes('started'))
    const began = performance.now()
    await expect(engine.call('fault', bytes('spin'))).rejects.toMatchObject({ code: 'time-limit', operation: 'fault' })
    expect(performance.now() - began).toBeLessThan(10_000)
    expect(new TextDecoder().decode(await engine.call('echo', bytes('again')))).toBe('again')
    await engine.close()
  })

  it('fails what is not answered when it is closed, and everything after', async () => {
    const engine = startEngine({ workers: 1, faults: true })
    const open = ['spin', 'spin', 'spin'].map((kind) => engine.call('fault', bytes(kind)))
    const outcomes = Promise.allSettled(open)
    await engine.close()
    for (const outcome of await outcomes) expect(outcome).toMatchObject({ reason: { code: 'closed' } })
    await expect(engine.call('echo', bytes('late'))).rejects.toMatchObject({ code: 'closed' })
  })

  it('fails every call by name when the engine cannot be read', async () => {
    const engine = startEngine({ workers: 1, directory: new URL('file:///does-not-exist/') })
    await expect(engine.call('echo', bytes('a'))).rejects.toMatchObject({ code: 'start' })
    await expect(engine.call('echo', bytes('b'))).rejects.toThrow(/cannot be read/)
    await engine.close()
  })

  it('reports progress', async () => {
    const seen: number[] = []
    const engine = startEngine({ workers: 1, onProgress: ({ done }) => seen.push(done) })
    await Promise.all(['a', 'b', 'c'].map((word) => engine.call('echo', bytes(word))))
    await engine.close()
    expect(seen.at(-1)).toBe(3)
  })

  it.each([
    ['closed', 'await engine.close()'],
    ['idle', ''],
  ])('leaves no handle that keeps the process alive when it is %s', async (_state, last) => {
    const program = `
      import { startEngine } from '${new URL('./index.ts', import.meta.url)}'
      const engine = startEngine({ workers: 2 })
      await Promise.all(Array.from({ length: 8 }, () => engine.call('echo', new Uint8Array(8))))
      ${last}
      console.log('done')`
    const args = ['--input-type=module', '--eval', program]
    const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 20_000 })
    expect(stdout).toBe('done\n')
  })
})
