// HashiCorp's own parsers are the truth: what they accept we read as they do, or we say that we cannot.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseHclFile } from './parse.ts'
import { difference, ourReading, readByHashicorp } from './testing/readings.ts'
import { hostileHcl, writtenHcl, writtenJson } from './testing/written-hcl.ts'

const runs = 4000
const sample = (of: fc.Arbitrary<string>) => fc.sample(of, { numRuns: runs, seed: 20261121 })

const corpora = [
  { kind: 'well-formed files', texts: sample(writtenHcl), json: false, accepted: 0.9, refused: 0.02 },
  { kind: 'hostile files', texts: sample(hostileHcl), json: false, accepted: 0.1, refused: 0.25 },
  { kind: 'JSON files', texts: sample(writtenJson), json: true, accepted: 0.3, refused: 0.02 },
]

const available = readByHashicorp([{ text: 'a = 1\n', json: false }]) !== undefined

describe.skipIf(!available)('reading', () => {
  it.each(corpora)('of $kind is that of HashiCorp’s parser', async ({ kind, texts, json, accepted, refused }) => {
    const theirs = readByHashicorp(texts.map((text) => ({ text, json }))) ?? []
    const count = { accepted: 0, refusedByUs: 0, acceptedByUs: 0 }
    const wrong: string[] = []
    for (const [index, text] of texts.entries()) {
      const { body, problems } = await parseHclFile(text, json ? 'x.tf.json' : 'x.tf')
      const their = theirs[index]
      if (their === null || their === undefined) {
        if (problems.length === 0) count.acceptedByUs += 1
        continue
      }
      count.accepted += 1
      if (problems.length > 0) count.refusedByUs += 1
      else {
        const found = difference(their, ourReading(body, json))
        if (found !== undefined) wrong.push(`${JSON.stringify(text)}: ${found}`)
      }
    }
    console.info(`${kind}: ${texts.length}, of which ${JSON.stringify(count)}`)
    expect(wrong.sort((one, other) => one.length - other.length).slice(0, 5)).toEqual([])
    expect(count.accepted).toBeGreaterThan(runs * accepted)
    expect(count.refusedByUs).toBeLessThanOrEqual(count.accepted * refused)
  })
})
