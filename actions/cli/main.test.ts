import { describe, expect, it } from 'vitest'
import packageFile from '../../package.json' with { type: 'json' }
import type { Command } from './command.ts'
import { main } from './main.ts'
import { fakeTerminal } from './testing/fake-terminal.ts'

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
const entry = { summary: 'For tests.', load: async () => probe }
const commands = { probe: entry, group: { summary: 'Several.', description: 'Of a kind.', commands: { probe: entry } } }

async function run(...argv: string[]) {
  const terminal = fakeTerminal()
  const code = await main(argv, terminal, commands)
  return { code, ...terminal.said }
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
    [['grop', 'probe'], 'There is no command "grop".\n  next: did you mean group?'],
    [['group', 'prob'], 'There is no command "group prob".\n  next: did you mean group probe?'],
    [['group', 'toString'], 'There is no command "group toString".\n  next: `seaworthy group --help`'],
    [
      ['group', '--base'],
      'The command comes first, before --base.\n  next: for instance `seaworthy group probe --base`',
    ],
    [
      ['group', 'probe', '--bas'],
      'There is no option --bas.\n  next: did you mean --base? `seaworthy group probe --help` lists',
    ],
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

  it.each([[['group', '--help']], [['help', 'group']], [['group', 'help']]])(
    'shows the commands of a group for %j',
    async (argv) => {
      expect(await run(...argv)).toMatchObject({
        code: 0,
        out: expect.stringMatching(/^Of a kind\.\n(.*\n)* {2}probe {2}For tests\./),
        err: '',
      })
    },
  )

  it('shows them on stderr when none is named', async () => {
    expect(await run('group')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('Usage: seaworthy group <command>'),
    })
  })

  it.each([[['group', 'probe', '--help']], [['help', 'group', 'probe']], [['group', 'help', 'probe']]])(
    'shows the help of one of a group for %j',
    async (argv) => {
      expect(await run(...argv)).toMatchObject({ code: 0, out: expect.stringContaining('-f, --format FORM'), err: '' })
    },
  )

  it('knows its version', async () => {
    expect(await run('--version')).toEqual({ code: 0, out: `${packageFile.version}\n`, err: '' })
  })

  it('shows the stack of what is our own mistake', async () => {
    const terminal = fakeTerminal()
    const broken = { ...probe, run: async () => Promise.reject(new TypeError('oops')) }
    expect(await main(['probe'], terminal, { probe: { summary: '', load: async () => broken } })).toBe(2)
    expect(terminal.said.err).toMatch(/bug in Seaworthy.*\nTypeError: oops\n {4}at/)
  })
})
