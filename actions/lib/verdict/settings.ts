// The settings of a verdict: `.github/seaworthy.yaml` of the tree under judgement, and what the caller asks for over it.
import { type Exemption, parseSettings } from '../contracts/settings.ts'
import type { Severity } from '../findings/finding.ts'
import type { RuleId } from '../findings/rule-ids.ts'
import type { Tree } from '../git/tree.ts'
import { UserError } from '../toolkit/user-error.ts'
import type { JudgeOptions } from './judge.ts'
import { decodeText } from './text.ts'

export type VerdictSettings = {
  readonly file: string
  readonly repositories: readonly string[]
  readonly kubernetesVersions: readonly string[]
  readonly roots: readonly string[]
  readonly severities: Readonly<Partial<Record<RuleId, Severity | 'off'>>>
  readonly exemptions: readonly Exemption[]
  readonly failOn: 'new' | 'any' | 'never'
  readonly crdsPath: string
  readonly today: string
}

export const settingsFile = '.github/seaworthy.yaml'
/** The minor that is safe for all that this project pins, where nobody says which one the cluster runs. */
const defaultVersions = ['1.35'] as const

/** Reads the settings. Throws a UserError with every problem at its line. */
export async function loadSettings(tree: Tree, options: JudgeOptions): Promise<VerdictSettings> {
  const entry = await tree.read(settingsFile)
  const text = entry.type === 'file' ? decodeText(entry.bytes) : undefined
  const { settings, problems } =
    text === undefined ? { settings: undefined, problems: [] } : parseSettings(text, settingsFile)
  if (problems.length > 0) {
    throw new UserError(
      `The settings are not valid:\n${problems.map((problem) => `  ${problem.file}:${problem.line}:${problem.column} ${problem.message}`).join('\n')}`,
      {
        next: 'mend them; the schema of Seaworthy’s repository, schemas/seaworthy.schema.json, describes every field',
      },
    )
  }
  const failOn = options.failOn ?? settings?.failOn ?? 'new'
  return {
    file: settingsFile,
    repositories: settings?.repository ?? [],
    kubernetesVersions: options.kubernetesVersions ?? settings?.kubernetesVersions ?? defaultVersions,
    roots: settings?.roots?.map(cleanPath) ?? [''],
    severities: settings?.severities ?? {},
    exemptions: settings?.exemptions ?? [],
    // Without a base there is nothing to be new against.
    failOn: failOn === 'new' && options.base === undefined ? 'any' : failOn,
    crdsPath: 'schemas/crds',
    today: options.today ?? new Date().toISOString().slice(0, 10),
  }
}

/** `./gitops/` and `gitops` are one folder, and `.` is the root. */
function cleanPath(path: string): string {
  return path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/')
}
