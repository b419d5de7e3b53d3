// Which Applications make an environment: as the settings say, else by a label, a folder or the end of the name.
import type { EnvironmentSettings } from '../../contracts/settings.ts'
import { nearest } from '../../text/nearest.ts'
import { matchesPattern } from '../../text/pattern.ts'
import { listed } from '../../text/words.ts'
import type { WrittenApplication } from './applications.ts'

export type Environments = Readonly<Record<string, EnvironmentSettings>>

/** Labels that name an environment, the first that an Application has. */
const labels = ['environment', 'env', 'app.kubernetes.io/environment'] as const
/** `pre-prod` is not `prod`. */
const others = ['pre', 'non', 'no', 'not', 'post', 'ex', 'old', 'new', 'fake', 'near'] as const

/**
 * The Applications of an environment, or why there are none. Once the settings name environments, only those are known:
 * what holds for an environment must not be passed over by another spelling.
 */
export function applicationsOf(
  environment: string,
  applications: readonly WrittenApplication[],
  settings: Environments,
): readonly WrittenApplication[] | { readonly refused: string } {
  const named = knownEnvironments(settings)
  if (named.length > 0 && !named.includes(environment)) {
    const meant = nearest(environment, named)
    const hint = meant === undefined ? `there are ${listed(named, 12)}` : `did you mean ${meant}?`
    return { refused: `the settings know no environment ${environment}: ${hint}` }
  }
  const {
    applications: patterns,
    files,
    targets,
  } = (Object.hasOwn(settings, environment) ? settings[environment] : undefined) ?? {}
  const found = patterns === undefined ? inferred(environment, applications) : byPattern(patterns, applications)
  // An environment of files and fields alone has no Applications to look for.
  if (found.length > 0 || (patterns === undefined && (files ?? targets) !== undefined)) return found
  if (patterns !== undefined) {
    return {
      refused: `no Application is named ${patterns.join(' or ')}, as the settings say of environment ${environment}`,
    }
  }
  return { refused: nothingInferred(environment, applications) }
}

/** The environments that the settings name, be it only as the one that another takes its versions from. */
export function knownEnvironments(settings: Environments): readonly string[] {
  const sources = Object.values(settings).flatMap((one) => one['promote-from'] ?? [])
  return [...new Set([...Object.keys(settings), ...sources])]
}

const byPattern = (patterns: readonly string[], applications: readonly WrittenApplication[]) =>
  applications.filter(({ application }) => patterns.some((pattern) => matchesPattern(pattern, application.name)))

/** A label decides alone; names count only where no folder is named so. */
function inferred(environment: string, applications: readonly WrittenApplication[]): readonly WrittenApplication[] {
  const unlabelled = applications.filter((one) => labelOf(one) === undefined)
  const labelled = applications.filter((one) => labelOf(one) === environment)
  const byFolder = unlabelled.filter((one) => foldersOf(one).includes(environment))
  const byName =
    byFolder.length > 0 ? [] : unlabelled.filter(({ application }) => endsWith(application.name, environment))
  return applications.filter((one) => [...labelled, ...byFolder, ...byName].includes(one))
}

/** The environment that an Application names by a label. */
export function labelOf({ application }: WrittenApplication): string | undefined {
  return labels.map((label) => application.labels[label]).find((value) => value !== undefined)
}

function foldersOf({ application, sources }: WrittenApplication): readonly string[] {
  const values = sources.flatMap(({ deployed }) => (deployed.type === 'helm' ? deployed.valueFiles : []))
  const folders = values.map(({ file }) => file.slice(0, Math.max(file.lastIndexOf('/'), 0)))
  return [...application.sources.flatMap(({ path }) => path ?? []), ...folders].flatMap((path) => path.split('/'))
}

function endsWith(name: string, environment: string): boolean {
  if (name === environment) return true
  if (!name.endsWith(`-${environment}`)) return false
  const before = name
    .slice(0, -environment.length - 1)
    .split('-')
    .at(-1)
  return !others.some((other) => other === before)
}

function nothingInferred(environment: string, applications: readonly WrittenApplication[]): string {
  if (applications.length === 0) {
    return 'there is no Argo CD Application in the files of this repository: name the files themselves (`files`), or say in the settings which belong to the environment (`environments.<name>.files`)'
  }
  const usual = ['dev', 'development', 'test', 'qa', 'integration', 'staging', 'preprod', 'prod', 'production'] as const
  const guessed = usual.filter((name) => inferred(name, applications).length > 0)
  const known = [...new Set([...applications.flatMap((one) => labelOf(one) ?? []), ...guessed])].sort()
  const meant = nearest(environment, known)
  const hint =
    meant !== undefined
      ? `did you mean ${meant}?`
      : known.length > 0
        ? `there are ${listed(known, 12)}`
        : 'there are none that can be told'
  return `no Application belongs to environment ${environment} by a label \`environment\`, by a folder of its source, or by the end of its name: ${hint}; \`environments\` in the settings can say which do`
}
