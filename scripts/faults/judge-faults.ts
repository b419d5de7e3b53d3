// Judges platform C with faults in it, and says where each of them must be found.
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type TemporaryRepository, temporaryRepository } from '../../actions/lib/testing/temporary-repository.ts'
import { judge } from '../../actions/lib/verdict/judge.ts'
import type { Fault } from './aiwfe-faults.ts'
import { seeded } from './seeded.ts'

const root = join(import.meta.dirname, '../..')

type Engine = NonNullable<Parameters<typeof judge>[0]['engine']>
export type Found = { readonly rule: string; readonly file: string; readonly line: number | undefined }

/** A clean copy of the platform, committed. */
export function platformCopy(): TemporaryRepository {
  const repository = temporaryRepository()
  for (const part of ['gitops', '.github/seaworthy.yaml']) {
    cpSync(join(root, part), join(repository.path, part), { recursive: true })
  }
  repository.commit('clean')
  return repository
}

/**
 * Groups of at most four faults in different files, so that one verdict tells of all of them. In an overlay a fault may hide
 * what others do to its base: those are judged alone.
 */
export function groups(faults: readonly Fault[]): readonly (readonly Fault[])[] {
  const isOverlay = ({ file }: Fault) => file.includes('/overlays/')
  const all: Fault[][] = []
  for (const fault of faults.filter((one) => !isOverlay(one))) {
    const fits = all.find((group) => group.length < 4 && group.every(({ file }) => file !== fault.file))
    if (fits === undefined) all.push([fault])
    else fits.push(fault)
  }
  return [...all, ...faults.filter(isOverlay).map((fault) => [fault])]
}

/** What is found with these faults, each in a file of its own, in the platform; it is clean again afterwards. */
export async function judgeWith(
  faults: readonly Fault[],
  repository: TemporaryRepository,
  engine: Engine,
): Promise<readonly Found[]> {
  const clean = faults.map(
    ({ file }) => [join(repository.path, file), readFileSync(join(repository.path, file), 'utf8')] as const,
  )
  try {
    for (const [index, [path, text]] of clean.entries()) writeFileSync(path, seeded(faults[index] as Fault, text))
    const { findings } = await judge({ repository: repository.path, engine })
    return findings.map(({ rule, at }) => ({ rule, file: at.file, line: at.line }))
  } finally {
    for (const [path, text] of clean) writeFileSync(path, text)
  }
}

/** Where a fault must be found. */
export function expectedOf(fault: Fault): Found {
  const broken = seeded(fault, readFileSync(join(root, fault.file), 'utf8'))
  return { rule: fault.rule, file: fault.in ?? fault.file, line: lineOf(broken, fault.at ?? fault.replace) }
}

function lineOf(text: string, part: string): number {
  const at = text.indexOf(part)
  expect(at, `the text ${JSON.stringify(part)}`).toBeGreaterThanOrEqual(0)
  // Blank and newline at the start of a part belong to the line before what a reader looks for.
  return text.slice(0, at + (part.length - part.trimStart().length)).split('\n').length
}
