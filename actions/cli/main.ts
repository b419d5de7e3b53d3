// Which command is meant, and what its failure looks like. Never throws; returns the exit code.
import { version } from '../lib/report/version.ts'
import { nearest } from '../lib/text/nearest.ts'
import { UserError } from '../lib/toolkit/user-error.ts'
import { readArguments } from './arguments.ts'
import { type CommandEntry, exitCodes, type Terminal } from './command.ts'
import { commands as allCommands } from './commands.ts'
import { commandHelp, programHelp } from './help.ts'

/** @param argv what follows the program's name */
export async function main(
  argv: readonly string[],
  terminal: Terminal,
  commands: Readonly<Record<string, CommandEntry>> = allCommands,
): Promise<number> {
  try {
    return await dispatch(argv, terminal, commands)
  } catch (error) {
    terminal.warn(`seaworthy: ${describe(error)}\n`)
    return exitCodes.wrong
  }
}

async function dispatch(argv: readonly string[], terminal: Terminal, commands: Readonly<Record<string, CommandEntry>>) {
  const [name, ...rest] = argv
  if (name === undefined) {
    terminal.warn(programHelp(commands))
    return exitCodes.wrong
  }
  if (name === '--version' || name === '-V') return print(terminal, `${version}\n`)
  if (name === '--help' || name === '-h') return print(terminal, programHelp(commands))
  if (name === 'help')
    return dispatch(rest.length === 0 ? ['--help'] : [...rest.slice(0, 1), '--help'], terminal, commands)
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (entry === undefined) throw unknownCommand(name, Object.keys(commands))
  const command = await entry.load()
  // Help wins over whatever else is wrong on the line.
  if (beforeSeparator(rest).some((word) => word === '--help' || word === '-h'))
    return print(terminal, commandHelp(command))
  return command.run(readArguments(name, command, rest), terminal)
}

async function print(terminal: Terminal, text: string): Promise<number> {
  await terminal.write(text)
  return exitCodes.fit
}

const beforeSeparator = (words: readonly string[]) =>
  words.includes('--') ? words.slice(0, words.indexOf('--')) : words

function unknownCommand(name: string, known: readonly string[]): UserError {
  const help = '`seaworthy --help` lists the commands'
  if (name.startsWith('-'))
    return new UserError(`The command comes first, before ${name}.`, {
      next: `for instance \`seaworthy check ${name}\`; ${help}`,
    })
  const meant = nearest(name, known)
  const next = meant === undefined ? help : `did you mean ${meant}? ${help}`
  return new UserError(`There is no command "${name}".`, { next })
}

function describe(error: unknown): string {
  if (error instanceof UserError) return error.message
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `this is a bug in Seaworthy, please report it with these lines.\n${detail}`
}
