// Fifty builds bump at once: fifty processes of the committed bundle against one branch, without faults and with all of them.
import { expect, test } from 'vitest'
import { startGitHub } from '../../actions/lib/testing/github/index.ts'
import { runAction } from '../../actions/lib/testing/run-action.ts'

const writers = 50
const names = Array.from({ length: writers }, (_, index) => `service-${String(index).padStart(2, '0')}`)

/** All images in neighbouring lines of one file: text merges would conflict. */
const kustomization = (tag: string) =>
  `images:\n${names.map((name) => `  - name: ghcr.io/your-org/${name}\n    newTag: ${tag} # ${name}\n`).join('')}`

async function bumpAll(prepare: (github: Awaited<ReturnType<typeof startGitHub>>) => void) {
  const github = await startGitHub({
    repositories: { 'your-org/platform': { 'kustomization.yaml': kustomization('1.0.0') } },
  })
  try {
    const repository = github.repository('your-org/platform')
    const first = await repository.head()
    prepare(github)
    const runs = await Promise.all(
      names.map((name) =>
        runAction('bump-image', {
          token: 'token',
          env: { ...github.environment, GITHUB_REPOSITORY: 'your-org/platform' },
          inputs: { images: `ghcr.io/your-org/${name}:2.0.0`, files: 'kustomization.yaml', 'check-registry': 'false' },
          timeoutMs: 240_000,
        }),
      ),
    )
    expect(runs.filter(({ exitCode }) => exitCode !== 0).map(({ stdout }) => stdout)).toEqual([])
    expect(runs.map(({ outputs }) => outputs.outcome)).toEqual(names.map(() => 'changed'))
    return {
      file: await repository.file('kustomization.yaml'),
      commits: runs.map(({ outputs }) => outputs.commit ?? ''),
      attempts: runs.map(({ outputs }) => Number(outputs.attempts)),
      // Each commit with its parents: a merge would have two.
      history: (await repository.git('rev-list', '--parents', `${first}..main`))
        .split('\n')
        .map((line) => line.split(' ')),
      first,
      fsck: await repository.git('fsck', '--strict', '--no-dangling'),
      lines: await repository.git(
        'log',
        '--format=',
        '--numstat',
        ...runs.map(({ outputs }) => outputs.commit ?? ''),
        '--no-walk',
      ),
    }
  } finally {
    await github.stop()
  }
}

test('all land, none is lost, every commit is a fast-forward of one line', { timeout: 300_000 }, async () => {
  const { file, commits, history, first, lines, fsck, attempts } = await bumpAll(() => {})
  expect(file).toBe(kustomization('2.0.0'))
  expect(new Set(commits).size).toBe(writers)
  expect(history.map(([commit]) => commit).sort()).toEqual([...commits].sort())
  expect(history.every((line, index) => line.length === 2 && line[1] === (history[index + 1]?.[0] ?? first))).toBe(true)
  expect(lines.split('\n')).toEqual(names.map(() => '1\t1\tkustomization.yaml'))
  expect(fsck).toBe('')
  // Otherwise nobody raced, and nothing was shown.
  expect(Math.max(...attempts)).toBeGreaterThan(1)
})

test('the same with lost answers, limits, server errors and other people in between', {
  timeout: 300_000,
}, async () => {
  const { file, commits, history, lines, fsck } = await bumpAll(({ faults }) => {
    const on = { route: 'createCommitOnBranch' }
    faults.add({ on, every: 7, times: Number.POSITIVE_INFINITY, effect: { type: 'lost-answer' } })
    faults.add({ on, every: 11, times: 4, effect: { type: 'stale-head' } })
    faults.add({ on, every: 13, times: 3, effect: { type: 'secondary-limit', retryAfterSeconds: 1 } })
    faults.add({ on, every: 5, times: 10, effect: { type: 'reset' } })
    faults.add({ on: { route: 'git/get-ref' }, every: 17, times: 8, effect: { type: 'status', status: 502 } })
    faults.add({ on: { route: 'git/get-tree' }, every: 19, times: 5, effect: { type: 'truncated' } })
  })
  expect(file).toBe(kustomization('2.0.0'))
  // A write whose answer was lost is recognised: no bump is there twice, and what else came is other people's.
  expect(new Set(commits).size).toBe(writers)
  const others = history.filter(([commit]) => !commits.includes(commit ?? ''))
  expect(others.length).toBe(4)
  expect(history.every((line) => line.length === 2)).toBe(true)
  expect(lines.split('\n')).toEqual(names.map(() => '1\t1\tkustomization.yaml'))
  expect(fsck).toBe('')
})
