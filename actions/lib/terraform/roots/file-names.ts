// Which files of a folder the tools read, by their names alone.
import type { ToolName } from './root.ts'

const suffixes: Readonly<Record<ToolName, readonly string[]>> = {
  // Longer ones first: `a.tf.json` must not be taken for something that ends with `.json` alone.
  terraform: ['.tf.json', '.tf'],
  tofu: ['.tofu.json', '.tf.json', '.tofu', '.tf'],
}

/** Files of editors, and hidden ones (`configs.IsIgnoredFile` of Terraform). */
const isIgnored = (name: string) =>
  name.startsWith('.') || name.endsWith('~') || (name.startsWith('#') && name.endsWith('#'))

const suffixOf = (name: string, tool: ToolName) => suffixes[tool].find((suffix) => name.endsWith(suffix))

/** Whether either tool reads it as configuration. */
export const isConfiguration = (name: string) => !isIgnored(name) && suffixOf(name, 'tofu') !== undefined

/** Whether only OpenTofu reads it. */
export const isOnlyTofu = (name: string) => isConfiguration(name) && suffixOf(name, 'terraform') === undefined

/**
 * Configuration that a tool reads, in its order: overrides come last. OpenTofu leaves out `a.tf` beside `a.tofu`, and
 * `a.tf.json` beside `a.tofu.json`.
 */
export function configurationNames(names: readonly string[], tool: ToolName): readonly string[] {
  const all = new Set(names)
  const read = names.filter((name) => {
    const suffix = isIgnored(name) ? undefined : suffixOf(name, tool)
    if (suffix === undefined) return false
    if (tool === 'terraform' || suffix.startsWith('.tofu')) return true
    return !all.has(`${name.slice(0, -suffix.length)}${suffix.replace('.tf', '.tofu')}`)
  })
  const isOverride = (name: string) => {
    const stem = name.slice(0, -(suffixOf(name, tool)?.length ?? 0))
    return stem === 'override' || stem.endsWith('_override')
  }
  const sorted = [...read].sort()
  return [...sorted.filter((name) => !isOverride(name)), ...sorted.filter(isOverride)]
}

/** Whether a tool loads it from the root module's folder without being told. */
export function isVariableFile(name: string): boolean {
  if (isIgnored(name)) return false
  return (
    name === 'terraform.tfvars' ||
    name === 'terraform.tfvars.json' ||
    name.endsWith('.auto.tfvars') ||
    name.endsWith('.auto.tfvars.json')
  )
}

export const lockFileName = '.terraform.lock.hcl'

const neverRoots = new Set(['.terraform', '.terragrunt-cache', '.git', 'node_modules'])

/** Whether a folder holds what tools have put there. */
export const isToolFolder = (folder: string) => folder.split('/').some((name) => neverRoots.has(name))
