// What a person reads while the work goes on, in a form that does not depend on where it is read.

export type Logger = {
  readonly info: (message: string) => void
  readonly warning: (message: string) => void
  /** Shown only when somebody asks for it (`ACTIONS_STEP_DEBUG`, `--verbose`). */
  readonly debug: (message: string) => void
  /** One visible phase: everything logged by `work` stands below `title`. */
  readonly group: <T>(title: string, work: () => Promise<T>) => Promise<T>
}

/** Says nothing. */
export const silentLogger: Logger = {
  info: () => {},
  warning: () => {},
  debug: () => {},
  group: (_title, work) => work(),
}

/**
 * For a terminal: writes lines, by default to stderr, so that stdout stays the program's answer.
 * @param write takes one line without its end
 */
export function consoleLogger(
  options: { readonly verbose?: boolean; readonly write?: (line: string) => void } = {},
): Logger {
  const write = options.write ?? ((line: string) => process.stderr.write(`${line}\n`))
  let depth = 0
  const say = (message: string) => {
    for (const line of message.split('\n')) write(`${'  '.repeat(depth)}${line}`)
  }
  return {
    info: say,
    warning: (message) => say(`warning: ${message}`),
    debug: (message) => {
      if (options.verbose === true) say(message)
    },
    group: async (title, work) => {
      say(title)
      depth += 1
      try {
        return await work()
      } finally {
        depth -= 1
      }
    },
  }
}
