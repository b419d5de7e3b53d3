// Many builds that bump at once: a process of the committed bundle for each, against one branch.
import { expect } from 'vitest'
import { startGitHub } from '../../../actions/lib/testing/github/index.ts'
import { runAction } from '../../../actions/lib/testing/run-action.ts'

const namesOf = (writers: number) =>
  Array.from({ length: writers }, (_, index) => `service-${String(index).padStart(2, '0')}`)

/** All images in neighbouring lines of one file: text merges would conflict. */
export const kustomization = (writers: number, tag: string) =>
  `images:\n${namesOf(writers)
    .map((name) => `  - name: ghcr.io/your-org/${name}\n    newTag: ${tag} # ${name}\n`)
    .join('')}`

/** What each commit that changes one image says with `--numstat`. */
export const oneLineEach = (writers: number) => namesOf(writers).map(() => '1\t1\tkustomization.yaml')

/** Bumps every image of the file from 1.0.0 to 2.0.0, each by a process of its own, and says what came of it. @param prepare sets faults */
export async function bumpAtOnce(
  writers: number,
  prepare: (github: Awaited<ReturnType<typeof startGitHub>>) => void = () => {},
) {
  const names = namesOf(writers)
  const github = await startGitHub({
    repositories: { 'your-org/platform': { 'kustomization.yaml': kustomization(writers, '1.0.0') } },
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
      lines: (
        await repository.git(
          'log',
          '--format=',
          '--numstat',
          ...runs.map(({ outputs }) => outputs.commit ?? ''),
          '--no-walk',
        )
      ).split('\n'),
    }
  } finally {
    await github.stop()
  }
}

/** Nobody else was there: all land, none is lost, every commit is a fast-forward of one line. */
export async function expectAllInOneLine(writers: number): Promise<void> {
  const { file, commits, history, first, lines, fsck, attempts } = await bumpAtOnce(writers)
  expect(file).toBe(kustomization(writers, '2.0.0'))
  expect(new Set(commits).size).toBe(writers)
  expect(history.map(([commit]) => commit).sort()).toEqual([...commits].sort())
  expect(history.every((line, index) => line.length === 2 && line[1] === (history[index + 1]?.[0] ?? first))).toBe(true)
  expect(lines).toEqual(oneLineEach(writers))
  expect(fsck).toBe('')
  // Otherwise nobody raced, and nothing was shown.
  expect(Math.max(...attempts)).toBeGreaterThan(1)
}

/**
 * The same with lost answers, limits, server errors and four commits of other people in between.
 * @param staleEvery how many commits pass between two of other people's: few writers make few of them
 */
export async function expectAllDespiteFaults(writers: number, staleEvery: number): Promise<void> {
  const { file, commits, history, lines, fsck } = await bumpAtOnce(writers, ({ faults }) => {
    const on = { route: 'createCommitOnBranch' }
    faults.add({ on, every: 7, times: Number.POSITIVE_INFINITY, effect: { type: 'lost-answer' } })
    faults.add({ on, every: staleEvery, times: 4, effect: { type: 'stale-head' } })
    faults.add({ on, every: 13, times: 3, effect: { type: 'secondary-limit', retryAfterSeconds: 1 } })
    faults.add({ on, every: 5, times: 10, effect: { type: 'reset' } })
    faults.add({ on: { route: 'git/get-ref' }, every: 17, times: 8, effect: { type: 'status', status: 502 } })
    faults.add({ on: { route: 'git/get-tree' }, every: 19, times: 5, effect: { type: 'truncated' } })
  })
  expect(file).toBe(kustomization(writers, '2.0.0'))
  // A write whose answer was lost is recognised: no bump is there twice, and what else came is other people's.
  expect(new Set(commits).size).toBe(writers)
  const others = history.filter(([commit]) => !commits.includes(commit ?? ''))
  expect(others.length).toBe(4)
  expect(history.every((line) => line.length === 2)).toBe(true)
  expect(lines).toEqual(oneLineEach(writers))
  expect(fsck).toBe('')
}
