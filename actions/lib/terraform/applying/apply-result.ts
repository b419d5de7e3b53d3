// The result of a root that is applied, or is not.
import type { RootToPlan } from '../planning/planning-context.ts'
import type { ApplyResult } from '../result/apply-result.ts'

/** A result with what is always known of a root. */
export const resultOf = (
  { root, wave }: Pick<RootToPlan, 'root' | 'wave'>,
  rest: Pick<ApplyResult, 'outcome'> & Partial<ApplyResult>,
): ApplyResult => ({
  root: root.name,
  path: root.path,
  wave,
  ...(root.environment !== undefined && { environment: root.environment }),
  differences: [],
  applied: [],
  notApplied: [],
  diagnostics: [],
  outputs: [],
  durationMs: 0,
  ...rest,
})
