// The workflows of this repository, as far as the contract tests look at them.
import { globSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parse } from 'yaml'

const root = resolve(import.meta.dirname, '..')

export type Step = {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}

export type Job = {
  readonly name?: string
  readonly needs?: string | readonly string[]
  readonly uses?: string
  readonly permissions?: Readonly<Record<string, string>>
  readonly 'timeout-minutes'?: number
  readonly steps?: readonly Step[]
}

export type Workflow = {
  readonly permissions?: Readonly<Record<string, string>>
  readonly concurrency?: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

/** Every workflow with its text, sorted by file name. */
export function readWorkflows(): readonly {
  readonly file: string
  readonly text: string
  readonly workflow: Workflow
}[] {
  const files = globSync('.github/workflows/*.{yml,yaml}', { cwd: root }).sort()
  return files.map((path) => {
    const text = readFileSync(join(root, path), 'utf8')
    return { file: basename(path), text, workflow: parse(text) as Workflow }
  })
}

/** The name of the action of this repository that a step calls: `$/actions/validate` is `validate`. */
export const ourAction = (uses: string | undefined): string | undefined =>
  /^\$\/actions\/([^/@]+)$/.exec(uses ?? '')?.[1]
