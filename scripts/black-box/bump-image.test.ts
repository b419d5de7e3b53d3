// The committed bump-image action as a runner starts it, against GitHub's emulator and a registry.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { seedWorkflowRun } from '../../actions/lib/testing/github/index.ts'
import { runAction } from '../../actions/lib/testing/run-action.ts'
import { temporaryRepository } from '../../actions/lib/testing/temporary-repository.ts'
import { startPlatform } from './testing/platform.ts'

const staging = { environments: 'staging' }

test('one line of one file changes, and the commit tells why', async () => {
  await using platform = await startPlatform()
  const { api, repository } = platform
  const { digest } = platform.registry.pushImage({
    repository: 'your-org/api',
    tag: '1.5.0',
    platforms: ['linux/amd64', 'linux/arm64'],
  })
  const source = { 'source-repository': 'your-org/api', 'source-commit': 'a'.repeat(40), 'source-run': '7' }
  const run = await platform.run('bump-image', {
    images: `${api}:1.5.0`,
    ...staging,
    ...source,
    platforms: 'linux/arm64',
  })
  expect(run).toMatchObject({
    exitCode: 0,
    outputs: { outcome: 'changed', changed: 'true', verified: 'true', attempts: '1' },
  })
  expect(run.outputs.commit).toBe(await repository.head())
  expect(await repository.git('log', '-1', '--format=%B')).toMatch(
    new RegExp(
      [
        '^Bump api to 1\\.5\\.0 in staging\n',
        '- overlays/staging/kustomization\\.yaml:4: 1\\.4\\.0 → 1\\.5\\.0\n',
        `Seaworthy-Bump: image=${api} tag=1\\.5\\.0 digest=${digest} source=your-org/api commit=${'a'.repeat(40)} run=7 environments=staging`,
        'Seaworthy-Change: \\w+$',
      ].join('\n'),
    ),
  )
  expect((await repository.git('show', '--format=', '--unified=0', 'main')).split('\n').slice(2)).toEqual([
    '--- a/overlays/staging/kustomization.yaml',
    '+++ b/overlays/staging/kustomization.yaml',
    '@@ -4 +4 @@ images:',
    '-    newTag: 1.4.0 # the api',
    '+    newTag: 1.5.0 # the api',
  ])
  expect(run.summary.split('\n')[0]).toBe('✅ **Changed 1 place in 1 file.**')
  expect(run.stdout).not.toMatch(/^(?!::add-mask::).*\btoken\b/m)
  expect(run.stdout).toMatch(/^read main at [0-9a-f]{7} \(\d+ files\): 1 place in 1 Application of staging$/m)

  const again = await platform.run('bump-image', { images: `${api}:1.5.0`, ...staging })
  expect(again).toMatchObject({ exitCode: 0, outputs: { outcome: 'already-there', changed: 'false', commit: '' } })
})

test('the index digest is pinned where the place has a digest, and a tag or platform that is missing stops it', async () => {
  await using platform = await startPlatform((api) => ({
    'overlays/staging/kustomization.yaml': `resources: [../../base]\nimages:\n  - name: ${api}\n    newTag: 1.4.0@sha256:${'0'.repeat(64)}\n`,
  }))
  const { api, repository } = platform
  const first = await repository.head()
  const missing = await platform.run('bump-image', { images: `${api}:1.5.0`, ...staging })
  expect(missing).toMatchObject({ exitCode: 1, outputs: { outcome: 'refused', commit: '' } })
  expect(missing.annotations[0]?.message).toContain(`${api}`)
  const { digest } = platform.registry.pushImage({
    repository: 'your-org/api',
    tag: '1.5.0',
    platforms: ['linux/amd64', 'linux/arm64'],
  })
  const wrong = await platform.run('bump-image', { images: `${api}:1.5.0`, ...staging, platforms: 'linux/s390x' })
  expect(wrong.exitCode).toBe(1)
  expect(wrong.annotations[0]?.message).toMatch(/not for linux\/s390x: it has linux\/amd64, linux\/arm64/)
  expect(await repository.head()).toBe(first)
  expect((await platform.run('bump-image', { images: `${api}:1.5.0`, ...staging })).exitCode).toBe(0)
  expect(await platform.overlay('staging')).toContain(`newTag: 1.5.0@${digest}\n`)
})

