import { describe, expect, it } from 'vitest'
import packageFile from '../../package.json' with { type: 'json' }
import type { Command, Terminal } from './command.ts'
import { main } from './main.ts'

function terminal() {
  const said = { out: '', err: '' }
  const value: Terminal = {
    cwd: '.',
    write: async (text) => {
      said.out += text
    },
    warn: (text) => {
      said.err += text
    },
    color: false,
    width: 80,
    interactive: false,
  }
  return { said, value }
}

const given: unknown[] = []
const probe: Command = {
  usage: 'probe [PATH] [options]',
  description: 'For tests.',
  maxPositionals: 1,
  options: {
    base: { type: 'string', value: 'REV', help: 'A revision.' },
    format: { type: 'string', short: 'f', value: 'FORM', choices: ['text', 'json'], help: 'A form.' },
    quiet: { type: 'boolean', short: 'q', help: 'Less.' },
  },
  run: async (parsed) => {
    given.push(parsed)
    return 1
  },
}
const commands = { probe: { summary: 'For tests.', load: async () => probe } }

async function run(...argv: string[]) {
  const { said, value } = terminal()
  const code = await main(argv, value, commands)
  return { code, ...said }
}

describe('the program', () => {
  it('hands over what it was given', async () => {
    expect(await run('probe', 'dir', '--base=main', '-f', 'json', '-q')).toEqual({ code: 1, out: '', err: '' })
    expect(given.at(-1)).toMatchObject({ values: { base: 'main', format: 'json', quiet: true }, positionals: ['dir'] })
  })

  it.each([
    [['prob'], 'There is no command "prob".\n  next: did you mean probe?'],
    [['toString'], 'There is no command "toString".'],
    [['--base', 'x'], 'The command comes first, before --base.'],
    [['probe', '--fromat', 'json'], 'There is no option --fromat.\n  next: did you mean --format?'],
    [['probe', '--bas'], 'There is no option --bas.\n  next: did you mean --base?'],
    [['probe', '--xyzzy'], 'There is no option --xyzzy.\n  next: `seaworthy probe --help`'],
    [['probe', '--constructor'], 'There is no option --constructor.'],
    [['probe', '-z'], 'There is no option -z.'],
    [['probe', '--base'], '--base needs a value: --base REV.'],
    [['probe', '--base', '--quiet'], '--base needs a value: --base REV.'],
    [['probe', '--quiet=yes'], '--quiet takes no value, but was given "yes".'],
    [['probe', '--format', 'jsno'], '--format does not take "jsno".\n  next: did you mean json?'],
    [['probe', 'a', 'b'], '"b" is one argument too many.'],
  ])('refuses %j with exit code 2', async (argv, message) => {
    const ended = await run(...argv)
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(ended.err).toContain(`seaworthy: ${message}`)
  })

  it('shows its help on stderr when it is called with nothing', async () => {
    expect(await run()).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Usage: seaworthy <command>') })
  })

  it.each([[['--help']], [['-h']], [['help']]])('shows its help for %j', async (argv) => {
    expect(await run(...argv)).toMatchObject({ code: 0, out: expect.stringContaining('  probe  For tests.'), err: '' })
  })

  it.each([[['probe', '--help']], [['probe', '--nonsense', '-h']], [['help', 'probe']]])(
    'shows the help of a command for %j',
    async (argv) => {
      expect(await run(...argv)).toMatchObject({ code: 0, out: expect.stringContaining('-f, --format FORM'), err: '' })
    },
  )

  it('knows its version', async () => {
    expect(await run('--version')).toEqual({ code: 0, out: `${packageFile.version}\n`, err: '' })
  })

  it('shows the stack of what is our own mistake', async () => {
    const { said, value } = terminal()
    const broken = { ...probe, run: async () => Promise.reject(new TypeError('oops')) }
    expect(await main(['probe'], value, { probe: { summary: '', load: async () => broken } })).toBe(2)
    expect(said.err).toMatch(/bug in Seaworthy.*\nTypeError: oops\n {4}at/)
  })
})
