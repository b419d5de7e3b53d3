// The shipped inbox workflow, run by act in host mode against GitHub's emulator: its expressions, inputs and outputs hold.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { startGitHub } from '../../actions/lib/testing/github/index.ts'
import { goTool } from '../../actions/lib/testing/native-tools.ts'
import { runTool } from '../../actions/lib/toolkit/exec.ts'

const root = resolve(import.meta.dirname, '../..')
const act = goTool('github.com/nektos/act', 'v0.2.87')
const workflow = '.github/workflows/bump-image.yml'

/** act knows neither `$/`, nor `queue`, and has no network for the actions of others. */
function writeCopy(folder: string): void {
  const text = readFileSync(join(root, workflow), 'utf8')
    .replaceAll('uses: $/', 'uses: your-org/seaworthy/')
    .replaceAll(/(uses: your-org\/seaworthy\/\S+)/g, '$1@main')
    // There is no registry behind the name.
    .replace('take-waiting: true', 'take-waiting: true\n          check-registry: false')
    .replaceAll(/^ {2}# All wait in order.*\n {2}queue: max\n/gm, '')
  expect(text).not.toMatch(/queue:|\$\/actions/)
  mkdirSync(join(folder, dirname(workflow)), { recursive: true })
  writeFileSync(join(folder, workflow), text)
  for (const path of ['actions/bump-image/action.yml', 'actions/dist'])
    cpSync(join(root, path), join(folder, path), { recursive: true })
  mkdirSync(join(folder, 'stand-in'))
  writeFileSync(
    join(folder, 'stand-in/action.yml'),
    'name: x\ndescription: x\noutputs:\n  token:\n    value: ""\nruns:\n  using: composite\n  steps:\n    - run: exit 1\n      shell: bash\n',
  )
  for (const args of [
    ['init', '-q', '-b', 'main'],
    ['add', '-A'],
    ['-c', 'user.name=x', '-c', 'user.email=x@seaworthy.invalid', 'commit', '-q', '-m', 'x'],
    ['remote', 'add', 'origin', 'https://github.com/your-org/platform'],
  ])
    execFileSync('git', args, {
      cwd: folder,
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    })
}

const request = { images: [{ image: 'ghcr.io/your-org/api', tag: '1.20' }], files: ['values.yaml'] }

test.skipIf(act === undefined).each([
  ['repository_dispatch', { action: 'bump-image', client_payload: request }],
  [
    'workflow_dispatch',
    { inputs: { request: `images: [{image: ghcr.io/your-org/api, tag: 1.20}]\nfiles: [values.yaml]\n` } },
  ],
])('%s', { timeout: 180_000 }, async (event, payload) => {
  await using github = await startGitHub({
    repositories: { 'your-org/platform': { 'values.yaml': 'image: ghcr.io/your-org/api:1.4.0 # keep\n' } },
  })
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-act-')))
  try {
    writeCopy(folder)
    writeFileSync(
      join(folder, '../event.json'),
      JSON.stringify({ ...payload, repository: { full_name: 'your-org/platform' } }),
    )
    const token = /create-github-app-token@([0-9a-f]{40})/.exec(readFileSync(join(root, workflow), 'utf8'))?.[1]
    const environment = Object.entries({
      ...github.environment,
      GITHUB_REPOSITORY: 'your-org/platform',
      'INPUT_CHECK-REGISTRY': 'false',
    })
    const { stdout, stderr } = await runTool({
      tool: act ?? '',
      args: [
        event,
        ...[
          '-e',
          join(folder, '../event.json'),
          '-W',
          workflow,
          '-P',
          'ubuntu-24.04=-self-hosted',
          '-s',
          'GITHUB_TOKEN=token',
        ],
        ...['--action-offline-mode', '--artifact-server-addr', '127.0.0.1', '--cache-server-addr', '127.0.0.1'],
        ...['--local-repository', `your-org/seaworthy@main=${folder}`],
        ...['--local-repository', `actions/create-github-app-token@${token}=${join(folder, 'stand-in')}`],
        ...environment.flatMap(([name, value]) => ['--env', `${name}=${value}`]),
      ],
      cwd: folder,
      acceptExitCodes: [0, 1],
      timeoutMs: 170_000,
    })
    const said = stdout + stderr
    expect(said).toContain('Changed 1 place in 1 file.')
    expect(await github.repository('your-org/platform').file('values.yaml'), said).toBe(
      'image: ghcr.io/your-org/api:1.20 # keep\n',
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
