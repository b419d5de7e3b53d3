// Each fault of platform C alone: no other one helps to find it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { judging } from '../../actions/lib/testing/judged.ts'
import type { TemporaryRepository } from '../../actions/lib/testing/temporary-repository.ts'
import { faults } from './aiwfe-faults.ts'
import { expectedOf, judgeWith, platformCopy } from './judge-faults.ts'

describe('the verdict on platform C with one fault', () => {
  let repository: TemporaryRepository
  const { engine } = judging()
  beforeAll(() => {
    repository = platformCopy()
  })
  afterAll(() => repository.dispose())

  it.each(faults.map((fault) => [fault.title, fault] as const))('finds %s', async (_title, fault) => {
    expect(await judgeWith([fault], repository, engine)).toContainEqual(expectedOf(fault))
  })
})
