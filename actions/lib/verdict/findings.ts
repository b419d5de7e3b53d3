// From problems to findings: who they are about, how grave they are, how they are recognised again, where they stand.
import type { Finding, ObjectRef, Severity, SourceLocation } from '../findings/finding.ts'
import { fingerprintOf } from '../findings/fingerprint.ts'
import { namedPointer } from '../findings/named-pointer.ts'
import type { RuleId } from '../findings/rule-ids.ts'
import type { LocateRequest, Locator } from '../render/locate/locator.ts'
import { valueAt } from '../yaml/pointer.ts'
import type { JudgedObject, RawProblem, Written } from './side.ts'

/** A finding whose place is looked up when it is shown: only a few of thousands ever are. */
export type UnplacedFinding = Omit<Finding, 'at'> & { readonly problem: RawProblem }

/** The severity of a rule's finding; `own` is what the check itself said. */
export type Severities = (rule: RuleId, own: Severity | undefined) => Severity | 'off'

/** Turns problems into findings; rules that are switched off leave none, and equal findings are one. */
export function findingsOf(problems: readonly RawProblem[], severities: Severities): UnplacedFinding[] {
  const findings = new Map<string, UnplacedFinding>()
  for (const problem of problems) {
    const severity = severities(problem.rule, problem.severity)
    if (severity === 'off') continue
    const subject = subjectOf(problem)
    const fingerprint = freeFingerprint(problem, subject, findings)
    if (fingerprint === undefined) continue
    findings.set(fingerprint, {
      rule: problem.rule,
      severity,
      message: problem.message,
      ...(subject === undefined ? {} : { subject }),
      ...(problem.object === undefined && problem.pointer === '' ? {} : { pointer: problem.pointer }),
      ...(problem.kubernetesVersions === undefined ? {} : { kubernetesVersions: problem.kubernetesVersions }),
      fingerprint,
      problem,
    })
  }
  return [...findings.values()]
}

/** Different messages at one place are different findings and are numbered; the same message again is the same finding. */
function freeFingerprint(
  problem: RawProblem,
  subject: ObjectRef | undefined,
  taken: ReadonlyMap<string, UnplacedFinding>,
): string | undefined {
  const pointer = problem.object === undefined ? problem.pointer : namedPointer(problem.object.object, problem.pointer)
  const base = {
    rule: problem.rule,
    pointer,
    ...(subject === undefined ? {} : { subject }),
    ...(problem.at === undefined || problem.object !== undefined ? {} : { file: problem.at.file }),
  }
  for (let number = 1; ; number += 1) {
    const value = `${problem.value ?? valueText(problem)}${number === 1 ? '' : `#${number}`}`
    const fingerprint = fingerprintOf({ ...base, value })
    const other = taken.get(fingerprint)
    if (other === undefined) return fingerprint
    if (other.message === problem.message) return undefined
  }
}

/** The value that is wrong, so that another wrong value is another finding. Values of Secrets never enter. */
function valueText(problem: RawProblem): string {
  if (problem.object === undefined || problem.object.object.kind === 'Secret') return ''
  const value = valueAt(problem.object.object, problem.pointer)
  return typeof value === 'object' || value === undefined ? '' : JSON.stringify(value)
}

function subjectOf(problem: RawProblem): ObjectRef | undefined {
  if (problem.object !== undefined) return refOf(problem.object)
  if (problem.application === undefined) return undefined
  const { application } = problem.application
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    namespace: application.namespace,
    name: application.name,
    application: application.name,
  }
}

function refOf(object: JudgedObject): ObjectRef {
  const { apiVersion, kind, metadata } = object.object
  return {
    apiVersion: String(apiVersion ?? ''),
    kind: String(kind ?? ''),
    ...(object.namespace === undefined ? {} : { namespace: object.namespace }),
    name:
      typeof metadata?.name === 'string'
        ? metadata.name
        : String((metadata as { generateName?: unknown } | undefined)?.generateName ?? ''),
    application: object.application,
    cluster: object.cluster,
  }
}

/** Looks up where a finding stands in the repository as written. */
export async function place(finding: UnplacedFinding, locator: Locator): Promise<Finding> {
  const { problem, ...rest } = finding
  return { ...rest, at: await placeOf(problem, locator) }
}

async function placeOf(problem: RawProblem, locator: Locator): Promise<SourceLocation> {
  if (problem.at !== undefined) {
    const { file, line, column, document } = problem.at
    if (document === undefined)
      return { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) }
    return locator.locateInFile(file, {
      ...(line === undefined ? {} : { line }),
      ...(document === undefined ? {} : { document }),
      pointer: problem.pointer,
    })
  }
  const written = problem.object?.written ?? problem.application?.declared
  if (written === undefined) return { file: '.' }
  return locator.locate(await locateRequest(written, problem.pointer, locator))
}

async function locateRequest(written: Written, pointer: string, locator: Locator): Promise<LocateRequest> {
  const request = { origin: written.origin, object: written.object, pointer, source: written.source }
  if (written.by === undefined || written.source.type !== 'kustomize') return request
  // The options of the Application stand in its own document, which may itself be rendered.
  const { file, line } = await locator.locate(await locateRequest(written.by.declared, '', locator))
  return { ...request, application: { file, ...(line === undefined ? {} : { line }), pointer: sourcePointer(written) } }
}

function sourcePointer(written: Written): string {
  return written.by?.sources.find(({ asked }) => asked === written.source)?.source.pointer ?? '/spec/source'
}