test('an older build that comes late is skipped, unless it is allowed', async () => {
  await using platform = await startPlatform()
  const { api, github } = platform
  const source = github.repository('your-org/api')
  const older = await source.head()
  const newer = await source.commit('newer', { 'main.go': 'package main // 2\n' })
  const bump = (tag: string, commit: string, more = {}) =>
    platform.run('bump-image', {
      images: `${api}:${tag}`,
      ...staging,
      'check-registry': 'false',
      'source-repository': 'your-org/api',
      'source-commit': commit,
      ...more,
    })
  expect((await bump('2.0.0', newer)).outputs.outcome).toBe('changed')
  const late = await bump('1.9.0', older)
  expect(late).toMatchObject({ exitCode: 0, outputs: { outcome: 'superseded', changed: 'false' } })
  expect(late.summary).toMatch(/a newer build is deployed already[\s\S]*is older than/)
  expect(await platform.overlay('staging')).toContain('newTag: 2.0.0')
  expect((await bump('1.9.0', older, { 'allow-downgrade': 'true' })).outputs.outcome).toBe('changed')
})

test('a promotion needs a smoke record of that very version', async () => {
  await using platform = await startPlatform()
  const { api, repository } = platform
  const inputs = { images: api, environments: 'production', from: 'staging', 'check-registry': 'false' }
  await platform.run('bump-image', { images: `${api}:1.5.0`, ...staging, 'check-registry': 'false' })
  const refused = await platform.run('bump-image', inputs)
  expect(refused.exitCode).toBe(1)
  expect(refused.annotations[0]?.message).toMatch(/1\.5\.0 of .* has no smoke test that passed in staging/)
  const record = (tag: string) => ({
    [`gitops/.seaworthy/records/staging/${api.replaceAll(':', '_')}.yaml`]: `image: ${api}\nenvironment: staging\npassed:\n  - tag: "${tag}"\n    at: 2026-11-20T10:00:00Z\n    commit: ${'c'.repeat(40)}\n`,
  })
  await repository.commit('record of another version', record('1.4.9'))
  expect((await platform.run('bump-image', inputs)).exitCode).toBe(1)
  await repository.commit('record', record('1.5.0'))
  expect((await platform.run('bump-image', inputs)).outputs.outcome).toBe('changed')
  expect(await platform.overlay('production')).toContain('newTag: 1.5.0')
  expect(await repository.git('log', '-1', '--format=%s')).toBe('Promote api to 1.5.0 in production')
})

test('what was rolled back stays away through ten more bumps, and other bumps still land', async () => {
  await using platform = await startPlatform()
  const { api } = platform
  const bump = (tag: string, image = api) =>
    platform.run('bump-image', { images: `${image}:${tag}`, ...staging, 'check-registry': 'false' })
  await bump('1.5.0')
  await bump('2.1.0', 'ghcr.io/your-org/web')
  const back = await platform.run('roll-back', { images: `${api}:1.5.0`, ...staging, reason: 'it lost orders' })
  expect(back).toMatchObject({ exitCode: 0, outputs: { outcome: 'rolled-back' } })
  // The bump that came between is not reverted.
  expect(await platform.overlay('staging')).toMatch(/newTag: 1\.4\.0 # the api[\s\S]*newTag: 2\.1\.0/)
  const more = await Promise.all(Array.from({ length: 10 }, () => bump('1.5.0')))
  expect(more.map(({ exitCode, outputs }) => [exitCode, outputs.outcome])).toEqual(more.map(() => [1, 'refused']))
  expect(more[0]?.annotations[0]?.message).toMatch(/1\.5\.0 is held in staging since .* by your-bot .*: it lost orders/)
  expect((await bump('1.5.1')).outputs.outcome).toBe('changed')
  expect(await platform.overlay('staging')).toContain('newTag: 1.5.1')
})

test('a dry run writes nothing, and its diff is one that git applies', async () => {
  await using platform = await startPlatform()
  const { api, repository } = platform
  const first = await repository.head()
  const run = await platform.run('bump-image', {
    images: `${api}:1.5.0`,
    environments: 'staging, production',
    'check-registry': 'false',
    'dry-run': 'true',
  })
  expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'changed', changed: 'false', commit: '' } })
  expect(await repository.head()).toBe(first)
  const diff = /```diff\n([\s\S]*?)```/.exec(run.summary)?.[1] ?? ''
  await using clone = temporaryRepository()
  clone.git('fetch', '--quiet', repository.path, 'main')
  clone.git('reset', '--quiet', '--hard', 'FETCH_HEAD')
  writeFileSync(join(clone.path, 'x.diff'), diff)
  execFileSync('git', ['apply', '--unidiff-zero', 'x.diff'], { cwd: clone.path })
  expect(clone.git('diff', '--numstat')).toBe(
    '1\t1\toverlays/production/kustomization.yaml\n1\t1\toverlays/staging/kustomization.yaml',
  )
})

