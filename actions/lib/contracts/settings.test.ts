import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { ruleIds } from '../findings/rule-ids.ts'
import {
  type EnvironmentSettings,
  type Exemption,
  type ExemptionSubject,
  parseSettings,
  type Settings,
  settingsContract,
  settingsFields,
  type Verification,
} from './settings.ts'

const file = '.github/seaworthy.yaml'
const schema = settingsContract.schema
const problemsOf = (text: string) =>
  parseSettings(text, file).problems.map(({ line, column, message }) => `${line}:${column} ${message}`)

/** A type without optional marks: the compiler then asks for every field. */
type All<T> = { readonly [K in keyof T]-?: string }

describe('the schema and the types say the same', () => {
  test('fields', () => {
    const fields: All<Settings> = {
      repository: '',
      kubernetesVersions: '',
      roots: '',
      failOn: '',
      severities: '',
      exemptions: '',
      environments: '',
      state: '',
      trustRoot: '',
      terraform: '',
    }
    expect(Object.values(settingsFields).sort()).toEqual(Object.keys(fields).sort())
    expect(Object.keys(settingsFields).sort()).toEqual(Object.keys(schema.properties).sort())
  })

  test('exemptions', () => {
    const { exemption } = schema.$defs
    const fields: All<Exemption> = { rule: '', subject: '', reason: '', until: '' }
    const subject: All<ExemptionSubject> = { application: '', kind: '', name: '', namespace: '', file: '' }
    expect(Object.keys(exemption.properties).sort()).toEqual(Object.keys(fields).sort())
    expect(Object.keys(exemption.properties.subject.properties).sort()).toEqual(Object.keys(subject).sort())
    const required: Exemption = { rule: 'schema', subject: {}, reason: '' }
    expect([...exemption.required].sort()).toEqual(Object.keys(required).sort())
  })

  test('environments and what is verified there', () => {
    const { environment, verification } = schema.$defs
    const fields: All<EnvironmentSettings> = {
      applications: '',
      files: '',
      targets: '',
      pin: '',
      platforms: '',
      'promote-from': '',
      'promote-images': '',
      verify: '',
    }
    expect(Object.keys(environment.properties).sort()).toEqual(Object.keys(fields).sort())
    const methods: All<Verification> = { images: '', provenance: '', keyless: '', key: '', unsigned: '' }
    expect(Object.keys(verification.properties).sort()).toEqual(Object.keys(methods).sort())
  })

  test('rules and severities', () => {
    expect(Object.keys(schema.properties.severities.properties)).toEqual([...ruleIds])
    expect(schema.$defs.exemption.properties.rule.enum).toEqual([...ruleIds])
    const severities: Record<NonNullable<NonNullable<Settings['severities']>['schema']>, ''> = {
      error: '',
      warning: '',
      note: '',
      off: '',
    }
    expect([...schema.$defs.severity.enum].sort()).toEqual(Object.keys(severities).sort())
    const failOn: Record<NonNullable<Settings['failOn']>, ''> = { new: '', any: '', never: '' }
    expect([...schema.properties['fail-on'].enum].sort()).toEqual(Object.keys(failOn).sort())
  })

  test('the schema is a valid one, and its own examples are right', () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, formats: { date: true } })
    const validate = ajv.compile(schema)
    for (const [name, field] of Object.entries<{ examples?: readonly unknown[] }>(schema.properties)) {
      for (const example of field.examples ?? []) expect(validate({ [name]: example }), name).toBe(true)
    }
  })
})

test('reads every field', () => {
  const text = `
repository: [https://github.com/your-org/platform]
kubernetes-versions: [1.30, "1.36"]
roots: [gitops/argocd]
fail-on: any
severities: { probes-missing: off, not-judged: error }
exemptions:
  - rule: image-not-exact
    subject: { kind: Deployment, name: "pipelines*" }
    reason: the project publishes no version tags
    until: 2027-03-31
`
  expect(parseSettings(text, file)).toEqual({
    settings: {
      repository: ['https://github.com/your-org/platform'],
      kubernetesVersions: ['1.30', '1.36'],
      roots: ['gitops/argocd'],
      failOn: 'any',
      severities: { 'probes-missing': 'off', 'not-judged': 'error' },
      exemptions: [
        {
          rule: 'image-not-exact',
          subject: { kind: 'Deployment', name: 'pipelines*' },
          reason: 'the project publishes no version tags',
          until: '2027-03-31',
        },
      ],
    },
    problems: [],
  })
})

