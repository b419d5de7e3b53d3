// Platform C: the committed bundle has nothing to say about the clean tree, and each seeded fault is found at its line. The faults are
// judged through one engine: that the bundle is made of these sources is proved elsewhere, and a process for each takes a minute more.
import { execFile } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { judging } from '../../actions/lib/testing/judged.ts'
import { type TemporaryRepository, temporaryRepository } from '../../actions/lib/testing/temporary-repository.ts'
import { judge } from '../../actions/lib/verdict/judge.ts'
import { faults } from './aiwfe-faults.ts'
import { seeded } from './seeded.ts'

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

function lineOf(text: string, part: string): number {
  const at = text.indexOf(part)
  expect(at, `the text ${JSON.stringify(part)}`).toBeGreaterThanOrEqual(0)
  // Blank and newline at the start of a part belong to the line before what a reader looks for.
  return text.slice(0, at + (part.length - part.trimStart().length)).split('\n').length
}

describe('the verdict on platform C', () => {
  let repository: TemporaryRepository
  const { engine } = judging()

  beforeAll(() => {
    repository = temporaryRepository()
    for (const part of ['gitops', '.github/seaworthy.yaml'])
      cpSync(join(root, part), join(repository.path, part), { recursive: true })
    repository.commit('clean')
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

  it.each(faults.map((fault) => [fault.title, fault] as const))('finds %s', async (_title, fault) => {
    const path = join(repository.path, fault.file)
    const clean = readFileSync(path, 'utf8')
    try {
      const broken = seeded(fault, clean)
      writeFileSync(path, broken)
      const { findings } = await judge({ repository: repository.path, engine })
      const expected = {
        rule: fault.rule,
        file: fault.in ?? fault.file,
        line: lineOf(broken, fault.at ?? fault.replace),
      }
      const found = findings.map(({ rule, at }) => ({ rule, file: at.file, line: at.line }))
      expect(found, JSON.stringify(findings.map(({ message }) => message))).toContainEqual(expected)
    } finally {
      writeFileSync(path, clean)
    }
  })
})
