// Which values of the environment are secrets: the redactor takes them out of everything.
import type { HclFile } from '../hcl/body.ts'
import { argumentOf, blocksOf, literalOf } from '../roots/hcl-fields.ts'

/** Names that say where something is or which one is meant; their values are what a reviewer reads. */
const harmless =
  /(^|_)(REGION|ENDPOINT|URL|HOST|PROFILE|ACCOUNT_ID|SUBSCRIPTION_ID|TENANT_ID|CLIENT_ID|PROJECT|ZONE|LOCATION|FILE|CALCULATION|VALIDATION|ENABLED|DISABLED)$/i

/** A variable of the configuration whose name says so is one, whether or not somebody has declared it sensitive. */
const secretName = /pass(word|wd|phrase)?|secret|token|api_?key|private_?key|access_?key|credential/i

/**
 * Values of the variables that a tool is given. Those that the settings name are credentials unless their names say
 * otherwise; of `TF_VAR_*` those that the configuration declares sensitive, and those whose names say so.
 * @param given names, as `reduceEnvironment` returns them
 */
export function environmentSecrets(
  environment: Readonly<Record<string, string | undefined>>,
  given: readonly string[],
  configuration: readonly HclFile[],
): readonly string[] {
  const sensitive = sensitiveVariables(configuration)
  return given.flatMap((name) => {
    const value = environment[name]
    if (value === undefined || value === '') return []
    const variable = /^TF_VAR_(.*)$/.exec(name)?.[1]
    const secret = variable === undefined ? !harmless.test(name) : sensitive.has(variable) || secretName.test(variable)
    return secret ? [value] : []
  })
}

/** Names of variables that are not declared `sensitive = false` or left without it: an expression may be true. */
function sensitiveVariables(configuration: readonly HclFile[]): ReadonlySet<string> {
  return new Set(
    configuration.flatMap(({ body }) =>
      blocksOf(body, 'variable').flatMap(({ labels: [name], body: inside }) => {
        const flag = argumentOf(inside, 'sensitive')
        return name === undefined || flag === undefined || literalOf(flag.value) === 'false' ? [] : [name]
      }),
    ),
  )
}
