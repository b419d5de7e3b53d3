// Verdicts on repositories that a test writes down, through one engine for the whole test file.
import { afterAll } from 'vitest'
import { type Engine, startEngine } from '../../kubeconform-wasm/src/index.ts'
import type { Report } from '../report/report.ts'
import { type JudgeOptions, judge } from '../verdict/judge.ts'
import { type Files, temporaryRepository } from './temporary-repository.ts'

export type Judging = {
  readonly engine: Engine
  /** Paths of the sources that the engine was asked to render since the last `forget`. */
  readonly rendered: () => readonly string[]
  /** Judges files as the working tree of a repository. */
  readonly judged: (files: Files, options?: Partial<JudgeOptions>) => Promise<Report>
  /** Judges what a commit of `changes` makes of a commit of `files`; `rendered` then tells of this verdict alone. */
  readonly compared: (files: Files, changes: Files, options?: Partial<JudgeOptions>) => Promise<Report>
}

/** Starts an engine that ends with the test file. */
export function judging(): Judging {
  const real = startEngine({ workers: 2, workload: 'short' })
  afterAll(() => real.close())
  let rendered: string[] = []
  const engine: Engine = {
    ...real,
    render: (tree, request) => {
      rendered.push(request.source.path)
      return real.render(tree, request)
    },
  }
  const today = '2026-06-01'
  return {
    engine,
    rendered: () => rendered,
    judged: async (files, options = {}) => {
      await using repository = temporaryRepository(files)
      return await judge({ repository: repository.path, engine, today, ...options })
    },
    compared: async (files, changes, options = {}) => {
      await using repository = temporaryRepository(files)
      const base = repository.git('rev-parse', 'HEAD')
      repository.commit('change', changes)
      rendered = []
      return await judge({ repository: repository.path, engine, today, base, ...options })
    },
  }
}

/** What a reader sees of the findings: severity, rule, file and line. */
export function seen({ findings }: Report): readonly (readonly [string, string, string])[] {
  return findings.map(({ severity, rule, at }) => [
    severity,
    rule,
    at.line === undefined ? at.file : `${at.file}:${at.line}`,
  ])
}
