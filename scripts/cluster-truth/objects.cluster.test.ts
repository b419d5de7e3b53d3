// What the API server says to every case, beside what Seaworthy says: the server is right, unless the reason is written down.
import { beforeAll, describe, expect, test } from 'vitest'
import { joinTestbed } from '../testbed/joined.ts'
import { type Case, type CaseGroup, type Outcome, readCases } from './cases.ts'
import { readDisagreements } from './disagreements.ts'
import { findingsInWords, judgeByUs, type OurVerdict } from './our-judge.ts'
import { judgeByKubectl, judgeGroup, namespaced, prepareGroup, type ServerVerdict } from './server-judge.ts'

const { api, kubectl, versions } = joinTestbed()
const files = readCases()
const groups = files.flatMap((file) => file.groups)
const cases: readonly Case[] = groups.flatMap((group) => group.cases)
const server = new Map<string, ServerVerdict>()
/** What kubectl itself says to some of the creations, in place of the request that stands for it. */
const byKubectl = new Map<string, Outcome>()
const everyHowManieth = 70
let ours: ReadonlyMap<string, OurVerdict> = new Map()

beforeAll(async () => {
  const minor = versions.kubernetes.split('.').slice(0, 2).join('.')
  const byServer = async () => {
    // Updates store their old objects, and those of cluster scope would be in the way of creations.
    const isUpdate = (group: CaseGroup) => group.cases.some(({ old }) => old !== undefined)
    for (const waiting of [groups.filter((group) => !isUpdate(group)), groups.filter(isUpdate)]) {
      const worker = async () => {
        for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) {
          await prepareGroup(api, group)
          for (const [name, verdict] of await judgeGroup(api, kubectl, group)) server.set(name, verdict)
        }
      }
      await Promise.all(Array.from({ length: 8 }, worker))
      // Before the updates, whose old objects are stored.
      if (byKubectl.size === 0) await askKubectl()
    }
  }
  await Promise.all([byServer(), judgeByUs(groups, minor).then((verdicts) => (ours = verdicts))])
})

async function askKubectl(): Promise<void> {
  const creations = groups
    .flatMap((group) => group.cases.map((one) => ({ group, one })))
    .filter(({ one }) => one.old === undefined)
  for (const { group, one } of creations.filter((_, index) => index % everyHowManieth === 0))
    byKubectl.set(one.name, await judgeByKubectl(kubectl, { object: namespaced(one.object, group.namespace) }))
}

describe('the API server', () => {
  test('is asked about at least 150 objects, updates and policies among them', () => {
    expect(cases.length).toBeGreaterThanOrEqual(150)
    expect(cases.filter(({ old }) => old !== undefined).length).toBeGreaterThanOrEqual(30)
  })

  test('says to our request what it says to kubectl', () => {
    expect(byKubectl.size).toBeGreaterThan(30)
    const different = [...byKubectl].filter(([name, outcome]) => server.get(name)?.outcome !== outcome)
    expect(different).toEqual([])
  })

  test.each(files)('does what the author of $name meant', ({ groups }) => {
    const surprises = groups
      .flatMap((group) => group.cases)
      .filter(({ name, meant }) => server.get(name)?.outcome !== meant)
      .map(
        ({ name, meant }) =>
          `${name}: meant to be ${meant}, and ${server.get(name)?.outcome} ${server.get(name)?.message}`,
      )
    expect(surprises).toEqual([])
  })
})

describe('Seaworthy', () => {
  const reasons = readDisagreements()

  test('agrees with the API server, or the reason is written down', () => {
    const different = cases.filter(({ name }) => server.get(name)?.outcome !== ours.get(name)?.outcome)
    const unexplained = different.filter(({ name }) => !reasons.has(name)).map(({ name }) => inWords(name))
    console.log(table(different))
    expect(unexplained).toEqual([])
  })

  test('has no reason on file that is not needed', () => {
    // Those of faults are looked after in platforms.cluster.test.ts.
    const own = [...reasons.keys()].filter((name) => !name.startsWith('fault: '))
    const needless = own.filter((name) => server.get(name)?.outcome === ours.get(name)?.outcome)
    expect(needless).toEqual([])
  })
})

function inWords(name: string): string {
  const [theirs, our] = [server.get(name), ours.get(name)]
  return `${name}\n  server: ${theirs?.outcome} ${theirs?.message}\n  ours:   ${our?.outcome} ${our === undefined ? '' : findingsInWords(our)}`
}

function table(different: readonly Case[]): string {
  const count = (theirs: string, our: string) =>
    cases.filter(({ name }) => server.get(name)?.outcome === theirs && ours.get(name)?.outcome === our).length
  return [
    `${cases.length} objects        Seaworthy accepts  Seaworthy refuses`,
    `the server accepts  ${String(count('accepted', 'accepted')).padStart(17)}  ${String(count('accepted', 'refused')).padStart(17)}`,
    `the server refuses  ${String(count('refused', 'accepted')).padStart(17)}  ${String(count('refused', 'refused')).padStart(17)}`,
    ...different.map(({ name }) => inWords(name)),
  ].join('\n')
}
