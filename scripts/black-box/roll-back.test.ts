// The committed roll-back action as a runner starts it, against GitHub's emulator.
import { expect, test } from 'vitest'
import { parseHold } from '../../actions/lib/contracts/hold.ts'
import type { Files } from '../../actions/lib/testing/temporary-repository.ts'
import { startPlatform } from './testing/platform.ts'

const staging = { environments: 'staging', reason: 'it lost orders' }
const unchecked = { 'check-registry': 'false' }
const holdFile = (api: string, version: string, where = 'staging') =>
  `gitops/.seaworthy/holds/${api.replaceAll(':', '_')}/${version}.${where}.yaml`
const container = (name: string, image: string) =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ${name}}\nspec: {template: {spec: {containers: [{name: ${name}, image: "${image}:0"}]}}}\n`

/** The platform with manifests that have its images. */
const start = (more: (api: string) => Files = () => ({})) =>
  startPlatform((api) => ({
    'base/kustomization.yaml': 'resources: [deployments.yaml]\n',
    'base/deployments.yaml': `${container('api', api)}---\n${container('web', 'ghcr.io/your-org/web')}`,
    ...more(api),
  }))

const record = (api: string, ...tags: readonly string[]) => ({
  [`gitops/.seaworthy/records/staging/${api.replaceAll(':', '_')}.yaml`]: `image: ${api}\nenvironment: staging\npassed:\n${tags.map((tag, index) => `  - tag: "${tag}"\n    at: 2026-11-${20 - index}T10:00:00Z\n    commit: ${'c'.repeat(40)}\n`).join('')}`,
})

test('the last version that passed its smoke test comes back, not the one before', async () => {
  await using platform = await start((api) => record(api, '1.5.0', '1.4.0', '1.3.0'))
  const { api, repository } = platform
  for (const tag of ['1.4.1', '1.5.0'])
    await platform.run('bump-image', { images: `${api}:${tag}`, environments: 'staging', 'check-registry': 'false' })
  const run = await platform.run('roll-back', { images: `${api}:1.5.0`, ...staging })
  expect(run, run.stdout).toMatchObject({
    exitCode: 0,
    outputs: {
      outcome: 'rolled-back',
      changed: 'true',
      verified: 'true',
      holds: holdFile(api, '1.5.0'),
    },
  })
  expect(JSON.parse(run.outputs.to ?? '')).toEqual([{ image: api, bad: { tag: '1.5.0' }, to: { tag: '1.4.0' } }])
  expect(await platform.overlay('staging')).toContain('newTag: 1.4.0 # the api')
  const hold = parseHold(await repository.file(holdFile(api, '1.5.0')), 'hold')
  expect(hold).toMatchObject({
    hold: {
      image: api,
      tag: '1.5.0',
      environments: ['staging'],
      reason: 'it lost orders',
      by: 'your-bot',
      run: expect.stringMatching(/^https?:\/\/.*\/your-org\/platform\/actions\/runs\/1$/),
    },
  })
  // Two files in one commit: nobody can see the version gone and not held.
  expect((await repository.git('show', '--format=', '--name-only', 'main')).split('\n').sort()).toEqual([
    holdFile(api, '1.5.0'),
    'overlays/staging/kustomization.yaml',
  ])
})

test('without a record the version before comes back, by the history of the file, over held ones', async () => {
  await using platform = await start()
  const { api, repository } = platform
  const bump = (tag: string) =>
    platform.run('bump-image', { images: `${api}:${tag}`, environments: 'staging', 'check-registry': 'false' })
  await bump('1.5.0')
  await repository.commit('a hand moves it down', {
    'overlays/staging/kustomization.yaml': `# new\n${await platform.overlay('staging')}`,
  })
  await bump('1.6.0')
  const first = await platform.run('roll-back', { images: api, ...staging })
  expect(await platform.overlay('staging')).toContain('newTag: 1.5.0 # the api')
  expect(first.summary).toMatch(
    /1\.5\.0 of .* stood in overlays\/staging\/kustomization\.yaml before.*no smoke test is recorded/,
  )
  // 1.6.0 is held now, so that the second step back does not come to it.
  await platform.run('roll-back', { images: `${api}:1.5.0`, ...staging })
  expect(await platform.overlay('staging')).toContain('newTag: 1.4.0 # the api')
})

