// Results of `check` blocks, of conditions before and after, and of validations.
import { isObject, listAt, objectAt, optionalTextAt } from './json-fields.ts'
import type { CheckResult } from './plan.ts'

/**
 * One result for each instance of what is checked; for what has no instances yet, one for itself
 * (https://developer.hashicorp.com/terraform/internals/json-format#checks-representation).
 */
export function readChecks(json: unknown): readonly CheckResult[] {
  return listAt(json, 'checks').flatMap((entry, index) => {
    const place = `checks[${index}]`
    const check = objectAt(entry, place)
    const address = objectAt(check.address, `${place}.address`)
    const kind = optionalTextAt(address.kind, `${place}.address.kind`) ?? ''
    const instances = listAt(check.instances, `${place}.instances`)
    const own = readResult(check, place, kind)
    if (instances.length === 0) return [own]
    const results = instances.map((instance, at) =>
      readResult(objectAt(instance, `${place}.instances[${at}]`), `${place}.instances[${at}]`, kind),
    )
    // What the whole says must not be lost where no instance says it.
    const told =
      results.some(({ status }) => status === own.status) || own.status === 'pass' || own.status === 'unknown'
    return told ? results : [own, ...results]
  })
}

function readResult(json: Readonly<Record<string, unknown>>, place: string, kind: string): CheckResult {
  const address = objectAt(json.address, `${place}.address`)
  const problems = listAt(json.problems, `${place}.problems`).map((problem, index) =>
    isObject(problem) ? (optionalTextAt(problem.message, `${place}.problems[${index}].message`) ?? '') : '',
  )
  return {
    address: optionalTextAt(address.to_display, `${place}.address.to_display`) ?? place,
    kind,
    status: statusOf(json.status),
    problems: problems.filter((message) => message !== ''),
  }
}

function statusOf(status: unknown): CheckResult['status'] {
  return status === 'pass' || status === 'fail' || status === 'error' ? status : 'unknown'
}
