// All rules, and what is said of every rule id.
import { ruleIds } from '../findings/rule-ids.ts'
import { deleteHook } from './delete-hook.ts'
import { duplicateHostname } from './duplicate-hostname.ts'
import { engineRules } from './engine-rules.ts'
import { imageNotExact } from './image-not-exact.ts'
import { infrastructureIdentity } from './infrastructure-identity.ts'
import { jsonnetSource } from './jsonnet-source.ts'
import { kustomizeHelmGlobals } from './kustomize-helm-globals.ts'
import { kustomizeRemoteReference } from './kustomize-remote-reference.ts'
import { missingReference } from './missing-reference.ts'
import { probesMissing } from './probes-missing.ts'
import { resourcesMissing } from './resources-missing.ts'
import type { Rule, RuleDescription } from './rule.ts'
import { secretInClear } from './secret-in-clear.ts'
import { selectorMismatch } from './selector-mismatch.ts'
import { targetWithoutEndpoints } from './target-without-endpoints.ts'
import { terraformRules } from './terraform-rules.ts'
import { volumeDeadlock } from './volume-deadlock.ts'

/** The rules that look at a world; the engine and the gate on Terraform's files judge the other ids. */
export const rules: readonly Rule[] = [
  kustomizeRemoteReference,
  kustomizeHelmGlobals,
  jsonnetSource,
  deleteHook,
  secretInClear,
  infrastructureIdentity,
  selectorMismatch,
  targetWithoutEndpoints,
  missingReference,
  resourcesMissing,
  probesMissing,
  imageNotExact,
  volumeDeadlock,
  duplicateHostname,
]

const plain = ({ id, severity, what, why, mend }: RuleDescription): RuleDescription => ({
  id,
  severity,
  what,
  why,
  mend,
})

/** What, why and mend of every rule id, in the order of `ruleIds`. */
export const descriptions: readonly RuleDescription[] = [...engineRules, ...rules, ...terraformRules]
  .map(plain)
  .sort((one, other) => ruleIds.indexOf(one.id) - ruleIds.indexOf(other.id))
