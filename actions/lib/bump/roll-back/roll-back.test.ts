// Which places a roll-back takes for bad, where it goes to, and which holds it leaves: all of it, or nothing.
import { describe, expect, it } from 'vitest'
import { parseHold } from '../../contracts/hold.ts'
import type { Version } from '../../images/version.ts'
import type { MemoryFiles } from '../../testing/memory-tree.ts'
import { memoryTree } from '../../testing/memory-tree.ts'
import { UserError } from '../../toolkit/user-error.ts'
import { parseVersion } from '../expectation.ts'
import { openBump } from '../open-bump.ts'
import type { HoldOptions } from '../state/plan-hold.ts'
import { application, names, today } from '../testing/bumped.ts'
import { planRollBack, type RollBackRequest, type RollBackServices } from './roll-back.ts'

const api = 'ghcr.io/your-org/api'
const digest = (letter: string) => `sha256:${letter.repeat(64)}`
const [A, B, C] = [digest('a'), digest('b'), digest('c')]
const overlay = (fields: string) => `resources: [deployment.yaml]\nimages:\n  - name: ${api}\n    ${fields}\n`
const overlayFile = 'overlays/staging/kustomization.yaml'
const deployment = `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: api}\nspec: {template: {spec: {containers: [{name: api, image: "${api}:0"}]}}}\n`
const staging = (fields: string, more: MemoryFiles = {}): MemoryFiles => ({
  'apps/staging.yaml': application('api-staging', 'overlays/staging'),
  [overlayFile]: overlay(fields),
  'overlays/staging/deployment.yaml': deployment,
  ...more,
})
const trailer = (tag: string, of: string, image = api) =>
  `Bump\n\nSeaworthy-Bump: image=${image} tag=${tag} digest=${of} source=your-org/api commit=${'c'.repeat(40)} run=1`

type Ask = {
  readonly images?: readonly (readonly [image: string, bad?: Version])[]
  readonly to?: string
  readonly environments?: readonly string[]
  readonly files?: readonly string[]
  readonly hold?: Partial<HoldOptions> | false
  /** Contents of the overlay, the newest first. */
  readonly past?: readonly string[]
  readonly messages?: readonly string[]
  /** Tags of the registry; undefined: it is not asked. */
  readonly registry?: Readonly<Record<string, string>> | undefined
  readonly verify?: RollBackServices['verify']
}

async function rolledBack(tree: MemoryFiles, ask: Ask = {}) {
  const {
    images = [[api]],
    to,
    environments = ask.files ? [] : ['staging'],
    files = [],
    past = [],
    messages = [],
  } = ask
  const opened = await openBump(memoryTree(tree), names, today)
  if ('refusals' in opened) throw new Error(opened.refusals[0]?.message)
  const scope = { environments, applications: [], files, targets: [] }
  const requests = images.map(
    ([image, bad]): RollBackRequest => ({ image, bad, to: to === undefined ? undefined : parseVersion(to), scope }),
  )
  const { registry } = ask
  const services: RollBackServices = {
    resolve:
      registry === undefined
        ? undefined
        : async (_, version) => {
            if (version.tag === undefined && Object.values(registry).includes(version.digest ?? '')) return version
            const found = registry[version.tag ?? '']
            if (found === undefined) throw new UserError(`There is no ${version.tag}.`)
            return { ...version, digest: found }
          },
    verify: ask.verify ?? (async () => 'proved'),
    buildAt: async () => undefined,
    compare: async () => 'unknown',
    messagesOf: async () => messages,
    past: async function* () {
      for (const text of past) yield { bytes: new TextEncoder().encode(text), commit: 'f'.repeat(40) }
    },
  }
  const hold = ask.hold === false ? undefined : { reason: 'lost orders', by: 'bot', until: undefined, ...ask.hold }
  const plan = await planRollBack(requests, hold, opened.context, services)
  const texts = Object.fromEntries(plan.files.map(({ path, after }) => [path, new TextDecoder().decode(after)]))
  const holds = plan.holds.map((path) => {
    const parsed = parseHold(texts[path] ?? (typeof tree[path] === 'string' ? tree[path] : ''), path)
    return 'hold' in parsed ? { path, written: path in texts, ...parsed.hold } : parsed
  })
  const refusals = plan.refusals.map(({ message }) => message)
  if (refusals.length > 0) expect([plan.files, plan.holds, plan.rolledBack]).toEqual([[], [], []])
  const moves = plan.rolledBack.map(({ bad, to: good }) => ({ bad, to: good }))
  return { refusals, notes: plan.notes.join('\n'), moves, holds, overlay: texts[overlayFile], texts }
}

