import { describe, expect, it } from 'vitest'
import type { BumpRequest } from '../lib/bump/request.ts'
import { readArguments } from './arguments.ts'
import { bump, runBump } from './bump.ts'
import { commandHelp } from './help.ts'
import { fakeTerminal } from './testing/fake-terminal.ts'

const digest = `sha256:${'0'.repeat(64)}`
const terminal = fakeTerminal({ cwd: '/repository/deploy' })

/** The requests that a command line makes. */
async function asked(...argv: readonly string[]): Promise<readonly BumpRequest[]> {
  let requests: readonly BumpRequest[] = []
  await runBump(readArguments('bump', bump, argv), terminal, async (options) => {
    requests = options.requests('/repository')
    return { outcome: 'changed', dryRun: false, sites: [], refusals: [], files: [], notes: [] }
  })
  return requests
}

describe('what is asked for', () => {
  it('is split at commas, but for files', async () => {
    const requests = await asked(
      '-i',
      'a:1, b:2',
      '-i',
      'c:3',
      '-e',
      'prod,staging',
      '--application',
      'x,y',
      '--file',
      'd,e',
    )
    expect(requests.map(({ image, version }) => [image, version.tag])).toEqual([
      ['a', '1'],
      ['b', '2'],
      ['c', '3'],
    ])
    expect(requests[0]?.scope).toEqual({
      environments: ['prod', 'staging'],
      applications: ['x', 'y'],
      files: ['deploy/d,e'],
      targets: [],
    })
  })

  it.each([
    [['-i', 'api:1'], { tag: '1' }, undefined],
    [['-i', 'api', '-t', '1'], { tag: '1' }, undefined],
    [['-i', 'api:1', '-t', '1'], { tag: '1' }, undefined],
    [['-i', `api@${digest}`], { digest }, undefined],
    [['-i', `api:1@${digest}`], { tag: '1', digest }, true],
    [['-i', 'api:1', '-d', digest], { tag: '1', digest }, true],
    [['-i', 'api', '-t', '1', '-d', digest], { tag: '1', digest }, true],
  ])('%j: the version, and whether its digest was given beside the tag', async (argv, version, explicit) => {
    const [request] = await asked(...argv, '-e', 'staging')
    expect([request?.version, request?.explicitDigest]).toEqual([version, explicit])
  })

  it.each([
    [['-i', 'api:2', '-t', '3'], '--tag says 3, and the image has the tag 2.'],
    [['-i', `api@${digest}`, '-d', digest.replace('0', 'f')], 'and the image has the digest sha256:0000'],
    [['-i', ':2'], 'write the name before the version'],
    [['-i', 'api:2:3'], 'give one tag only'],
    [['-i', 'https://ghcr.io/your-org/api:1'], 'write it without the scheme: ghcr.io/your-org/api'],
    [['-i', 'docker://x y'], 'write it without the scheme, for instance'],
    [['-i', 'ghcr.io/Your-Org/API:1'], 'write it in lower case: ghcr.io/your-org/api'],
    [['-i', 'api:'], '"" is no tag.'],
    [['-i', ','], 'Nothing says which image.'],
    [['-i', 'api', '--from', 'staging'], 'staging is both where the version comes from and where it is to go.'],
  ])('%j is wrong use', async (argv, message) => {
    await expect(asked(...argv, '-e', 'production,staging')).rejects.toThrow(message)
  })

  it('a comma alone names no place', async () => {
    await expect(asked('-i', 'api:1', '-e', ',')).rejects.toThrow('Nothing says where.')
  })
})

describe('the command line', () => {
  it.each([
    [['--env', 'staging'], 'did you mean --environment?'],
    [['--environments', 'staging'], 'did you mean --environment?'],
    [['--images=api'], 'did you mean --image?'],
    [['--app', 'x'], 'did you mean --application?'],
    [['--dry'], 'did you mean --dry-run?'],
    [['--f', 'x'], 'There is no option --f.'],
    [['--file', 'deploy/a.yaml', 'deploy/b.yaml', 'deploy/c.yaml'], 'repeat the option: --file before each of them'],
    [['-e', 'staging', 'production'], 'repeat the option: -e before each of them'],
    [['--tag', '1', '2'], '`seaworthy bump --help` lists what it takes'],
    [['--dry-run', 'x'], '`seaworthy bump --help` lists what it takes'],
    [['x'], '`seaworthy bump --help` lists what it takes'],
    [['--file', 'a', '--', 'b'], '`seaworthy bump --help` lists what it takes'],
  ])('%j gets the hint that helps', (argv, message) => {
    expect(() => readArguments('bump', bump, argv)).toThrow(message)
  })

  it('says in its help which options may be repeated', () => {
    const help = commandHelp(bump).split('Options:')[1]?.replaceAll(/\s+/g, ' ') ?? ''
    const repeated = Object.entries(bump.options).map(([name]) => [
      name,
      / May be repeated\./.test(help.split(` --${name} `)[1]?.split(/ --[a-z]/)[0] ?? ''),
    ])
    expect(repeated.filter(([, may]) => may).map(([name]) => name)).toEqual([
      'image',
      'environment',
      'application',
      'file',
      'target',
    ])
  })
})
