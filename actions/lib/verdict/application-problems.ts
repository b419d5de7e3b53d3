// What the engine said of an Application's sources, as problems of objects, files and the Application itself.
import type { EngineProblem, RenderAnswer } from '../../kubeconform-wasm/src/protocol.ts'
import { isRuleId, type RuleId } from '../findings/rule-ids.ts'
import type { JudgedApplication, JudgedObject, RawProblem } from './side.ts'

/** The problems of one Application, except those that need the other Applications. */
export function applicationProblems(judged: JudgedApplication): RawProblem[] {
  const problems: RawProblem[] = judged.gaps.map((gap) => ({
    rule: 'not-judged',
    message: `${judged.application.name} was not judged: ${gap.reason}`,
    pointer: gap.at === undefined ? gap.pointer : '',
    value: gap.reason,
    application: judged,
    ...(gap.at === undefined ? {} : { at: gap.at }),
  }))
  let first = 0
  for (const { source, answer } of judged.sources) {
    if (answer === undefined) continue
    const objects = judged.objects.slice(first, first + answer.objects.length)
    first += answer.objects.length
    problems.push(...answer.problems.flatMap((problem) => objectProblem(problem, objects)))
    problems.push(...fileProblems(judged, answer))
    if (answer.failure?.type === 'fault') problems.push(renderFailed(judged, source.pointer, answer.failure))
  }
  return problems
}

/** Ties a problem of the engine to its object. */
export function objectProblem(problem: EngineProblem, objects: readonly JudgedObject[]): RawProblem[] {
  const object = objects[problem.object]
  if (object === undefined) return []
  return [
    {
      rule: isRuleId(problem.rule) ? problem.rule : 'schema',
      message: problem.message,
      pointer: problem.pointer,
      object,
      ...(problem.severity === undefined ? {} : { severity: problem.severity }),
      ...(problem.kubernetesVersions === undefined ? {} : { kubernetesVersions: problem.kubernetesVersions }),
    },
  ]
}

function fileProblems(judged: JudgedApplication, answer: RenderAnswer): RawProblem[] {
  return answer.fileProblems.map((problem) => ({
    rule: isRuleId(problem.rule) ? problem.rule : 'yaml-syntax',
    message: problem.message,
    pointer: '',
    value: problem.message,
    application: judged,
    at: {
      file: problem.file,
      ...(problem.line === undefined ? {} : { line: problem.line }),
      ...(problem.column === undefined ? {} : { column: problem.column }),
    },
  }))
}

const rules: Readonly<Record<string, RuleId>> = {
  'invalid-yaml': 'yaml-syntax',
  'invalid-text': 'yaml-syntax',
  'too-deep': 'yaml-syntax',
  'no-object': 'yaml-syntax',
  'duplicate-key': 'duplicate-key',
}

function renderFailed(
  judged: JudgedApplication,
  pointer: string,
  failure: NonNullable<RenderAnswer['failure']>,
): RawProblem {
  const said = withoutManifests(failure.message)
  return {
    rule: rules[failure.reason] ?? 'render-failed',
    // Several Applications may reach the same broken line: there the report names them, and the message is one.
    message: failure.line === undefined ? `${judged.application.name} cannot be rendered: ${said}` : said,
    pointer: failure.file !== undefined ? '' : failure.reason === 'missing-path' ? `${pointer}/path` : pointer,
    value: said,
    application: judged,
    ...(failure.file === undefined
      ? {}
      : {
          at: {
            file: failure.file,
            ...(failure.line === undefined ? {} : { line: failure.line }),
            ...(failure.column === undefined ? {} : { column: failure.column }),
          },
        }),
  }
}

/** kustomize's errors may quote whole objects, Secrets among them. */
function withoutManifests(message: string): string {
  const quoted = /\s*(?:for the following resource:)?\s*^(?:apiVersion|kind|metadata|data|stringData):/m.exec(message)
  return quoted === null ? message : message.slice(0, quoted.index)
}
