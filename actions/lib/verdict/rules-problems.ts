// Runs the rules over a world and ties what they found to objects and files.

import type { RuleId } from '../findings/rule-ids.ts'
import type { Catalogue } from '../kubernetes/catalogue.ts'
import { rules } from '../rules/index.ts'
import type { Problem } from '../rules/rule.ts'
import type { JudgedObject, RawProblem, Side } from './side.ts'
import { worldOf } from './world.ts'

/** The problems that our own rules find on one side. */
export async function rulesProblems(
  side: Side,
  kubernetesVersions: readonly string[],
  catalogue: Catalogue,
): Promise<RawProblem[]> {
  const world = await worldOf(side, kubernetesVersions, catalogue)
  return rules.flatMap((rule) => [...rule.check(world)].map((problem) => rawProblem(rule.id, problem)))
}

function rawProblem(rule: RuleId, problem: Problem): RawProblem {
  return {
    rule,
    message: problem.message,
    pointer: problem.pointer ?? '',
    ...(problem.severity === undefined ? {} : { severity: problem.severity }),
    ...(problem.value === undefined ? {} : { value: problem.value }),
    // The world is made of judged objects: rules hand back what they were given.
    ...(problem.object === undefined ? {} : { object: problem.object as JudgedObject }),
    ...(problem.file === undefined
      ? {}
      : {
          at: {
            file: problem.file,
            ...(problem.line === undefined ? {} : { line: problem.line }),
            ...(problem.line === undefined ? { document: problem.document ?? 0 } : {}),
          },
        }),
  }
}
