// `seaworthy check`: the verdict on a folder, in one of four forms.
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Report } from '../lib/report/report.ts'
import { errorMessage, UserError } from '../lib/toolkit/user-error.ts'
import type { judge as Judge } from '../lib/verdict/judge.ts'
import { type Arguments, type Command, exitCodes, type Terminal } from './command.ts'

const formats = ['text', 'json', 'sarif', 'junit'] as const
const failOns = ['new', 'any', 'never'] as const

export const check: Command = {
  usage: 'check [PATH] [options]',
  description:
    'Renders what Argo CD would deploy from the repository that PATH (default: here) is in,\nand checks it as the API server would.',
  maxPositionals: 1,
  options: {
    base: { type: 'string', value: 'REV', help: 'Compare with this commit: what it has already does not count.' },
    head: { type: 'string', value: 'REV', help: 'Judge this commit instead of the working tree.' },
    format: { type: 'string', short: 'f', value: 'FORM', choices: formats, help: 'Form of the report.' },
    'fail-on': {
      type: 'string',
      value: 'WHICH',
      choices: failOns,
      help: 'Which errors make the exit code 1. Without --base new means any.',
    },
    'kubernetes-versions': {
      type: 'string',
      value: 'LIST',
      help: 'Kubernetes minors to check against, such as 1.35,1.36.',
    },
    output: {
      type: 'string',
      short: 'o',
      value: 'FILE',
      help: 'Write the report there; the first line still goes to stderr, unless --quiet.',
    },
    quiet: { type: 'boolean', short: 'q', help: 'No progress; of the text only the first line.' },
  },
  notes: `Examples:
  seaworthy check                          this folder, as it is
  seaworthy check --base origin/main       what my branch adds
  seaworthy check gitops -f sarif -o report.sarif

Exit codes: 0 fit (or --fail-on never), 1 not fit, 2 wrong use or nothing could be judged.`,
  run: async (given, terminal) => {
    const { judge } = await import('../lib/verdict/judge.ts')
    return runCheck(given, terminal, judge)
  },
}

/** @param judge replaced in tests. Returns the exit code. */
export async function runCheck(
  { values, positionals }: Arguments,
  terminal: Terminal,
  judge: typeof Judge,
): Promise<number> {
  const [{ locate }, { progressLine }] = await Promise.all([
    import('../validate/repository.ts'),
    import('./progress.ts'),
  ])
  const quiet = values.quiet === true
  const progress = progressLine(terminal, quiet)
  const failOn = failOns.find((which) => which === values['fail-on'])
  const versions = readVersions(values['kubernetes-versions'])
  const base = readRevision('base', values.base)
  const head = readRevision('head', values.head)
  const place = locate(resolve(terminal.cwd, positionals[0] ?? '.'))
  let report: Report
  try {
    report = await judge({
      ...place,
      ...(base !== undefined && { base }),
      ...(head !== undefined && { head }),
      ...(versions !== undefined && { kubernetesVersions: versions }),
      ...(failOn !== undefined && { failOn }),
      onProgress: progress.show,
    })
  } finally {
    progress.clear()
  }
  await deliver(report, { format: String(values.format ?? 'text'), output: values.output, quiet }, terminal)
  return exitCode(report)
}

async function deliver(
  report: Report,
  { format, output, quiet }: { readonly format: string; readonly output: unknown; readonly quiet: boolean },
  terminal: Terminal,
): Promise<void> {
  const toFile = typeof output === 'string'
  const text = await render(report, format, quiet, toFile ? { ...terminal, color: false, width: undefined } : terminal)
  if (!toFile) return terminal.write(text)
  const file = resolve(terminal.cwd, output)
  try {
    writeFileSync(file, text)
  } catch (cause) {
    throw new UserError(`The report cannot be written: ${errorMessage(cause)}`, {
      where: file,
      next: 'name another file with --output',
      cause,
    })
  }
  const { answerLine } = await import('../lib/report/text.ts')
  if (!quiet) terminal.warn(`${answerLine(report)}\n`)
}

async function render(report: Report, format: string, quiet: boolean, { color, width }: Terminal): Promise<string> {
  if (format === 'json') return (await import('../lib/report/json.ts')).renderJson(report)
  if (format === 'junit') return (await import('../lib/report/junit.ts')).renderJunit(report)
  if (format === 'sarif') {
    const [{ renderSarif }, { descriptions }, { version }] = await Promise.all([
      import('../lib/report/sarif.ts'),
      import('../lib/rules/index.ts'),
      import('../lib/report/version.ts'),
    ])
    return renderSarif(report, { rules: descriptions, toolVersion: version, codeScanning: false })
  }
  const { answerLine, renderText } = await import('../lib/report/text.ts')
  return quiet ? `${answerLine(report)}\n` : renderText(report, { color, width })
}

function exitCode({ verdict, failOn }: Report): number {
  if (verdict === 'unjudged') return exitCodes.wrong
  return verdict === 'unfit' && failOn !== 'never' ? exitCodes.unfit : exitCodes.fit
}

function readVersions(value: unknown): readonly string[] | undefined {
  if (typeof value !== 'string') return undefined
  const versions = value.split(',').map((version) => version.trim())
  const wrong = versions.find((version) => !/^1\.\d{1,3}$/.test(version))
  if (wrong === undefined) return versions
  throw new UserError(`--kubernetes-versions does not take "${wrong}".`, { next: 'name minors, such as 1.35,1.36' })
}

/** A revision goes to git as an argument: one word that is no option. */
function readRevision(option: string, value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  if (/^[^-\s]\S*$/.test(value)) return value
  throw new UserError(`--${option} does not take "${value}".`, { next: 'name a commit, branch or tag' })
}