test.each(['', '\n', '# only a comment\n', '{}', '\uFEFF{}\r\n'])('%j says nothing and is right', (text) => {
  expect(parseSettings(text, file)).toEqual({ settings: {}, problems: [] })
})

test('the settings of this repository are right', () => {
  const text = readFileSync(new URL('../../../.github/seaworthy.yaml', import.meta.url), 'utf8')
  expect(parseSettings(text, file)).toMatchObject({ settings: { kubernetesVersions: ['1.35', '1.36'] }, problems: [] })
})

describe('says what is wrong, where, and what was probably meant', () => {
  test.each([
    ['fail_on: any\n', '1:1 unknown key `fail_on`: did you mean `fail-on`?'],
    ['\n\nfail-on: allways\n', '3:1 `fail-on` is "allways": allowed are new, any, never'],
    ['fail-on: nwe\n', '1:1 `fail-on` is "nwe": did you mean `new`?'],
    ['roots: gitops\n', '1:1 `roots` must be a list, not "gitops"'],
    [
      'roots:\n  - gitops\n  - ../other\n',
      '3:5 `roots.1` is "../other", not a path relative to the root of the repository, without "..", such as gitops/argocd',
    ],
    ['roots: [a, a]\n', '1:1 `roots` has the same item twice (1 and 2)'],
    ['roots: []\n', '1:1 `roots` must not be empty'],
    ['kubernetes-versions: [v1.36]\n', '1:23 `kubernetes-versions.0` is "v1.36", not a Kubernetes minor, such as 1.36'],
    ['severities:\n  probe-missing: error\n', '2:3 unknown key `probe-missing`: did you mean `probes-missing`?'],
    ['exemptions:\n  - rule: schema\n    subject: {kind: Pod}\n', '2:5 `exemptions.0` lacks `reason`'],
    [
      'exemptions:\n  - {rule: shema, subject: {kind: Pod}, reason: because we say so}\n',
      '2:6 `exemptions.0.rule` is "shema": did you mean `schema`?',
    ],
    [
      'exemptions:\n  - {rule: schema, subject: {}, reason: because we say so}\n',
      '2:20 `exemptions.0.subject` must not be empty',
    ],
    [
      'exemptions:\n  - rule: schema\n    subject: {kind: Pod}\n    reason: because we say so\n    until: 2027-02-30\n',
      '5:5 `exemptions.0.until` is "2027-02-30", not a date, such as 2027-03-31',
    ],
    ['- a\n', '1:1 the file must be a mapping, not ["a"]'],
    ['roots: [a]\nroots: [b]\n', '2:1 Map keys must be unique'],
  ])('%j', (text, expected) => expect(problemsOf(text)).toEqual([expected]))

  test('several problems come in the order of the file', () => {
    expect(problemsOf('x: 1\nfail-on: 3\ny: 2\n').map((line) => line.split(' ')[0])).toEqual(['1:1', '2:1', '3:1'])
  })

  test.each([
    ['broken YAML', 'roots: [a\n'],
    ['two documents', 'roots: [a]\n---\nroots: [b]\n'],
    [
      'an alias bomb',
      `a: &a [x,x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghi'[index]}`).join()}]`).join('\n')}\n`,
    ],
    ['too large', `# ${'x'.repeat(1024 * 1024)}`],
    ['nested deeply', `roots: ${'['.repeat(100_000)}`],
    ['binary', '\0\x01\x02'],
  ])('%s is refused without a crash', (_, text) => {
    const { settings, problems } = parseSettings(text, file)
    expect(settings).toBeUndefined()
    expect(problems[0]).toMatchObject({ file, message: expect.any(String) })
  })
})
