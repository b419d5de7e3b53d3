// What a plan says, as sections: changes by group, the dangerous first, then what is around them.
import { count, listed } from '../../text/words.ts'
import type { ShownPlan } from '../result/result.ts'
import { blockLine, blockLines, changeItem, differenceLines, driftItem } from './change-lines.ts'
import { groupChanges, groupTitles } from './change-words.ts'
import { type BlockItem, blockSection, type Line, listSection, prose, type Section } from './page.ts'

const number = (value: number) => value.toLocaleString('en-US')

/** Everything of a plan that a reader judges it by. */
export function planSections(plan: ShownPlan): readonly Section[] {
  const titled = (title: string, list: readonly unknown[]) => `${title} (${number(list.length)})`
  const generated = plan.changes.filter(({ generatedConfig }) => generatedConfig !== undefined)
  return [
    ...listSection('Read with care', 'remark', cautions(plan)),
    ...groupChanges(plan.changes).flatMap(({ id, changes }) =>
      blockSection(titled(groupTitles[id], changes), 'change', 'diff', changes.map(changeItem)),
    ),
    ...listSection(titled('Put off by the tool', plan.deferred), 'change', plan.deferred.map(deferredLine)),
    ...listSection(
      titled('Actions that are invoked', plan.invocations),
      'action',
      plan.invocations.map(invocationLine),
    ),
    ...blockSection(titled('Outputs', plan.outputs), 'output', 'diff', plan.outputs.map(outputItem)),
    ...checkSection(plan),
    ...blockSection(
      titled('Changed by others since it was applied', plan.drift),
      'object',
      'diff',
      plan.drift.map(driftItem),
    ),
    ...blockSection(
      titled('Generated configuration', generated),
      'block',
      'hcl',
      generated.map(({ address, generatedConfig }) => ({
        head: blockLine(`# ${address}`),
        body: () => blockLines(generatedConfig ?? '', 500),
      })),
    ),
  ]
}

function cautions({ errored, complete, unknownFields }: ShownPlan): readonly Line[] {
  return [
    ...(errored ? [['Planning failed. What was planned until then is below; none of it can be applied.']] : []),
    ...(complete || errored
      ? []
      : [['The plan is not complete: after it is applied, another one is needed for the rest.']]),
    ...(unknownFields.length === 0
      ? []
      : [
          [
            `The plan has ${count(unknownFields.length, 'part')} that this version of Seaworthy does not know: `,
            { code: listed(unknownFields, 10) },
            '. Read the tool’s own text of the plan.',
          ],
        ]),
  ]
}

function deferredLine({ address, reason, action }: ShownPlan['deferred'][number]): Line {
  return [{ code: address }, ` (${action}): `, ...prose(deferralWords[reason] ?? reason)]
}

const deferralWords: Readonly<Partial<Record<string, string>>> = Object.assign(Object.create(null), {
  instance_count_unknown: '`count` or `for_each` is not known yet',
  resource_config_unknown: 'its arguments are not known yet',
  provider_config_unknown: 'the configuration of its provider is not known yet',
  absent_prereq: 'something that it needs does not exist yet',
  deferred_prereq: 'something that it needs is put off',
})

function invocationLine({ address, type, trigger, deferred }: ShownPlan['invocations'][number]): Line {
  return [
    { code: address },
    ` (${type})`,
    ...(trigger === undefined ? [] : [', triggered by ', { code: trigger }]),
    ...(deferred === undefined ? [] : ['; put off: ', ...prose(deferralWords[deferred] ?? deferred)]),
  ]
}

function outputItem({ name, action, before, after, differences }: ShownPlan['outputs'][number]): BlockItem {
  const sign = action === 'create' ? '+' : action === 'delete' ? '-' : '!'
  const value = action === 'delete' ? before : (after ?? before)
  const isPair = sign === '!' && before !== undefined && after !== undefined && before !== after
  if (isPair || (differences?.length ?? 0) > 0) {
    const body = () => (differences ?? []).flatMap(differenceLines)
    const pair = () => [
      ...blockLines(before ?? '').map((line) => `-     ${line}`),
      ...blockLines(after ?? '').map((line) => `+     ${line}`),
    ]
    return { head: blockLine(`${sign} ${name}`), body: (differences?.length ?? 0) > 0 ? body : pair }
  }
  const [first = '', ...rest] = blockLines(value ?? '')
  const head = blockLine(`${sign} ${name} = ${first}${sign === '!' ? ', changed' : ''}`)
  return { head, ...(rest.length > 0 && { body: () => rest.map((line) => `${sign}     ${line}`) }) }
}

function checkSection({ checks }: ShownPlan): readonly Section[] {
  const bad = checks.filter(({ status }) => status !== 'pass')
  const title = `Checks: ${number(checks.length - bad.length)} of ${number(checks.length)} pass`
  const words = {
    fail: 'fails',
    error: 'could not be run',
    unknown: 'is not known before it is applied',
    pass: 'passes',
  }
  return listSection(
    title,
    'check',
    bad.map(({ address, status, problems }) => [
      { code: address },
      ` ${words[status]}`,
      ...(problems.length === 0 ? [] : [': ', ...prose(problems.join(' '))]),
    ]),
  )
}
