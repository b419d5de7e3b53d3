// A repository with one root in a temporary folder, prepared for the real tool.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { consoleLogger } from '../../../toolkit/logger.ts'
import { type Redactor, redacted } from '../../redact/redactor.ts'
import type { Root, ToolName } from '../../roots/root.ts'
import { type Executable, findExecutable } from '../executable.ts'
import { type PreparedRoot, type PrepareOptions, prepareRoot } from '../prepared-root.ts'

/** The tool that the tests run: `SEAWORTHY_TEST_TOOL` says another. */
export const testTool: ToolName = process.env.SEAWORTHY_TEST_TOOL === 'tofu' ? 'tofu' : 'terraform'

let executable: Promise<Executable> | undefined

/** Found once. */
export function testExecutable(): Promise<Executable> {
  executable ??= findExecutable(testTool, {
    searchPath: process.env.PATH ?? '',
    folder: tmpdir(),
    stop: new AbortController().signal,
  })
  return executable
}

/** Takes one word out of everything. */
export const redactorOf = (word: string): Redactor => {
  const text = (given: string) => given.replaceAll(word, redacted)
  return { text, value: <T>(value: T): T => JSON.parse(text(JSON.stringify(value))), size: 1 }
}

export function rootAt(path: string, more: Partial<Root> = {}): Root {
  return {
    name: path,
    path,
    tool: testTool,
    requiredVersion: [],
    varFiles: [],
    backendConfig: [],
    inputs: [],
    carry: [],
    dependsOn: [],
    at: { file: `${path}/main.tf` },
    ...more,
  }
}

export type RootOnDisk = {
  readonly repository: string
  readonly workFolder: string
  /** What was logged. */
  readonly log: readonly string[]
  readonly write: (files: Readonly<Record<string, string>>) => void
  readonly prepare: (more?: Partial<Root>, options?: Partial<PrepareOptions>) => Promise<PreparedRoot>
  readonly [Symbol.dispose]: () => void
}

/** Files are named from the repository's root; the root module is `infra/main`. */
export function rootOnDisk(files: Readonly<Record<string, string>>): RootOnDisk {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-tool-')))
  const repository = join(base, 'repository')
  const log: string[] = []
  const write = (changes: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(changes)) {
      mkdirSync(dirname(join(repository, name)), { recursive: true })
      writeFileSync(join(repository, name), text)
    }
  }
  write(files)
  return {
    repository,
    workFolder: join(base, 'work'),
    log,
    write,
    prepare: async (more = {}, options = {}) =>
      prepareRoot({
        root: rootAt('infra/main', more),
        executable: await testExecutable(),
        repository,
        workFolder: join(base, 'work'),
        environment: process.env,
        logger: consoleLogger({ write: (line) => log.push(line) }),
        redactor: redactorOf('no such word'),
        stop: new AbortController().signal,
        ...options,
      }),
    [Symbol.dispose]: () => rmSync(base, { recursive: true, force: true }),
  }
}
