// Platform C: the committed bundle has nothing to say about the clean tree, and each seeded fault is found at its line. The faults are
// judged through one engine: that the bundle is made of these sources is proved elsewhere, and a process for each takes a minute more.
// Some at a time, each in a file of its own: each alone is a tools' test.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { judging } from '../../actions/lib/testing/judged.ts'
import type { TemporaryRepository } from '../../actions/lib/testing/temporary-repository.ts'
import { type Fault, faults } from './aiwfe-faults.ts'
import { expectedOf, type Found, groups, judgeWith, platformCopy } from './judge-faults.ts'

const root = join(import.meta.dirname, '../..')
const cli = join(root, 'actions/dist/cli.js')
const run = promisify(execFile)

type Finding = {
  readonly rule: string
  readonly message: string
  readonly at: { readonly file: string; readonly line?: number }
}
type Output = {
  readonly verdict: string
  readonly findings: readonly Finding[]
  readonly coverage: { readonly objects: number; readonly objectsChecked: number }
}

async function check(directory: string): Promise<Output> {
  const options = {
    cwd: directory,
    maxBuffer: 64 * 1024 * 1024,
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
  }
  // Unfit is exit code 1, which is what most of these want.
  const { stdout } = await run(process.execPath, [cli, 'check', '--format', 'json'], options).catch(
    (error: { stdout: string }) => error,
  )
  return JSON.parse(stdout) as Output
}

describe('the verdict on platform C', () => {
  let repository: TemporaryRepository
  const { engine } = judging()

  beforeAll(() => {
    repository = platformCopy()
  })
  afterAll(() => repository.dispose())

  it('has nothing to say about the clean tree, and has seen all of it', async () => {
    const output = await check(repository.path)
    expect(output.findings).toEqual([])
    expect(output.verdict).toBe('fit')
    expect(output.coverage.objects).toBeGreaterThan(150)
    expect(output.coverage.objectsChecked).toBe(output.coverage.objects)
  })

  it('knows at least thirty faults of different kinds', () => {
    expect(new Set(faults.map(({ title }) => title)).size).toBeGreaterThanOrEqual(30)
  })

  /** Of each group, once. */
  const judged = new Map<readonly Fault[], Promise<readonly Found[]>>()

  it.each(groups(faults).flatMap((group) => group.map((fault) => [fault.title, fault, group] as const)))(
    'finds %s',
    async (_title, fault, group) => {
      const findings = judged.get(group) ?? judgeWith(group, repository, engine)
      judged.set(group, findings)
      expect(await findings).toContainEqual(expectedOf(fault))
    },
  )
})
