// The closed list of rule ids: a public contract (settings, SARIF, exemptions). Ids are never reused for another meaning.

export const ruleIds = [
  // what the engine judges
  'yaml-syntax',
  'duplicate-key',
  'not-a-manifest',
  'duplicate-object',
  'schema',
  'unknown-field',
  'unknown-kind',
  'removed-api',
  'deprecated-api',
  'crd-rule',
  'metadata',
  'duplicate-list-item',
  'admission-policy',
  'transition-rule',
  'pod-security',
  'render-failed',
  'not-judged',
  // the repository's own settings
  'exemption-expired',
  'exemption-unused',
  // what the API server would accept and the platform would regret
  'kustomize-remote-reference',
  'kustomize-helm-globals',
  'jsonnet-source',
  'delete-hook',
  'secret-in-clear',
  'infrastructure-identity',
  'selector-mismatch',
  'target-without-endpoints',
  'missing-reference',
  'resources-missing',
  'probes-missing',
  'image-not-exact',
  'volume-deadlock',
  'duplicate-hostname',
  // what files of Terraform say before anything is started
  'terraform-unreadable',
  'terraform-plugin-in-tree',
  'terraform-cli-config',
  'terraform-path-outside',
  'terraform-lock-missing',
  'terraform-lock-edited',
  'terraform-provider-source',
  'terraform-provider-endpoint',
  'terraform-module-source',
  'terraform-module-unpinned',
  'terraform-external-program',
  'terraform-provisioner',
  'terraform-http-data',
  'terraform-backend-changed',
  'terraform-override-file',
] as const

export type RuleId = (typeof ruleIds)[number]

/** Says whether a text is the id of a rule. */
export function isRuleId(text: string): text is RuleId {
  return (ruleIds as readonly string[]).includes(text)
}
