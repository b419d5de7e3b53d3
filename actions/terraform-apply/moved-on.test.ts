import { expect, test } from 'vitest'
import type { RootToPlan } from '../lib/terraform/planning/planning-context.ts'
import { temporaryRepository } from '../lib/testing/temporary-repository.ts'
import { openTrees } from '../terraform-plan/trees.ts'
import { notMovedOn } from './moved-on.ts'

const rootFile = (text: string) =>
  `terraform {\n  backend "local" {}\n}\nresource "terraform_data" "a" {\n  input = "${text}"\n}\n`

/** What is said of each root, when the branch has gone on from `one` to `two` and the checkout is of `one`. */
async function verdicts(runAttempt: string, hasBranch = true) {
  await using repository = temporaryRepository({ 'app/main.tf': rootFile('one'), 'net/main.tf': rootFile('one') })
  const first = repository.git('rev-parse', 'HEAD')
  const tip = repository.commit('Later', { 'app/main.tf': rootFile('two') })
  repository.git('checkout', '--quiet', first)
  if (hasBranch) repository.git('update-ref', 'refs/remotes/origin/main', tip)
  const trees = await openTrees(repository.path, undefined)
  try {
    const origin = { runAttempt } as Parameters<typeof notMovedOn>[0]['origin']
    const planFor = await notMovedOn({ trees, branch: 'main', origin }, async () => ({
      type: 'missing',
      instead: 'ask',
      reason: 'asked',
    }))
    const of = async (name: string) => (await planFor({ root: { name } } as RootToPlan)).type
    return [await of('app'), await of('net')]
  } finally {
    await trees.close()
  }
}

test('a run that is started again does not bring back what the branch has changed since', async () => {
  expect(await verdicts('2')).toEqual(['refused', 'missing'])
})

test('a first attempt may be behind its branch: runs wait for each other', async () => {
  expect(await verdicts('1')).toEqual(['missing', 'missing'])
})

test('a branch that nobody can look at is no answer', async () => {
  await expect(verdicts('2', false)).rejects.toThrow(/refs\/remotes\/origin\/main.* is not in this clone/)
})
