import { listed } from '../../text/words.ts'
import type { Guard } from './define-guard.ts'

export const failedCheck: Guard = {
  id: 'failed-check',
  severity: 'warning',
  what: 'A `check` block, a condition or a variable’s validation fails, or cannot be evaluated.',
  why: 'The tool itself goes on after a failed `check`: hence a warning. A failed condition of a resource also makes the plan incomplete, which is an error.',
  allow: 'Correct what the check looks at. Set `failed-check: error` to stop instead.',
  judge: ({ plan }) =>
    plan.checks
      .filter(({ status }) => status === 'fail' || status === 'error')
      .map(({ address, status, problems }) => {
        const said =
          problems.length === 0
            ? ''
            : `: ${listed(
                problems.map((problem) => problem.replace(/\.$/, '')),
                3,
              )}`
        const what = status === 'fail' ? 'fails' : 'cannot be evaluated'
        return { message: `${address} ${what}${said}. Correct what it looks at, or the check itself.`, address }
      }),
}
