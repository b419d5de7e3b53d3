// What protection forbids of a push.
import type { Repository } from './repository.ts'

/** Why a branch may not be moved by a direct push, one reason a line. Empty: it may. */
export function refusals(repository: Repository, branch: string, signed: boolean): readonly string[] {
  const rules = repository.state.protections.get(branch)
  if (rules === undefined) return []
  const checks = rules.requiredChecks ?? []
  return [
    ...(rules.requirePullRequest === true ? ['Changes must be made through a pull request.'] : []),
    ...(rules.mergeQueue === true ? ['Changes must be made through the merge queue'] : []),
    // A new commit has no checks yet.
    ...(checks.length > 0 ? [checksExpected(checks)] : []),
    ...(rules.requireSignatures === true && !signed ? ['Commits must have verified signatures.'] : []),
  ]
}

function checksExpected(names: readonly string[]): string {
  return names.length === 1
    ? `Required status check "${names[0]}" is expected.`
    : `${names.length} of ${names.length} required status checks are expected.`
}

export const isRuleset = (repository: Repository, branch: string) =>
  repository.state.protections.get(branch)?.ruleset === true