describe('a tag and a digest', () => {
  const before = [overlay(`digest: ${B}`), overlay(`digest: ${A}`)]
  const pinned = staging(`digest: ${B}`)
  const told = [trailer('1.6.0', B), trailer('1.5.0', A)]

  it.each<readonly [string, Ask, { readonly tag?: string; readonly digest?: string }]>([
    ['a commit tells', { messages: told }, { tag: '1.6.0', digest: B }],
    ['the registry tells', { registry: { '1.6.0': B } }, { tag: '1.6.0', digest: B }],
    [
      'a commit tells, and the tag was pushed again',
      { messages: told, registry: { '1.6.0': C } },
      { tag: '1.6.0', digest: B },
    ],
  ])('a tag is bad, a digest stands there: %s', async (_, ask, bad) => {
    const result = await rolledBack(pinned, { images: [[api, { tag: '1.6.0' }]], past: before, ...ask })
    expect(result).toMatchObject({ refusals: [], overlay: overlay(`digest: ${A}`), holds: [{ ...bad }] })
    expect(result.moves[0]?.bad).toEqual(bad)
  })

  it('a digest is bad, a tag stands there', async () => {
    const past = [overlay('newTag: 1.6.0'), overlay('newTag: 1.5.0')]
    for (const ask of [{ messages: [trailer('1.6.0', B)] }, { registry: { '1.6.0': B } }]) {
      const result = await rolledBack(staging('newTag: 1.6.0'), { images: [[api, { digest: B }]], past, ...ask })
      expect(result).toMatchObject({ overlay: overlay('newTag: 1.5.0'), holds: [{ tag: '1.6.0', digest: B }] })
    }
  })

  it('a tag that was pushed again is what it was told to be last', async () => {
    const ask = { images: [[api, { digest: B }]] as const, messages: [trailer('1.6.0', C), trailer('1.6.0', B)] }
    const result = await rolledBack(staging('newTag: 1.6.0'), ask)
    expect(result).toMatchObject({ refusals: [], overlay: undefined, moves: [{ to: undefined }] })
    expect(result.notes).toContain('has 1.6.0, not sha256:bbbbbbbbbbbb…, as earlier commits tell, and is left alone')
  })

  it.each<readonly [string, Ask]>([
    ['a commit tells another tag', { messages: [trailer('1.7.0', B)] }],
    ['a commit tells another digest', { messages: [trailer('1.6.0', C)] }],
    ['the registry tells another digest', { registry: { '1.6.0': C } }],
  ])('what has moved on is left alone: %s', async (_, ask) => {
    const result = await rolledBack(pinned, { images: [[api, { tag: '1.6.0' }]], past: before, ...ask })
    expect(result).toMatchObject({ refusals: [], overlay: undefined, holds: [{ tag: '1.6.0' }] })
    expect(result.notes).toMatch(/left alone/)
  })

  it.each<readonly [string, Ask, RegExp]>([
    [
      'nobody is asked',
      {},
      /nothing tells whether that is 1\.6\.0: .*`check-registry: false`.*give the bad version as it stands here/,
    ],
    ['the registry has it no more', { registry: {} }, /the registry does not tell: There is no 1\.6\.0: give/],
    ['commits of another image', { messages: [trailer('1.6.0', B, 'ghcr.io/your-org/web')] }, /nothing tells/],
    [
      'trailers that are none',
      { messages: [`x\n\nSeaworthy-Bump: image=${api} tag=1.6.0 digest=sha256:b`] },
      /nothing tells/,
    ],
  ])('refused where nothing tells: %s', async (_, ask, message) => {
    const result = await rolledBack(pinned, { images: [[api, { tag: '1.6.0' }]], past: before, ...ask })
    expect(result.refusals).toEqual([expect.stringMatching(message)])
  })

  it('what a good version lacks is told as well', async () => {
    const record = `image: ${api}\nenvironment: staging\npassed:\n  - tag: "1.5.0"\n    at: 2026-11-20T10:00:00Z\n    commit: ${'c'.repeat(40)}\n`
    const tree = staging(`digest: ${B}`, { [`gitops/.seaworthy/records/staging/${api}.yaml`]: record })
    expect(await rolledBack(tree, { messages: told })).toMatchObject({ overlay: overlay(`digest: ${A}`) })
    expect((await rolledBack(tree)).refusals).toEqual([
      expect.stringMatching(/a digest is needed.*as `to`, as tag@digest/),
    ])
  })
})

