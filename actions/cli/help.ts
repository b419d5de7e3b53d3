// The help of the program and of each command, made from what they declare.
import { commonOptions, visible } from './arguments.ts'
import type { Command, CommandGroup, Commands, OptionSpec } from './command.ts'

/** Help of the whole program. */
export function programHelp(commands: Commands): string {
  return `Seaworthy tells whether a GitOps repository is fit to sail: what Argo CD would deploy
from it, whether the API server would accept that, and where to mend it.

Usage: seaworthy <command> [options]

Commands:
${columns(summaries(commands))}

Options:
${columns([
  ['-h, --help', 'Show this, or the help of a command after its name.'],
  ['-V, --version', 'Show the version.'],
])}

Exit codes: 0 done or fit, 1 refused or not fit, 2 wrong use or nothing could be judged.
`
}

/** Help of commands that share their first word. */
export function groupHelp(name: string, { description, commands }: CommandGroup): string {
  return `${description}

Usage: seaworthy ${name} <command> [options]

Commands:
${columns(summaries(commands))}

\`seaworthy help ${name} <command>\` tells more of each.
`
}

const summaries = (commands: Commands) =>
  Object.entries(commands).map(([name, { summary }]) => [name, summary] as const)

/** Help of one command. */
export function commandHelp(command: Command): string {
  const rows = visible({ ...command.options, ...commonOptions }).map(
    ([name, spec]) => [flag(name, spec), sentence(spec)] as const,
  )
  const notes = command.notes === undefined ? '' : `\n${command.notes}\n`
  return `${command.description}\n\nUsage: seaworthy ${command.usage}\n\nOptions:\n${columns(rows)}\n${notes}`
}

const flag = (name: string, { short, value }: OptionSpec) =>
  `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`

const sentence = ({ help, choices, multiple }: OptionSpec) =>
  [
    help,
    ...(choices === undefined ? [] : [`One of ${choices.join(', ')}.`]),
    ...(multiple === true ? ['May be repeated.'] : []),
  ].join(' ')

/** Two columns, the second broken to 80 characters in all. */
function columns(rows: readonly (readonly [string, string])[]): string {
  const left = Math.max(...rows.map(([first]) => first.length)) + 4
  return rows
    .flatMap(([first, second]) =>
      breakLines(second, 80 - left).map((line, index) => (index === 0 ? `  ${first}` : '').padEnd(left) + line),
    )
    .join('\n')
}

function breakLines(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
