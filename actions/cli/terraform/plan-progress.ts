// What a person sees of plans while they are made: one line that is rewritten, and sentences that stay.
import { oneLine } from '../../lib/text/words.ts'
import type { Logger } from '../../lib/toolkit/logger.ts'
import type { Terminal } from '../command.ts'
import { progressLine } from '../progress.ts'

export type PlanProgress = {
  readonly show: (phase: string) => void
  /** From here on it is counted. */
  readonly begin: (roots: number) => void
  readonly planned: (words: string) => void
  /** A line that stays. */
  readonly say: (words: string) => void
  readonly clear: () => void
  /** For the tool's progress. */
  readonly logger: Logger
}

/** Speaks to stderr. Where that is no terminal, only what stays is written. */
export function planProgress(terminal: Terminal): PlanProgress {
  const line = progressLine(terminal, false)
  let [done, total] = [0, 0]
  const show = (phase: string) =>
    line.show({ phase: total === 0 ? phase : `[${done}/${total}] ${oneLine(phase)}`, done: 0, total: 0 })
  const say = (words: string) => {
    line.clear()
    terminal.warn(`${oneLine(words)}\n`)
  }
  return {
    show,
    begin: (roots) => {
      total = roots
      show('planning')
    },
    planned: (words) => {
      done += 1
      show(words)
    },
    say,
    clear: line.clear,
    logger: {
      info: show,
      warning: (message) => say(`warning: ${message}`),
      debug: () => {},
      group: (title, work) => {
        show(title)
        return work()
      },
    },
  }
}
