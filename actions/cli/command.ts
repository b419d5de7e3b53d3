// What a command of the program is. A new command is one file and one line in `commands.ts`.
import type { Interruption } from '../lib/toolkit/interruption.ts'

/** What a command may use of the process; replaced in tests. */
export type Terminal = {
  readonly cwd: string
  /** Writes to stdout; resolves when it is handed over. */
  readonly write: (text: string) => Promise<void>
  /** Writes to stderr. */
  readonly warn: (text: string) => void
  readonly color: boolean
  /** Columns of stdout; undefined when it is not a terminal. */
  readonly width: number | undefined
  /** Whether stderr is a terminal: only there progress is shown. */
  readonly interactive: boolean
  /** Of our own process. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** What comes in by stdin. */
  readonly input: () => AsyncIterable<Uint8Array>
  /**
   * From now on a signal only asks to end, for what must not be cut off. Until then, and once it is disposed of, a signal ends
   * the process at once.
   */
  readonly holdSignals: () => Interruption
}

export type OptionSpec = {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  /** Stands for the value in the help. */
  readonly value?: string
  readonly help: string
  /** The only values that are allowed. */
  readonly choices?: readonly string[]
  /** May be given several times; its values are in `lists`. */
  readonly multiple?: boolean
}

export type Arguments = {
  readonly values: Readonly<Record<string, string | boolean | undefined>>
  readonly positionals: readonly string[]
  /** What was given of each option that may be given several times. */
  readonly lists: Readonly<Record<string, readonly string[]>>
}

export type Command = {
  /** The line after `seaworthy`. */
  readonly usage: string
  /** What it does, in a sentence or two, for its help. */
  readonly description: string
  readonly options: Readonly<Record<string, OptionSpec>>
  readonly maxPositionals: number
  /** Sections below the options. */
  readonly notes?: string
  /** Returns the exit code. Throws a UserError for what the reader can mend. */
  readonly run: (given: Arguments, terminal: Terminal) => Promise<number>
}

export type CommandEntry = {
  /** One line for the list of commands. */
  readonly summary: string
  /** Loaded only when it is asked for: help must be there at once. */
  readonly load: () => Promise<Command>
}

/** Commands whose names have one more word. */
export type CommandGroup = {
  readonly summary: string
  /** What they have in common, for the help. */
  readonly description: string
  readonly commands: Readonly<Record<string, CommandEntry>>
}

/** What a word may lead to. */
export type Commands = Readonly<Record<string, CommandEntry | CommandGroup>>

/** Exit codes of all commands. */
export const exitCodes = { fit: 0, unfit: 1, done: 0, refused: 1, wrong: 2, interrupted: 130 } as const
