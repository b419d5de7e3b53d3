// When versions of built-in kinds are deprecated and removed, as Kubernetes' generated lifecycle functions say it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sorted } from './json.ts'

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
  return { replacement: other === kind ? apiVersion : `${apiVersion} ${other}` }
}
