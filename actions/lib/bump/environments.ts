// Which Applications make an environment: as the settings say, else by a label, a folder or a part of the name.
import type { EnvironmentSettings } from '../contracts/settings.ts'
import { nearest } from '../text/nearest.ts'
import { matchesPattern } from '../text/pattern.ts'
import type { WrittenApplication } from './applications.ts'

/** Labels that name an environment, the first that an Application has. */
const labels = ['environment', 'env', 'app.kubernetes.io/environment'] as const

/** The Applications of an environment, or a message that says which environments there are. */
export function applicationsOf(
  environment: string,
  applications: readonly WrittenApplication[],
  settings: Readonly<Record<string, EnvironmentSettings>>,
): readonly WrittenApplication[] | { readonly refused: string } {
  const patterns = Object.hasOwn(settings, environment) ? settings[environment]?.applications : undefined
  const found = applications.filter((one) =>
    patterns === undefined
      ? isOfEnvironment(one, environment)
      : patterns.some((pattern) => matchesPattern(pattern, one.application.name)),
  )
  if (found.length > 0) return found
  if (patterns !== undefined) {
    return {
      refused: `no Application is named ${patterns.join(' or ')}, as the settings say of environment ${environment}`,
    }
  }
  const known = knownEnvironments(applications, Object.keys(settings))
  const meant = nearest(environment, known)
  const hint =
    meant !== undefined
      ? `did you mean ${meant}?`
      : known.length > 0
        ? `there are ${known.slice(0, 12).join(', ')}`
        : 'no Application has a label `environment`'
  return {
    refused: `no Application belongs to environment ${environment} by a label, by a folder of its source, or by its name: ${hint}; \`environments\` in the settings can say which do`,
  }
}

/** The environment that an Application belongs to without settings: of its label, else undefined. */
export function labelOf({ application }: WrittenApplication): string | undefined {
  return labels.map((label) => application.labels[label]).find((value) => value !== undefined)
}

function isOfEnvironment(one: WrittenApplication, environment: string): boolean {
  const label = labelOf(one)
  if (label !== undefined) return label === environment
  const folders = one.application.sources.flatMap(({ path }) => path?.split('/') ?? [])
  if (folders.includes(environment)) return true
  return `-${one.application.name}-`.includes(`-${environment}-`)
}

function knownEnvironments(
  applications: readonly WrittenApplication[],
  inSettings: readonly string[],
): readonly string[] {
  const usual = ['dev', 'development', 'test', 'qa', 'integration', 'staging', 'preprod', 'prod', 'production'] as const
  const labelled = applications.flatMap((one) => labelOf(one) ?? [])
  const guessed = usual.filter((name) => applications.some((one) => isOfEnvironment(one, name)))
  return [...new Set([...inSettings, ...labelled, ...guessed])].sort()
}
