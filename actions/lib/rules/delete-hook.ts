// Finds hooks that run when an Application is deleted, above all in a tenant's tree.
import { annotation, describe, problem } from './objects.ts'
import type { Rule, WorldApplication } from './rule.ts'
import { pointer } from './values.ts'

const tenantWord = /(^|[-_./])tenants?([-_./]|$)/i

/** Whether the names of an Application say that a tenant writes its manifests. */
export const isTenants = (application: WorldApplication): boolean =>
  [
    application.project,
    application.namespace ?? '',
    ...(application.paths ?? []),
    ...Object.keys(application.labels ?? {}),
  ].some((text) => tenantWord.test(text))

export const deleteHook: Rule = {
  id: 'delete-hook',
  severity: 'warning',
  what: 'An object is an Argo CD PreDelete or PostDelete hook; an error in a tenant’s tree.',
  why: 'Delete hooks were created without the checks of the AppProject (CVE-2026-77459), so a tenant could deploy what the project forbids; elsewhere they run at the worst moment and block the deletion when they fail.',
  mend: 'Remove the hook; do the clean-up in a finalizer of the owning operator or in a run book.',
  check: function* (world) {
    const applications = new Map(world.applications.map((application) => [application.name, application]))
    const key = 'argocd.argoproj.io/hook'
    for (const item of world.objects) {
      const phases = annotation(item, key)
        ?.split(',')
        .map((phase) => phase.trim())
      const found = phases?.filter((phase) => phase === 'PreDelete' || phase === 'PostDelete') ?? []
      if (found.length === 0) continue
      const application = applications.get(item.application)
      const tenant = application !== undefined && isTenants(application)
      yield problem(
        item,
        pointer('metadata', 'annotations', key),
        `${describe(item)} is a ${found.join(' and ')} hook${tenant ? ' in a tenant’s tree, where it escapes the AppProject' : ''}: remove the hook`,
        { severity: tenant ? 'error' : undefined },
      )
    }
  },
}