describe('the version to go to', () => {
  const past = [overlay('newTag: 1.6.0'), overlay('newTag: 1.5.0'), overlay('newTag: 1.4.0')]
  const record = (environment: string, tag: string) => ({
    [`gitops/.seaworthy/records/${environment}/${api}.yaml`]: `image: ${api}\nenvironment: ${environment}\npassed:\n  - tag: "${tag}"\n    at: 2026-11-20T10:00:00Z\n    commit: ${'c'.repeat(40)}\n`,
  })
  const settings = (text: string) => ({ '.github/seaworthy.yaml': `environments:\n  staging:\n${text}` })
  const verify = '    verify:\n      - images: "*"\n        keyless: {issuer: "https://x", subject: y}\n'

  it('must be in the registry', async () => {
    expect((await rolledBack(staging('newTag: 1.6.0'), { to: '1.3.0', registry: {} })).refusals).toEqual([
      '1.3.0 (input `to`): There is no 1.3.0',
    ])
    expect(await rolledBack(staging('newTag: 1.6.0'), { to: '1.3.0' })).toMatchObject({
      overlay: overlay('newTag: 1.3.0'),
    })
  })

  it('is not asked for where no place has the bad one', async () => {
    const ask: Ask = { to: '1.3.0', registry: {}, images: [[api, { tag: '1.5.9' }]] }
    expect(await rolledBack(staging('newTag: 1.6.0'), ask)).toMatchObject({ refusals: [], holds: [{ tag: '1.5.9' }] })
  })

  it('gets the digest that the place needs', async () => {
    const tree = staging(`newTag: 1.6.0\n    digest: ${B}`)
    for (const ask of [{ registry: { '1.5.0': A } }, { messages: [trailer('1.5.0', A)] }]) {
      expect(await rolledBack(tree, { to: '1.5.0', ...ask })).toMatchObject({
        overlay: overlay(`newTag: 1.5.0\n    digest: ${A}`),
      })
    }
  })

  it('is written in the form that the settings want', async () => {
    const tree = staging('newTag: 1.6.0', settings('    pin: tag@digest\n'))
    expect(await rolledBack(tree, { to: '1.5.0', registry: { '1.5.0': A } })).toMatchObject({
      overlay: overlay(`newTag: 1.5.0@${A}`),
    })
  })

  it('is proved as a bump is', async () => {
    const proved: string[] = []
    const ask: Ask = {
      to: '1.5.0',
      registry: { '1.5.0': A },
      verify: async (_, of) => {
        proved.push(of)
        if (of === A) throw new UserError('No signature fits.', { next: 'sign it' })
        return 'signed'
      },
    }
    const tree = staging('newTag: 1.6.0', settings(`    pin: tag@digest\n${verify}`))
    expect((await rolledBack(tree, ask)).refusals).toEqual(['1.5.0 (input `to`): No signature fits: sign it'])
    expect(proved).toEqual([A])
    const good = await rolledBack(tree, { ...ask, registry: { '1.5.0': C } })
    expect(good).toMatchObject({ refusals: [], notes: 'signed', overlay: overlay(`newTag: 1.5.0@${C}`) })
    const loose = await rolledBack(staging('newTag: 1.6.0', settings(verify)), ask)
    expect(loose.refusals[0]).toMatch(/a tag alone, which can move/)
    expect((await rolledBack(tree, { to: '1.5.0' })).refusals[0]).toMatch(
      /must be verified, and its digest is not known/,
    )
  })

  it('comes from history with a note where the settings want a proof that it does not have', async () => {
    const note = /the settings demand `verify` for .* in staging, and 1\.5\.0 was not proved again/
    const tree = staging('newTag: 1.6.0', settings(verify))
    expect((await rolledBack(tree, { past })).notes).toMatch(note)
    expect((await rolledBack(tree, { past, messages: [trailer('1.5.0', A)] })).notes).not.toMatch(note)
    expect((await rolledBack(staging('newTag: 1.6.0'), { past })).notes).not.toMatch(note)
    expect((await rolledBack({ ...tree, ...record('staging', '1.4.0') }, { past })).notes).not.toMatch(note)
  })

  const promoted = settings('    promote-from: qa\n')
  it.each<readonly [string, MemoryFiles, Ask, boolean]>([
    ['nothing is known of it', {}, {}, false],
    ['it passed in the environment before', record('qa', '1.3.0'), {}, true],
    ['it passed here', record('staging', '1.3.0'), {}, true],
    ['it passed elsewhere', record('dev', '1.3.0'), {}, false],
    ['another one passed', record('qa', '1.3.1'), {}, false],
    ['it stood here', {}, { past: [...past, overlay('newTag: 1.3.0')] }, true],
    ['others stood here', {}, { past }, false],
    ['another image stood here', {}, { past: [`images:\n  - name: other\n    newTag: 1.3.0\n`] }, false],
  ])('with `promote-from`: %s', async (_, files, ask, isTaken) => {
    const tree = staging('newTag: 1.6.0', { ...promoted, ...files })
    const result = await rolledBack(tree, { to: '1.3.0', registry: { '1.3.0': A }, ...ask })
    if (isTaken) expect(result).toMatchObject({ refusals: [], overlay: overlay('newTag: 1.3.0') })
    else expect(result.refusals).toEqual([expect.stringMatching(/neither in qa nor in staging, and never stood here/)])
  })

  it.each<readonly [string, string, Ask, RegExp]>([
    ['the bad one', 'newTag: 1.6.0', { to: '1.6.0' }, /1\.6\.0 is the version to take back: give another one as `to`/],
    [
      'the bad one by its digest',
      `digest: ${B}`,
      { to: '1.6.0', messages: [trailer('1.6.0', B)] },
      /is the version to take back/,
    ],
    [
      'the bad one, as the registry says',
      `digest: ${B}`,
      { to: '1.6.0', registry: { '1.6.0': B } },
      /is the version to take back/,
    ],
    [
      'the same text',
      'newTag: latest',
      { to: 'latest', registry: { latest: A }, images: [[api, { tag: 'latest', digest: B }]] },
      /says latest already/,
    ],
    ['none that is known', 'newTag: 1.6.0', {}, /give the version to go to as input `to`/],
  ])('is refused: %s', async (_, fields, ask, message) => {
    expect((await rolledBack(staging(fields), ask)).refusals).toEqual([expect.stringMatching(message)])
  })

  it('is written with its digest where that was given beside the tag', async () => {
    const ask: Ask = { to: `latest@${A}`, registry: { latest: A }, images: [[api, { tag: 'latest', digest: B }]] }
    expect(await rolledBack(staging('newTag: latest'), ask)).toMatchObject({ overlay: overlay(`newTag: latest@${A}`) })
  })

  it('may be the same tag, pushed again', async () => {
    const tree = staging(`newTag: 1.6.0@${B}`)
    expect(await rolledBack(tree, { to: '1.6.0', registry: { '1.6.0': A } })).toMatchObject({
      overlay: overlay(`newTag: 1.6.0@${A}`),
      holds: [{ tag: '1.6.0', digest: B }],
    })
    expect((await rolledBack(tree, { to: '1.6.0', registry: { '1.6.0': B } })).refusals[0]).toMatch(
      /version to take back/,
    )
  })

  it('is not one that would be written as what stands there', async () => {
    const [file, text] = Object.entries(record('staging', 'latest'))[0] ?? ['', '']
    const passed = { [file]: text.replace('    at:', `    digest: ${A}\n    at:`) }
    const images = [[api, { tag: 'latest', digest: B }]] as const
    const result = await rolledBack(staging('newTag: latest', passed), { images, past })
    expect(result).toMatchObject({ refusals: [], overlay: overlay('newTag: 1.6.0') })
  })

  it('is none that is taken back by the same call', async () => {
    const images = [
      [api, { tag: '1.6.0' }],
      [api, { tag: '1.5.0' }],
    ] as const
    expect(await rolledBack(staging('newTag: 1.6.0'), { images, past })).toMatchObject({
      overlay: overlay('newTag: 1.4.0'),
      holds: [{ tag: '1.6.0' }, { tag: '1.5.0' }],
    })
  })

  it('is that of the same image, wherever its entry stood before', async () => {
    const older = `images:\n  - name: ghcr.io/your-org/web\n    newTag: 9.9.9\n  - name: ${api}\n    newTag: 1.5.0\n`
    expect(await rolledBack(staging('newTag: 1.6.0'), { past: [older] })).toMatchObject({
      overlay: overlay('newTag: 1.5.0'),
    })
    const renamed = overlay('newName: mirror.io/else\n    newTag: 9.9.9')
    expect((await rolledBack(staging('newTag: 1.6.0'), { past: [renamed] })).refusals).toHaveLength(1)
  })

  it('is told of each place by itself', async () => {
    const values = (tag: string) => `image: ${api}:${tag}\n`
    const tree = {
      'a.yaml': values('1.6.0'),
      'b.yaml': `# other\n${values('1.6.0')}`,
    }
    const result = await rolledBack(tree, { files: ['a.yaml', 'b.yaml'], past: [values('1.5.0')] })
    expect(result.texts).toMatchObject({ 'a.yaml': values('1.5.0'), 'b.yaml': `# other\n${values('1.5.0')}` })
    expect(result.moves).toEqual([{ bad: { tag: '1.6.0' }, to: { tag: '1.5.0' } }])
  })
})