test('what has moved on is left alone, and the bad version is held all the same', async () => {
  await using platform = await start()
  const { api } = platform
  const run = await platform.run('roll-back', { images: `${api}:1.3.9`, ...staging, 'hold-days': '7' })
  expect(run, run.stdout).toMatchObject({
    exitCode: 0,
    outputs: { outcome: 'held', changed: 'true', to: expect.any(String) },
  })
  expect(run.stdout).toMatch(/kustomization\.yaml:4 has 1\.4\.0, not 1\.3\.9, and is left alone/)
  expect(await platform.overlay('staging')).toContain('newTag: 1.4.0')
  const again = await platform.run('roll-back', { images: `${api}:1.3.9`, ...staging, hold: 'false' })
  expect(again.outputs).toMatchObject({ outcome: 'already-there', changed: 'false' })
})

test('a roll-back that races with bumps of neighbouring lines lands, and loses none of them', async () => {
  await using platform = await start()
  const { api } = platform
  await platform.run('bump-image', { images: `${api}:1.5.0`, environments: 'staging', 'check-registry': 'false' })
  const [back, ...bumps] = await Promise.all([
    platform.run('roll-back', { images: `${api}:1.5.0`, ...staging }),
    ...['2.1.0', '2.2.0', '2.3.0'].map((tag) =>
      platform.run('bump-image', {
        images: `ghcr.io/your-org/web:${tag}`,
        environments: 'staging',
        'check-registry': 'false',
      }),
    ),
  ])
  expect(back?.outputs.outcome).toBe('rolled-back')
  expect(bumps.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0])
  expect(await platform.overlay('staging')).toMatch(/newTag: 1\.4\.0 # the api\n.*\n {4}newTag: 2\.[123]\.0/)
})

test('a dry run shows the version and the hold, and writes neither', async () => {
  await using platform = await start()
  const first = await platform.repository.head()
  const run = await platform.run('roll-back', {
    images: platform.api,
    to: '1.3.0',
    ...staging,
    ...unchecked,
    'dry-run': 'true',
  })
  expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'rolled-back', changed: 'false' } })
  expect(run.summary).toMatch(/\+ {4}newTag: 1\.3\.0 # the api[\s\S]*new file mode 100644/)
  expect(await platform.repository.head()).toBe(first)
})

test.each([
  [{ to: '1.4.0', ...unchecked }, /1\.4\.0 is held everywhere since .*: bad as well/],
  [{ to: '1.5.0' }, /1\.5\.0 is the version to take back/],
  [{ to: '1.5 0' }, 'This is no version.'],
  [{ to: '1.3.0' }, /1\.3\.0 \(input `to`\): /],
  [{ images: 'ghcr.io/your-org/web:2.0.0\nnginx:1', to: `sha256:${'a'.repeat(64)}` }, /A digest belongs to one image/],
  [{ to: '1.3.0', 'dry-run': 'true' }, /1\.3\.0 \(input `to`\): /],
  [{ 'registry-username': 'somebody' }, /"registry-username" and "registry-password" belong together/],
  [{ 'hold-days': '400' }, 'Input "hold-days"'],
  [{ environments: 'production', images: 'nothing:1' }, /no file that environment production deploys/],
  [{ reason: '' }, 'Input "reason" is required.'],
])('%j is refused', async (inputs, message) => {
  await using platform = await start((api) => ({
    'gitops/.seaworthy/holds/a.yaml': `image: ${api}\ntag: 1.4.0\nenvironments: []\nreason: bad as well\nsince: 2026-11-20T00:00:00Z\n`,
    'overlays/staging/kustomization.yaml': `resources: [../../base]\nimages:\n  - name: ${api}\n    newTag: 1.5.0\n`,
  }))
  const first = await platform.repository.head()
  const run = await platform.run('roll-back', { images: `${platform.api}:1.5.0`, ...staging, ...inputs })
  expect(run, run.stdout).toMatchObject({ exitCode: 1, outputs: { outcome: 'refused', changed: 'false' } })
  expect(run.annotations[0]?.message).toMatch(message)
  expect(await platform.repository.head()).toBe(first)
})

