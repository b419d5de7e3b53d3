// The committed roll-back action as a runner starts it, against GitHub's emulator.
import { expect, test } from 'vitest'
import { parseHold } from '../../actions/lib/contracts/hold.ts'
import { startPlatform } from './testing/platform.ts'

const staging = { environments: 'staging', reason: 'it lost orders' }
const record = (api: string, ...tags: readonly string[]) => ({
  [`gitops/.seaworthy/records/staging/${api.replaceAll(':', '_')}.yaml`]: `image: ${api}\nenvironment: staging\npassed:\n${tags.map((tag, index) => `  - tag: "${tag}"\n    at: 2026-11-${20 - index}T10:00:00Z\n    commit: ${'c'.repeat(40)}\n`).join('')}`,
})

test('the last version that passed its smoke test comes back, not the one before', async () => {
  await using platform = await startPlatform((api) => record(api, '1.5.0', '1.4.0', '1.3.0'))
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
      holds: 'gitops/.seaworthy/holds/api.1.5.0.staging.yaml',
    },
  })
  expect(JSON.parse(run.outputs.to ?? '')).toEqual([{ image: api, bad: { tag: '1.5.0' }, to: { tag: '1.4.0' } }])
  expect(await platform.overlay('staging')).toContain('newTag: 1.4.0 # the api')
  const hold = parseHold(await repository.file('gitops/.seaworthy/holds/api.1.5.0.staging.yaml'), 'hold')
  expect(hold).toMatchObject({
    hold: { image: api, tag: '1.5.0', environments: ['staging'], reason: 'it lost orders', by: 'your-bot' },
  })
  // Two files in one commit: nobody can see the version gone and not held.
  expect((await repository.git('show', '--format=', '--name-only', 'main')).split('\n').sort()).toEqual([
    'gitops/.seaworthy/holds/api.1.5.0.staging.yaml',
    'overlays/staging/kustomization.yaml',
  ])
})

test('without a record the version before comes back, by the history of the file, over held ones', async () => {
  await using platform = await startPlatform()
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
  await using platform = await startPlatform()
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
  await using platform = await startPlatform()
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
  await using platform = await startPlatform()
  const first = await platform.repository.head()
  const run = await platform.run('roll-back', { images: platform.api, to: '1.3.0', ...staging, 'dry-run': 'true' })
  expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'rolled-back', changed: 'false' } })
  expect(run.summary).toMatch(/\+ {4}newTag: 1\.3\.0 # the api[\s\S]*new file mode 100644/)
  expect(await platform.repository.head()).toBe(first)
})

test.each([
  [{ to: '1.4.0' }, /1\.4\.0 is held everywhere since .*: bad as well/],
  [{ to: '1.5.0' }, /1\.5\.0 is the version to take back/],
  [{ to: '1.5 0' }, 'This is no version.'],
  [{ 'hold-days': '400' }, 'Input "hold-days"'],
  [{ environments: 'production', images: 'nothing:1' }, /no file that environment production deploys/],
  [{ reason: '' }, 'Input "reason" is required.'],
])('%j is refused', async (inputs, message) => {
  await using platform = await startPlatform((api) => ({
    'gitops/.seaworthy/holds/a.yaml': `image: ${api}\ntag: 1.4.0\nenvironments: []\nreason: bad as well\nsince: 2026-11-20T00:00:00Z\n`,
    'overlays/staging/kustomization.yaml': `images:\n  - name: ${api}\n    newTag: 1.5.0\n`,
  }))
  const first = await platform.repository.head()
  const run = await platform.run('roll-back', { images: `${platform.api}:1.5.0`, ...staging, ...inputs })
  expect(run, run.stdout).toMatchObject({ exitCode: 1, outputs: { outcome: 'refused', changed: 'false' } })
  expect(run.annotations[0]?.message).toMatch(message)
  expect(await platform.repository.head()).toBe(first)
})
