// When versions of built-in kinds are deprecated and removed, as Kubernetes' generated lifecycle functions say it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { byCodePoint, sorted } from './json.ts'

export type Lifecycle = {
  readonly deprecatedIn?: string
  readonly removedIn?: string
  /** apiVersion to use instead, with the kind where that changes too. */
  readonly replacement?: string
}

const lifecycleFile = 'zz_generated.prerelease-lifecycle.go'

/** Reads every group and version of the module `k8s.io/api`. */
export function readLifecycle(moduleFolder: string): Readonly<Record<string, Lifecycle>> {
  const found = new Map<string, Lifecycle>()
  const files = readdirSync(moduleFolder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(`/${lifecycleFile}`))
    .sort()
  for (const path of files) {
    const folder = join(moduleFolder, path.slice(0, -lifecycleFile.length))
    const registered = readFileSync(join(folder, 'register.go'), 'utf8')
    const group = /GroupName\s*=\s*"([^"]*)"/.exec(registered)?.[1]
    const version = /Version:\s*"([^"]+)"/.exec(registered)?.[1]
    if (group === undefined || version === undefined) throw new Error(`${path}: no group and version in register.go`)
    const apiVersion = group === '' ? version : `${group}/${version}`
    for (const [kind, lifecycle] of parseLifecycle(readFileSync(join(moduleFolder, path), 'utf8'))) {
      found.set(`${apiVersion}/${kind}`, lifecycle)
    }
  }
  return sorted(found)
}

/** The lifecycle of each kind in one generated file; kinds that only have an introduction are left out, and so are lists. */
export function parseLifecycle(goSource: string): ReadonlyMap<string, Lifecycle> {
  const kinds = new Map<string, Lifecycle>()
  const functions = goSource.matchAll(
    /^func \(in \*(\w+)\) APILifecycle(Deprecated|Removed|Replacement)\(\)[^{]*\{\n\s*return (.*)\n\}/gm,
  )
  for (const [, kind = '', what, value = ''] of functions) {
    if (kind.endsWith('List')) continue
    const release = value.replace(/, /, '.')
    const told =
      what === 'Deprecated'
        ? { deprecatedIn: release }
        : what === 'Removed'
          ? { removedIn: release }
          : replacement(kind, value)
    kinds.set(kind, { ...kinds.get(kind), ...told })
  }
  return kinds
}

function replacement(kind: string, value: string): Lifecycle {
  const [, group = '', version = '', other = ''] =
    /Group: "([^"]*)", Version: "([^"]*)", Kind: "([^"]*)"/.exec(value) ?? []
  const apiVersion = group === '' ? version : `${group}/${version}`
  // The generated code names the list kind for IngressClass: a slip in its source.
  return { replacement: other === kind || other === `${kind}List` ? apiVersion : `${apiVersion} ${other}` }
}

/**
 * Adds what follows from the kinds that each minor serves: the minor in which a kind is missing for the first time, and the most
 * stable version of the newest minor where no replacement is named, or one that is itself gone. `versions` are oldest first.
 */
export function completeLifecycle(
  told: Readonly<Record<string, Lifecycle>>,
  kinds: Readonly<Record<string, { readonly versions: readonly string[] }>>,
  versions: readonly string[],
): Readonly<Record<string, Lifecycle>> {
  const newest = versions.at(-1)
  const current = Object.keys(kinds).filter((key) => kinds[key]?.versions.at(-1) === newest)
  const gone = Object.entries(kinds).flatMap(([key, kind]) => {
    const next = versions[versions.indexOf(kind.versions.at(-1) ?? '') + 1]
    return next === undefined || told[key]?.removedIn !== undefined ? [] : [[key, { removedIn: next }] as const]
  })
  const all = new Map(Object.entries(told))
  for (const [key, lifecycle] of gone) all.set(key, { ...lifecycle, ...all.get(key) })
  return sorted(
    [...all].map(([key, lifecycle]) => {
      const kind = key.slice(key.lastIndexOf('/') + 1)
      const named = lifecycle.replacement
      if (named !== undefined && (!/^[^ ]*v\d\w*$/.test(named) || current.includes(`${named}/${kind}`)))
        return [key, lifecycle]
      const stable = mostStable(current, key)
      return [
        key,
        stable === undefined || stable === key ? lifecycle : { ...lifecycle, replacement: apiVersionOf(stable) },
      ]
    }),
  )
}

const apiVersionOf = (key: string) => key.slice(0, key.lastIndexOf('/'))

/** Among kinds of the same group and name: v2 before v1, a release before beta before alpha. */
function mostStable(keys: readonly string[], like: string): string | undefined {
  const [version, kind] = like.split('/').slice(-2)
  const group = like.slice(0, -`${version}/${kind}`.length)
  const rank = (key: string) => {
    const [, major = '0', stage = 'release', minor = '0'] =
      /v(\d+)(?:(alpha|beta)(\d+))?$/.exec(apiVersionOf(key)) ?? []
    return `${['alpha', 'beta', 'release'].indexOf(stage)}.${major.padStart(3, '0')}.${minor.padStart(3, '0')}`
  }
  const same = keys.filter((key) => key.startsWith(group) && key.slice(group.length).split('/')[1] === kind)
  return same.sort((a, b) => byCodePoint(rank(b), rank(a)))[0]
}
