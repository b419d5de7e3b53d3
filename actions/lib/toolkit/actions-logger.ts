// The logger of a GitHub Actions step: log groups, warnings as annotations, debug lines on request.
import * as core from '@actions/core'
import type { Logger } from './logger.ts'

/** Writes workflow commands to stdout. */
export function actionsLogger(): Logger {
  return {
    info: (message) => core.info(message),
    warning: (message) => core.warning(message),
    debug: (message) => core.debug(message),
    group: (title, work) => core.group(title, work),
  }
}
