// Whether a field path of kustomize's replacements leads to a place in a rendered object.
import { fieldPathParts, itemSelector } from '../../yaml/field-path.ts'
import type { Step } from './named-path.ts'
import { mapOf } from './plain.ts'

/** Whether a field path leads to a path, or to what contains it. */
export function fieldPathCovers(path: string, steps: readonly Step[]): boolean {
  const parts = fieldPathParts(path)
  return parts.length > 0 && parts.length <= steps.length && parts.every((part, depth) => covers(part, steps[depth]))
}

function covers(part: string, step: Step | undefined): boolean {
  if (step === undefined || part === '*') return step !== undefined
  const selector = itemSelector(part)
  if (selector !== undefined && step.item !== undefined) {
    const { element } = step.item
    return String(selector.key === '' ? element : mapOf(element)[selector.key]) === selector.value
  }
  return part === step.name || part === `[${step.name}]`
}
