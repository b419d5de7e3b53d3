// The field paths of kustomize's replacements: `spec.containers.[name=app].env.*`.
import type { Step } from './named-path.ts'
import { mapOf } from './plain.ts'

/** Splits at dots that are neither escaped nor in brackets (kyaml utils.SmarterPathSplitter). */
export function fieldPathParts(path: string): string[] {
  const parts: string[] = []
  let part = ''
  let depth = 0
  for (let at = 0; at < path.length; at += 1) {
    const character = path[at] ?? ''
    if (character === '\\' && path[at + 1] === '.') {
      part += '.'
      at += 1
    } else if (character === '.' && depth === 0) {
      parts.push(part)
      part = ''
    } else {
      if (character === '[') depth += 1
      if (character === ']') depth -= 1
      part += character
    }
  }
  return [...parts, part].filter((name) => name !== '')
}

/** Whether a field path leads to a path, or to what contains it. */
export function fieldPathCovers(path: string, steps: readonly Step[]): boolean {
  const parts = fieldPathParts(path)
  return parts.length > 0 && parts.length <= steps.length && parts.every((part, depth) => covers(part, steps[depth]))
}

function covers(part: string, step: Step | undefined): boolean {
  if (step === undefined || part === '*') return step !== undefined
  const keyed = /^\[([^=\]]*)=(.*)\]$/.exec(part)
  if (keyed !== null && step.item !== undefined) {
    const [, key = '', value = ''] = keyed
    return key === '' ? String(step.item.element) === value : String(mapOf(step.item.element)[key]) === value
  }
  return part === step.name || part === `[${step.name}]`
}