test('a tag is taken back where its digest is pinned: the trailer of the bump tells which it was', async () => {
  const before = `sha256:${'0'.repeat(64)}`
  const pinned = (api: string, digest: string) =>
    `resources: [../../base]\nimages:\n  - name: ${api}\n    digest: ${digest}\n`
  await using platform = await start((api) => ({ 'overlays/staging/kustomization.yaml': pinned(api, before) }))
  const { api, registry, repository } = platform
  const push = (content: string) => registry.pushImage({ repository: 'your-org/api', tag: '1.5.0', content }).digest
  const bad = push('bad')
  expect((await platform.run('bump-image', { images: `${api}:1.5.0`, ...staging })).exitCode).toBe(0)
  // Pushed again: the registry would say that another digest is 1.5.0.
  push('mended')
  const run = await platform.run('roll-back', { images: `${api}:1.5.0`, ...staging })
  expect(run, run.stdout).toMatchObject({ exitCode: 0, outputs: { outcome: 'rolled-back', changed: 'true' } })
  expect(await platform.overlay('staging')).toBe(pinned(api, before))
  expect(parseHold(await repository.file(run.outputs.holds ?? ''), 'hold')).toMatchObject({
    hold: { tag: '1.5.0', digest: bad },
  })
  // By its digest alone it stays away as well; what was pushed again may come.
  const again = await platform.run('bump-image', { images: `${api}@${bad}`, ...staging })
  expect(again.annotations[0]?.message).toMatch(/is held in staging since .*runs\/1\): it lost orders/)
  expect((await platform.run('bump-image', { images: `${api}:1.5.0`, ...staging })).outputs.outcome).toBe('changed')
})

test('without a trailer the registry tells it, and where it cannot nothing is written', async () => {
  const before = `sha256:${'0'.repeat(64)}`
  const pinned = (api: string, digest: string) =>
    `resources: [../../base]\nimages:\n  - name: ${api}\n    digest: ${digest}\n`
  await using platform = await start((api) => ({ 'overlays/staging/kustomization.yaml': pinned(api, before) }))
  const { api, registry, repository } = platform
  const { digest } = registry.pushImage({ repository: 'your-org/api', tag: '1.5.0' })
  await repository.commit('by hand', { 'overlays/staging/kustomization.yaml': pinned(api, digest) })
  const first = await repository.head()
  for (const [inputs, why] of [
    [{ images: `${api}:1.5.0`, ...unchecked }, /check-registry: false/],
    [{ images: `${api}:1.5.1` }, /the registry does not tell/],
  ] as const) {
    const refused = await platform.run('roll-back', { ...staging, ...inputs })
    expect(refused, refused.stdout).toMatchObject({
      exitCode: 1,
      outputs: { outcome: 'refused', changed: 'false', holds: '' },
    })
    expect(refused.annotations[0]?.message).toMatch(why)
    expect(refused.annotations[0]?.message).toContain(`give the bad version as it stands here (${api}@${digest})`)
    expect(await repository.head()).toBe(first)
  }
  const run = await platform.run('roll-back', { images: `${api}:1.5.0`, ...staging })
  expect(run, run.stdout).toMatchObject({ exitCode: 0, outputs: { outcome: 'rolled-back' } })
  expect(await platform.overlay('staging')).toBe(pinned(api, before))
})

