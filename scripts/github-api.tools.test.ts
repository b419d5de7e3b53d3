// The part of GitHub's description that the tests are held to is the one of the pinned package. Needs the network.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { descriptionText, target } from './github-api.ts'

test('openapi.json is made from the pinned description', async () => {
  expect(readFileSync(target, 'utf8') === (await descriptionText()), 'run: node scripts/github-api.ts').toBe(true)
})