test('a pull request is opened, and updated by the next version', async () => {
  await using platform = await startPlatform()
  const { api, repository } = platform
  const propose = (tag: string) =>
    platform.run('bump-image', {
      images: `${api}:${tag}`,
      ...staging,
      mode: 'pull-request',
      labels: 'bump',
      'check-registry': 'false',
    })
  const first = await repository.head()
  const opened = await propose('1.5.0')
  expect(opened).toMatchObject({
    exitCode: 0,
    outputs: { outcome: 'changed', 'pull-request': expect.stringMatching(/^\d+$/) },
  })
  const updated = await propose('1.5.1')
  expect(updated.outputs['pull-request']).toBe(opened.outputs['pull-request'])
  expect(await repository.head()).toBe(first)
  const [pull, ...others] = repository.pulls
  expect(others).toEqual([])
  expect(pull).toMatchObject({
    state: 'open',
    title: 'Bump api to 1.5.1 in staging',
    // The port of the registry is left out of the readable part.
    head: expect.stringMatching(/^seaworthy\/bump\/staging\/127\.0\.0\.1-\d+-your-org-api-[0-9a-f]{8}$/),
    labels: ['bump'],
  })
  expect(pull?.body).toMatch(/\+ {4}newTag: 1\.5\.1 # the api[\s\S]*Seaworthy-Bump: image=/)
  expect(await repository.file('overlays/staging/kustomization.yaml', pull?.head)).toContain('1.5.1')
})

test('what a person declined is not proposed again, and the answer says so', async () => {
  await using platform = await startPlatform()
  const inputs = { images: `${platform.api}:1.5.0`, ...staging, mode: 'pull-request', 'check-registry': 'false' }
  await platform.run('bump-image', inputs)
  Object.assign(platform.repository.pulls[0] ?? {}, { state: 'closed' })
  const again = await platform.run('bump-image', inputs)
  expect(again).toMatchObject({ exitCode: 0, outputs: { changed: 'false', commit: '' } })
  expect(again.summary).toMatch(/^✅ \*\*Nothing was written: .*closed by .* without merging/)
  expect(platform.repository.pulls).toHaveLength(1)
})

/** The trailers at the end of a pull request, without the line for us below. */
const told = (body: string | null | undefined) =>
  body
    ?.match(/^Seaworthy-Bump: .*/gm)
    ?.map((line) => line.replace(/^.*?image=(\S+) tag=(\S+).*environments=(\S+)$/, '$1 $2 $3'))

test('a pull request of a group tells all that it merges, also what was described badly before', async () => {
  await using platform = await startPlatform()
  const { api, repository } = platform
  const bump = (images: string, environments: string) =>
    platform.run('bump-image', {
      images,
      environments,
      mode: 'pull-request',
      group: 'release',
      'check-registry': 'false',
      'source-repository': 'your-org/api',
      'source-commit': 'a'.repeat(40),
    })
  const web = 'ghcr.io/your-org/web'
  await bump(`${api}:1.5.0`, 'staging')
  await bump(`${web}:2.1.0`, 'production')
  const third = await bump(`${api}:1.5.1`, 'staging,production')
  expect(third, third.stdout).toMatchObject({ exitCode: 0, outputs: { outcome: 'changed' } })
  const [pull, ...others] = repository.pulls
  expect(others).toEqual([])
  expect(pull).toMatchObject({ title: 'Bump 2 images in production, staging', head: 'seaworthy/bump/release' })
  const all = [`${web} 2.1.0 production`, `${api} 1.5.1 production,staging`]
  expect(told(pull?.body)).toEqual(all)
  expect(pull?.body).toMatch(
    /- `ghcr\.io\/your-org\/web` to `2\.1\.0` in production\n[\s\S]*\+ {4}newTag: 1\.5\.1 # the api/,
  )
  expect(pull?.body).not.toContain('tag=1.5.0')

  // As a run leaves it that ends between its commit and its description.
  if (pull !== undefined) pull.body = 'Something else.'
  expect((await bump(`${api}:1.5.1`, 'staging')).outputs).toMatchObject({ outcome: 'already-there', changed: 'false' })
  expect(told(repository.pulls[0]?.body)).toEqual(all)
})

test('runs that write to one group at the same time are all told of', async () => {
  await using platform = await startPlatform()
  const { api, repository } = platform
  const bump = (images: string, environments: string) =>
    platform.run('bump-image', {
      images,
      environments,
      mode: 'pull-request',
      group: 'release',
      'check-registry': 'false',
    })
  const web = 'ghcr.io/your-org/web'
  const runs = await Promise.all([
    bump(`${api}:1.5.0`, 'staging'),
    bump(`${web}:2.1.0`, 'staging'),
    bump(`${api}:1.5.0`, 'production'),
    bump(`${web}:2.1.0`, 'production'),
  ])
  expect(runs.map(({ exitCode, stdout }) => (exitCode === 0 ? 0 : stdout))).toEqual([0, 0, 0, 0])
  expect(repository.pulls.map(({ title }) => title)).toEqual(['Bump 2 images in production, staging'])
  expect(told(repository.pulls[0]?.body)?.sort()).toEqual(
    [`${api} 1.5.0 production`, `${api} 1.5.0 staging`, `${web} 2.1.0 production`, `${web} 2.1.0 staging`].sort(),
  )
})

test('a group that cannot be the name of a branch is refused before anything is written', async () => {
  await using platform = await startPlatform()
  const inputs = { images: `${platform.api}:1.5.0`, ...staging, mode: 'pull-request', 'check-registry': 'false' }
  const run = await platform.run('bump-image', { ...inputs, group: 'a..b' })
  expect(run.exitCode).toBe(1)
  expect(run.annotations[0]?.message).toContain('"a..b" cannot be the name of a group')
})

test('the inbox does what waits behind it in the same commit, and reports to each source', async () => {
  await using platform = await startPlatform()
  const { api, repository, github } = platform
  const built = await github.repository('your-org/api').head()
  const request = (images: readonly object[]) =>
    JSON.stringify({
      images,
      environments: ['staging'],
      source: { repository: 'your-org/api', commit: built, run: '5' },
    })
  const waiting = (title: string, more = {}) =>
    seedWorkflowRun(repository, {
      name: title,
      path: '.github/workflows/bump-image.yml',
      event: 'repository_dispatch',
      status: 'pending',
      conclusion: null,
      headSha: 'b'.repeat(40),
      ...more,
    })
  waiting(`Bump ${request([{ image: 'ghcr.io/your-org/web', tag: '2.1.0' }])}`)
  waiting(`Bump ${request([{ image: 'ghcr.io/your-org/nothing', tag: '1.0.0' }])}`)
  waiting('Bump { "images": [ cut off')
  // Not a request: anybody who may open a pull request could cause these.
  waiting(`Bump ${request([{ image: 'ghcr.io/your-org/web', tag: '6.6.6' }])}`, { event: 'pull_request' })
  waiting(`Bump ${request([{ image: 'ghcr.io/your-org/web', tag: '6.6.6' }])}`, { path: '.github/workflows/other.yml' })
  const run = await platform.run(
    'bump-image',
    {
      request: request([{ image: api, tag: '1.5.0' }]),
      'take-waiting': 'true',
      'report-status': 'true',
      'check-registry': 'false',
    },
    { GITHUB_WORKFLOW_REF: 'your-org/platform/.github/workflows/bump-image.yml@refs/heads/main' },
  )
  expect(run, run.stdout).toMatchObject({ exitCode: 0, outputs: { outcome: 'changed' } })
  expect(await platform.overlay('staging')).toMatch(/newTag: 1\.5\.0 # the api[\s\S]*newTag: 2\.1\.0/)
  expect(await repository.git('log', '-1', '--format=%s')).toBe('Bump 2 images in staging')
  const statuses = github
    .repository('your-org/api')
    .statuses.map(({ sha, state, context, description }) => [sha, state, context, description])
  // What was refused of the waiting ones says so in its own run.
  expect(statuses).toEqual([
    [built, 'success', 'seaworthy/bump (api in staging)', expect.stringMatching(/^written as /)],
    [built, 'success', 'seaworthy/bump (web in staging)', expect.stringMatching(/^written as /)],
  ])
  expect(run.summary).toContain('1 waiting request was done in the same change; one is left to its own run.')

  const own = await platform.run('bump-image', {
    request: request([{ image: 'ghcr.io/your-org/web', tag: '2.1.0' }]),
    'report-status': 'true',
    'check-registry': 'false',
  })
  expect(own).toMatchObject({ exitCode: 0, outputs: { outcome: 'already-there', commit: '' } })
  expect(own.stdout).toMatch(/^read main at [0-9a-f]{7} .*: 1 place in 1 Application of staging$/m)
})

test.each([
  ['a token that may not write', { permissions: { contents: 'read' } }, /contents: write/],
  ['no such repository', { repository: 'your-org/nowhere' }, /your-org\/nowhere/],
  ['a branch that is not there', { branch: 'nowhere' }, /nowhere/],
] as const)('%s is one clear error', async (_, what, message) => {
  const permissions = 'permissions' in what ? what.permissions : { contents: 'write' as const }
  await using platform = await startPlatform(undefined, { tokens: { token: { login: 'your-app[bot]', permissions } } })
  const run = await platform.run('bump-image', {
    images: `${platform.api}:1.5.0`,
    ...staging,
    'check-registry': 'false',
    ...('repository' in what && { repository: what.repository }),
    ...('branch' in what && { branch: what.branch }),
  })
  expect(run.exitCode).toBe(1)
  expect(run.annotations).toHaveLength(1)
  expect(run.annotations[0]?.message).toMatch(message)
  expect(run.stdout).not.toMatch(/\n\s+at .*\.js:\d+/)
})

test('a protected branch says so, at once', async () => {
  await using platform = await startPlatform()
  platform.repository.protect('main', { requirePullRequest: true })
  const run = await platform.run('bump-image', {
    images: `${platform.api}:1.5.0`,
    ...staging,
    'check-registry': 'false',
  })
  expect(run.exitCode).toBe(1)
  expect(run.annotations[0]?.message).toMatch(/protect|pull request/i)
})

test('text of the repository cannot become a command of the log or markup of the summary', async () => {
  const evil = '1.4.0-%0A::set-output name=commit::x'
  await using platform = await startPlatform((api) => ({
    'overlays/staging/kustomization.yaml': `resources: [../../base]\nimages:\n  - name: ${api}\n    newTag: "1\\n::error::evil"\n`,
    'gitops/.seaworthy/holds/a.yaml': `image: ${api}\ntag: 1.5.0\nenvironments: []\nreason: "x\\n::error::evil <img src=x> @your-org"\nsince: 2026-11-20T00:00:00Z\n`,
  }))
  const run = await platform.run('bump-image', {
    images: `${platform.api}:1.5.0`,
    ...staging,
    expect: evil,
    'check-registry': 'false',
  })
  expect(run.exitCode).toBe(1)
  expect(run.annotations).toHaveLength(1)
  expect(run.summary).not.toMatch(/<img|@your-org/)
  const held = await platform.run('bump-image', {
    images: `${platform.api}:1.5.0`,
    ...staging,
    'check-registry': 'false',
  })
  expect(held.annotations).toHaveLength(1)
  expect(held.summary).not.toMatch(/<img|@your-org/)
})

test.each([
  [{}, 'Nothing says which image.'],
  [{ images: 'API:1' }, '"API" is no name of an image.'],
  [{ images: 'https://ghcr.io/your-org/api:1' }, /write it without the scheme: ghcr\.io\/your-org\/api/],
  [{ images: 'api:1:2', environments: 'a' }, '"api:1" is no name of an image.'],
  [{ images: ':1', environments: 'a' }, /"" is no name of an image[\s\S]*write the name before the version/],
  [{ images: 'api', from: 'a', environments: 'b,a' }, 'a is both where the version comes from and where it is to go.'],
  [{ request: '{"images": [{"image": "api"}], "from": "a", "environments": ["a"]}' }, 'a is both where'],
  [{ images: 'api' }, 'Nothing says which version.'],
  [{ images: 'api:1' }, 'Nothing says where.'],
  [{ images: 'api:1', environments: 'Staging' }, 'Input "environments"'],
  [{ images: 'api:1', files: '../x.yaml' }, 'Input "files"'],
  [{ images: 'api:1', from: 'staging', environments: 'production' }, '`from` takes the version of another environment'],
  [
    { request: '{"images": [], "enviroments": []}' },
    /The request is not valid[\s\S]*unknown key `enviroments`: did you mean `environments`/,
  ],
  [{ request: '{}', images: 'api:1' }, 'Inputs "request" and "images" exclude each other.'],
  [
    { images: 'api:1', environments: 'a', 'source-repository': 'a/b' },
    'Inputs "source-repository" and "source-commit" belong together.',
  ],
])('wrong use %j is said before anything is asked', async (inputs, message) => {
  const run = await runAction('bump-image', {
    token: 'token',
    inputs: inputs as Record<string, string>,
    env: { GITHUB_REPOSITORY: 'your-org/platform' },
  })
  expect(run.exitCode).toBe(1)
  expect(run.annotations[0]?.message).toMatch(message)
})
