// Command line arguments against what a command declares; every mistake is one sentence that says what was meant.
import { parseArgs } from 'node:util'
import { nearest } from '../lib/text/nearest.ts'
import { UserError } from '../lib/toolkit/user-error.ts'
import type { Arguments, Command, OptionSpec } from './command.ts'

/** Options that every command has. */
export const commonOptions: Readonly<Record<string, OptionSpec>> = {
  color: { type: 'boolean', help: '' },
  'no-color': { type: 'boolean', help: 'Text without colour. So does NO_COLOR; FORCE_COLOR does the opposite.' },
  help: { type: 'boolean', short: 'h', help: 'Show this.' },
}

/** Options that are shown in the help. */
export const visible = (options: Readonly<Record<string, OptionSpec>>) =>
  Object.entries(options).filter(([, { help }]) => help !== '')

/** Reads what follows the command's name. Throws a UserError for what the command does not take. */
export function readArguments(name: string, command: Command, argv: readonly string[]): Arguments {
  const options = { ...command.options, ...commonOptions }
  const { tokens, positionals } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      Object.entries(options).map(([option, { type, short }]) => [option, { type, ...(short && { short }) }]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const help = `\`seaworthy ${name} --help\` lists what it takes`
  const values: Record<string, string | boolean> = {}
  const lists: Record<string, string[]> = {}
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const spec = Object.hasOwn(options, token.name) ? options[token.name] : undefined
    if (spec === undefined) throw unknownOption(token.rawName, Object.keys(options), help)
    // Without `strict` the parser takes the next option for the value.
    const value = token.inlineValue === false && /^-./.test(token.value) ? undefined : token.value
    const read = readValue(token.rawName, spec, value, help)
    if (spec.multiple === true) lists[token.name] = [...(lists[token.name] ?? []), String(read)]
    else values[token.name] = read
  }
  const extra = positionals[command.maxPositionals]
  if (extra !== undefined) {
    const next = repeatHint(tokens, options, command.maxPositionals) ?? help
    throw new UserError(`"${extra}" is one argument too many.`, { next })
  }
  return { values, positionals, lists }
}

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number]

/** A shell puts all that a pattern matches behind one option, as in `--file deploy/*.yaml`. */
function repeatHint(
  tokens: readonly Token[],
  options: Readonly<Record<string, OptionSpec>>,
  allowed: number,
): string | undefined {
  const positions = tokens.flatMap(({ kind }, index) => (kind === 'positional' ? [index] : []))
  const before = tokens.slice(0, positions[allowed]).findLast(({ kind }) => kind !== 'positional')
  if (before?.kind !== 'option' || options[before.name]?.multiple !== true) return undefined
  return `repeat the option: ${before.rawName} before each of them`
}

function readValue(rawName: string, spec: OptionSpec, value: string | undefined, help: string): string | boolean {
  if (spec.type === 'boolean') {
    if (value === undefined) return true
    throw new UserError(`${rawName} takes no value, but was given "${value}".`, { next: help })
  }
  if (value === undefined || value === '')
    throw new UserError(`${rawName} needs a value: ${rawName} ${spec.value}.`, { next: help })
  if (spec.choices?.includes(value) === false) {
    const meant = nearest(value, spec.choices)
    const next =
      meant === undefined
        ? `use one of ${spec.choices.join(', ')}`
        : `did you mean ${meant}? It takes ${spec.choices.join(', ')}`
    throw new UserError(`${rawName} does not take "${value}".`, { next })
  }
  return value
}

function unknownOption(rawName: string, known: readonly string[], help: string): UserError {
  const meant = rawName.startsWith('--') ? meantOption(rawName.slice(2), known) : undefined
  return new UserError(`There is no option ${rawName}.`, {
    next: meant === undefined ? help : `did you mean --${meant}? ${help}`,
  })
}

/** The only one that begins so, `--env` for `--environment`; else the most similar. */
function meantOption(name: string, known: readonly string[]): string | undefined {
  const [first, ...others] = name.length < 2 ? [] : known.filter((one) => one.startsWith(name))
  return first !== undefined && others.length === 0 ? first : nearest(name, known)
}
