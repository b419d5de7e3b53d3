// The schemas of requests, holds and records: valid, equal to the types, and strict.
import type { SchemaObject } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { bumpRequestContract, parseBumpRequest, type WrittenRequest } from './bump-request.ts'
import { type Hold, holdContract, parseHold } from './hold.ts'
import { type PassedVersion, parseSmokeRecord, type SmokeRecord, smokeRecordContract } from './smoke-record.ts'

/** A type without optional marks: the compiler then asks for every field. */
type All<T> = { readonly [K in keyof T]-?: string }
const fieldsOf = (schema: SchemaObject) => Object.keys(schema.properties ?? {}).sort()

describe('the schemas and the types say the same', () => {
  test('request', () => {
    const request: All<WrittenRequest> = {
      images: '',
      environments: '',
      applications: '',
      files: '',
      targets: '',
      from: '',
      expect: '',
      pin: '',
      'allow-downgrade': '',
      source: '',
    }
    expect(fieldsOf(bumpRequestContract.schema)).toEqual(Object.keys(request).sort())
    // GitHub takes no more in the payload of a repository_dispatch.
    expect(Object.keys(request).length).toBeLessThanOrEqual(10)
    const source: All<NonNullable<WrittenRequest['source']>> = { repository: '', commit: '', run: '' }
    expect(fieldsOf(bumpRequestContract.schema.properties.source)).toEqual(Object.keys(source).sort())
  })
  test('hold', () => {
    const hold: All<Hold> = {
      image: '',
      tag: '',
      digest: '',
      environments: '',
      reason: '',
      by: '',
      run: '',
      since: '',
      until: '',
    }
    expect(fieldsOf(holdContract.schema)).toEqual(Object.keys(hold).sort())
  })
  test('record', () => {
    const record: All<SmokeRecord> = { image: '', environment: '', passed: '' }
    const passed: All<PassedVersion> = { tag: '', digest: '', at: '', commit: '', run: '' }
    expect(fieldsOf(smokeRecordContract.schema)).toEqual(Object.keys(record).sort())
    expect(fieldsOf(smokeRecordContract.schema.properties.passed.items)).toEqual(Object.keys(passed).sort())
  })
  test('they are valid schemas', () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false })
    for (const { schema } of [bumpRequestContract, holdContract, smokeRecordContract])
      expect(() => ajv.compile(schema)).not.toThrow()
  })
})

const problems = (result: object) =>
  'problems' in result
    ? (result.problems as { line: number; message: string }[]).map(({ line, message }) => `${line} ${message}`)
    : []

describe('requests', () => {
  test('a tag that looks like a number is text, from YAML and from JSON', () => {
    for (const text of [
      'images: [{image: a/b, tag: 1.20}]\nenvironments: [staging]',
      '{"images":[{"image":"a/b","tag":"1.20"}],"environments":["staging"]}',
    ]) {
      expect(parseBumpRequest(text, 'request')).toMatchObject({ request: { images: [{ image: 'a/b', tag: '1.20' }] } })
    }
    expect(parseBumpRequest('{"images":[{"image":"a/b","tag":"1"}],"allow-downgrade":true}', 'request')).toMatchObject({
      request: { 'allow-downgrade': 'true' },
    })
  })
  test.each([
    ['', 'it is empty'],
    ['images: []', '`images` must not be empty'],
    ['images: [{image: "a:1"}]', 'is "a:1", not the name of an image without tag and digest'],
    ['images: [{image: a, tag: "-x"}]', 'not a tag'],
    ['images: [{image: a, digest: sha256:12}]', 'not a SHA-256 digest'],
    ['images: [{image: a}]\nfiles: [../x]', 'not a path relative to the root of the repository'],
    ['images: [{image: a}]\nfiles: [/x]', 'not a path relative to the root of the repository'],
    ['images: [{image: a}]\nsource: {repository: a/b, commit: main}', 'not a full commit id'],
    ['images: [{image: a}]\ntoken: x', 'unknown key `token`'],
    ['images: &a [*a]', ''],
    ['[', ''],
  ])('%j is refused', (text, message) => {
    const found = problems(parseBumpRequest(text, 'request'))
    expect(found.length).toBeGreaterThan(0)
    expect(found.join('\n')).toContain(message)
  })
})

test.each([
  ['image: a\ntag: "1"\nreason: x\nsince: 2026-11-20T00:00:00Z', 'lacks `environments`'],
  ['image: a\nenvironments: []\nreason: x\nsince: 2026-11-20T00:00:00Z', ''],
  ['image: a\ntag: "1"\nenvironments: []\nreason: x\nsince: yesterday', 'not the time of the roll-back in UTC'],
  [
    'image: a\ntag: "1"\nenvironments: []\nreason: x\nsince: 2026-11-20T00:00:00Z\nuntil: 2026-12-01',
    'not the time in UTC when it ends',
  ],
])('the hold %j is refused', (text, message) => {
  const found = problems(parseHold(text, 'hold.yaml'))
  expect(found.length).toBeGreaterThan(0)
  expect(found.join('\n')).toContain(message)
})

test('a record without a version, a time or a commit is refused', () => {
  const found = problems(
    parseSmokeRecord('image: a\nenvironment: staging\npassed: [{run: "https://x"}]', 'record.yaml'),
  )
  expect(found.join('\n')).toMatch(/lacks `at`[\s\S]*lacks `commit`/)
})