test('a version that was asked for gets its digest from the registry, and must satisfy the settings', async () => {
  await using platform = await start(() => ({
    '.github/seaworthy.yaml':
      'environments:\n  staging: {pin: tag@digest, platforms: [linux/arm64]}\n  production: {promote-from: staging}\n',
  }))
  const { api, registry, repository } = platform
  const first = await repository.head()
  registry.pushImage({ repository: 'your-org/api', tag: '1.2.0' })
  const { digest } = registry.pushImage({
    repository: 'your-org/api',
    tag: '1.3.0',
    platforms: ['linux/amd64', 'linux/arm64'],
  })
  const wrong = await platform.run('roll-back', { images: api, to: '1.2.0', ...staging })
  expect(wrong.exitCode).toBe(1)
  expect(wrong.annotations[0]?.message).toMatch(/1\.2\.0 \(input `to`\): The image is not for linux\/arm64/)
  const unproved = await platform.run('roll-back', { images: api, to: '1.3.0', ...staging, environments: 'production' })
  expect(unproved.exitCode).toBe(1)
  expect(unproved.annotations[0]?.message).toMatch(/passed its smoke test neither in staging nor in production/)
  expect(await repository.head()).toBe(first)
  const run = await platform.run('roll-back', { images: api, to: '1.3.0', ...staging })
  expect(run, run.stdout).toMatchObject({ exitCode: 0, outputs: { outcome: 'rolled-back' } })
  expect(await platform.overlay('staging')).toContain(`newTag: 1.3.0@${digest} # the api`)
})

test('files of no known environment are held everywhere, and log and summary say so', async () => {
  await using platform = await start((api) => ({ 'compose.yaml': `services: {api: {image: "${api}:1.5.0"}}\n` }))
  const { api, repository } = platform
  const run = await platform.run('roll-back', {
    images: api,
    files: 'compose.yaml',
    to: '1.4.0',
    reason: 'bad',
    ...unchecked,
  })
  expect(run, run.stdout).toMatchObject({
    exitCode: 0,
    outputs: { outcome: 'rolled-back', holds: holdFile(api, '1.5.0', 'everywhere') },
  })
  const said = /no environment is known of the places of .*, so 1\.5\.0 is held everywhere/
  expect(run.stdout).toMatch(said)
  expect(run.summary.replaceAll('\\', '')).toMatch(said)
  expect(parseHold(await repository.file(run.outputs.holds ?? ''), 'hold')).toMatchObject({
    hold: { environments: [] },
  })
})

test('where GitHub refuses the write, it fails and says nothing of a change', async () => {
  await using platform = await start()
  const first = await platform.repository.head()
  platform.github.faults.add({
    on: { route: 'createCommitOnBranch' },
    times: Number.POSITIVE_INFINITY,
    effect: { type: 'graphql-error', message: 'Resource not accessible by integration', errorType: 'FORBIDDEN' },
  })
  const run = await platform.run('roll-back', { images: platform.api, to: '1.3.0', ...staging, ...unchecked })
  expect(run, run.stdout).toMatchObject({
    exitCode: 1,
    outputs: { outcome: 'refused', changed: 'false', commit: '', holds: '' },
  })
  expect(run.annotations[0]?.message).toMatch(/contents: write|not accessible/)
  expect(await platform.repository.head()).toBe(first)
})

test('a lost race is planned anew: what somebody else has moved meanwhile is left alone', async () => {
  await using platform = await start()
  const { api } = platform
  const moved = (await platform.overlay('staging')).replace('1.4.0', '1.4.1')
  platform.github.faults.add({
    on: { route: 'createCommitOnBranch' },
    effect: { type: 'stale-head', files: { 'overlays/staging/kustomization.yaml': moved } },
  })
  const run = await platform.run('roll-back', { images: `${api}:1.4.0`, to: '1.3.0', ...staging, ...unchecked })
  expect(run, run.stdout).toMatchObject({ exitCode: 0, outputs: { outcome: 'held', changed: 'true', attempts: '2' } })
  expect(run.stdout).toMatch(/has 1\.4\.1, not 1\.4\.0, and is left alone/)
  expect(await platform.overlay('staging')).toBe(moved)
})