describe('holds', () => {
  const past = [overlay('newTag: 1.5.0')]
  const path = `gitops/.seaworthy/holds/${api}/1.6.0.staging.yaml`
  const held = (more = '', image = api, environment = 'staging') =>
    `image: ${image}\ntag: "1.6.0"\nenvironments: [${environment}]\nreason: lost orders\nsince: 2026-11-20T00:00:00Z\n${more}`
  const holdOf = async (files: MemoryFiles, hold: Partial<HoldOptions> = {}) => {
    const result = await rolledBack(staging('newTag: 1.6.0', files), { past, hold })
    expect(result.refusals).toEqual([])
    return result.holds[0]
  }

  it('says who, why and where from', async () => {
    const run = 'https://github.com/your-org/platform/actions/runs/1'
    expect(await holdOf({}, { run, until: Date.parse('2026-12-01T00:00:00Z') })).toEqual({
      path,
      written: true,
      image: api,
      tag: '1.6.0',
      environments: ['staging'],
      reason: 'lost orders',
      by: 'bot',
      run,
      since: '2026-11-21T12:00:00Z',
      until: '2026-12-01T00:00:00Z',
    })
  })

  const december = Date.parse('2026-12-01T00:00:00Z')
  it.each<readonly [string, string, Partial<HoldOptions>, boolean, string | undefined]>([
    ['the same', held(), {}, false, undefined],
    ['one that has run out', held('until: 2026-11-21T11:00:00Z\n'), {}, true, undefined],
    ['one that ends', held('until: 2026-12-24T00:00:00Z\n'), {}, true, undefined],
    ['one that ends later', held('until: 2026-12-24T00:00:00Z\n'), { until: december }, false, '2026-12-24T00:00:00Z'],
    ['one that ends sooner', held('until: 2026-11-24T00:00:00Z\n'), { until: december }, true, '2026-12-01T00:00:00Z'],
    ['one that never ends', held(), { until: december }, false, undefined],
    ['one with another reason', held(), { reason: 'and payments' }, true, undefined],
    [
      'one that has run out, and would be longer',
      held('until: 2026-11-21T11:00:00Z\n'),
      { until: december },
      true,
      '2026-12-01T00:00:00Z',
    ],
  ])('where one stands already: %s', async (_, text, hold, written, until) => {
    for (const file of [path, 'gitops/.seaworthy/holds/by-hand.yaml']) {
      const result = await holdOf({ [file]: text }, hold)
      expect(result).toMatchObject({ path: file, written, reason: hold.reason ?? 'lost orders' })
      expect((result as { until?: string }).until).toBe(until)
    }
  })

  it('one that has run out does not hide one that stands', async () => {
    const files = {
      'gitops/.seaworthy/holds/a.yaml': held('until: 2026-11-21T11:00:00Z\n'),
      'gitops/.seaworthy/holds/b.yaml': held(),
    }
    expect(await holdOf(files)).toMatchObject({ path: 'gitops/.seaworthy/holds/b.yaml', written: false })
  })

  it.each<readonly [string, MemoryFiles]>([
    ['of another image', { [path]: held('', 'a.io/x/api') }],
    ['of another environment', { [path]: held('', api, 'production') }],
    ['of another version', { [path]: held().replace('1.6.0', '1.5.9') }],
  ])('a hold %s in its file stays, and another file is taken', async (_, files) => {
    const result = await holdOf(files)
    expect(result).toMatchObject({ written: true, image: api, tag: '1.6.0' })
    expect(result).not.toMatchObject({ path })
  })

  it('two images of the same last part get two holds', async () => {
    const tree = { 'a.yaml': 'a: {image: a.io/x/api:2}\nb: {image: b.io/y/api:2}\n' }
    const images = [['a.io/x/api'], ['b.io/y/api']] as const
    const { holds, notes } = await rolledBack(tree, { images, files: ['a.yaml'], to: '1' })
    expect(holds).toMatchObject([
      { path: 'gitops/.seaworthy/holds/a.io/x/api/2.everywhere.yaml', written: true, image: 'a.io/x/api' },
      { path: 'gitops/.seaworthy/holds/b.io/y/api/2.everywhere.yaml', written: true, image: 'b.io/y/api' },
    ])
    expect(notes).toContain('no environment is known of the places of a.io/x/api, so 2 is held everywhere')
  })

  it('places that pin two digests of one tag leave two holds', async () => {
    const tree = {
      'a.yaml': `image: ${api}@${A}\n`,
      'b.yaml': `image: ${api}@${B}\n`,
    }
    const messages = [trailer('1.6.0', A), trailer('1.6.0', B), trailer('1.5.0', C)]
    const images = [[api, { tag: '1.6.0' }]] as const
    const { holds, moves } = await rolledBack(tree, { images, files: ['a.yaml', 'b.yaml'], messages, to: '1.5.0' })
    expect(holds).toMatchObject([
      { tag: '1.6.0', digest: A },
      { tag: '1.6.0', digest: B },
    ])
    expect(moves).toMatchObject([{ to: { digest: C } }, { to: { digest: C } }])
  })

  it('nothing is held where a place that has the bad version is refused', async () => {
    const tree = { 'a.yaml': `image: ${api}:1.6.0\n`, 'b.yaml': `x: &i ${api}:1.6.0\nimage: *i\n` }
    const result = await rolledBack(tree, { files: ['a.yaml', 'b.yaml'], to: '1.5.0' })
    expect(result.refusals).not.toEqual([])
  })
})
