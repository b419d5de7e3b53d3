// Which command is meant, and what its failure looks like. Never throws; returns the exit code.
import { version } from '../lib/report/version.ts'
import { nearest } from '../lib/text/nearest.ts'
import { UserError } from '../lib/toolkit/user-error.ts'
import { readArguments } from './arguments.ts'
import { type Commands, exitCodes, type Terminal } from './command.ts'
import { commands as allCommands } from './commands.ts'
import { commandHelp, groupHelp, programHelp } from './help.ts'

/** @param argv what follows the program's name */
export async function main(
  argv: readonly string[],
  terminal: Terminal,
  commands: Commands = allCommands,
): Promise<number> {
  try {
    const [first] = argv
    if (first === '--version' || first === '-V') return await print(terminal, `${version}\n`)
    return await dispatch(argv, terminal, { path: [], commands, help: programHelp(commands) })
  } catch (error) {
    terminal.warn(`seaworthy: ${describe(error)}\n`)
    return exitCodes.wrong
  }
}

/** Where we are on the line: the words until here, and what may follow them. */
type Level = { readonly path: readonly string[]; readonly commands: Commands; readonly help: string }

async function dispatch(argv: readonly string[], terminal: Terminal, level: Level): Promise<number> {
  const [word, ...rest] = argv
  if (word === undefined) {
    terminal.warn(level.help)
    return exitCodes.wrong
  }
  if (word === '--help' || word === '-h') return print(terminal, level.help)
  if (word === 'help') {
    const words = rest.filter((one) => !one.startsWith('-'))
    return dispatch([...words, '--help'], terminal, level)
  }
  const entry = Object.hasOwn(level.commands, word) ? level.commands[word] : undefined
  if (entry === undefined) throw unknownCommand(word, level)
  const path = [...level.path, word]
  const name = path.join(' ')
  if ('commands' in entry)
    return dispatch(rest, terminal, { path, commands: entry.commands, help: groupHelp(name, entry) })
  const command = await entry.load()
  // Help wins over whatever else is wrong on the line.
  if (beforeSeparator(rest).some((one) => one === '--help' || one === '-h'))
    return print(terminal, commandHelp(command))
  return command.run(readArguments(name, command, rest), terminal)
}

async function print(terminal: Terminal, text: string): Promise<number> {
  await terminal.write(text)
  return exitCodes.fit
}

const beforeSeparator = (words: readonly string[]) =>
  words.includes('--') ? words.slice(0, words.indexOf('--')) : words

function unknownCommand(word: string, { path, commands }: Level): UserError {
  const known = Object.keys(commands)
  const named = (last: string) => [...path, last].join(' ')
  const help = `\`seaworthy ${named('--help')}\` lists the commands`
  if (word.startsWith('-')) {
    const example = named(known[0] ?? '')
    return new UserError(`The command comes first, before ${word}.`, {
      next: `for instance \`seaworthy ${example} ${word}\`; ${help}`,
    })
  }
  const meant = nearest(word, known)
  const next = meant === undefined ? help : `did you mean ${named(meant)}? ${help}`
  return new UserError(`There is no command "${named(word)}".`, { next })
}

function describe(error: unknown): string {
  if (error instanceof UserError) return error.message
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `this is a bug in Seaworthy, please report it with these lines.\n${detail}`
}
