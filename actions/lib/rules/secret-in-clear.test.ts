import { expect, test } from 'vitest'
import { credentialIn, isNamedSecret, isPlaceholder } from './credentials.ts'
import { secretInClear as rule } from './secret-in-clear.ts'
import { found, objects, places, source } from './testing/world.ts'

// Put together here, so that no scanner takes this file for a leak.
const letters = 'aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1eF3hJ5kL7'
const base64 = (text: string) => Buffer.from(text).toString('base64')
const credentials: readonly (readonly [string, string])[] = [
  ['private key', `-----BEGIN RSA ${'PRIVATE'} KEY-----\nMIIEpAIBAAKCAQEA\n`],
  ['private key', `{"private_key":"-----BEGIN ${'PRIVATE'} KEY-----\\nMIIEvQIBADANBg"}`],
  ['AWS', `AKIA${'IOSFODNN7EXAMPLE'}`],
  ['GitHub', `ghp_${letters.slice(0, 36)}`],
  ['Slack', `xoxb-${'123456789012-'.repeat(2)}abcdef`],
  ['Stripe', `sk_live_${letters.slice(0, 24)}`],
  ['JSON Web Token', `eyJ${letters.slice(0, 20)}.eyJ${letters.slice(0, 20)}.${letters}`],
  ['password in a URL', `postgres://app:${letters.slice(0, 8)}@db:5432/app`],
]

test.each(credentials)('%s is recognised by its format', (kind, text) => {
  expect(credentialIn(`before ${text} after`)).toContain(kind)
})

test.each([
  'https://example.com:8443/path',
  'postgres://$(USER):$(PASSWORD)@db:5432/app',
  'postgres://app:$' + '{PASSWORD}@db/app',
  'redis://redis:6379/0',
  'mongodb://user@db/app',
  '-----BEGIN CERTIFICATE-----\nMIIC',
  'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'arn:aws:iam::123456789012:role/AKIA',
])('%s is no credential', (text) => expect(credentialIn(text)).toBeUndefined())

test.each([
  ['DB_PASSWORD', 'hunter2-hunter2', true],
  ['db.password', 'changeme', true],
  ['STRIPE_API_KEY', 'abc123', true],
  ['DB_PASSWORD', '$(OTHER)', false],
  ['DB_PASSWORD', '', false],
  ['DB_PASSWORD_FILE', '/run/secrets/db', false],
  ['ALLOW_EMPTY_PASSWORD', 'yes', false],
  ['PRIVATE_KEY', '/etc/keys/tls.key', false],
  ['TOKEN_URL', 'https://example.com/token', false],
])('%s=%s', (name, value, expected) => expect(isNamedSecret(name, value)).toBe(expected))

test.each([
  '<from vault>',
  '$' + '{X}',
  '{{ .Values.x }}',
  'ENC[AES256_GCM,data:x]',
  'ref+vault://a',
  '*****',
  '<path:kv/data/a#b>',
])('%s stands for a value that comes later', (text) => expect(isPlaceholder(text)).toBe(true))

const secret = (rest: string) => `
apiVersion: v1
kind: Secret
metadata: {name: s}
${rest}
`

test('each readable entry of a Secret is found, and its value is nowhere', () => {
  const value = `hunter2-${letters}`
  const problems = found(rule, secret(`data: {a: ${base64(value)}}\nstringData: {b: "${value}", c: ""}`))
  expect(problems.map(({ pointer }) => pointer)).toEqual(['/data/a', '/stringData/b'])
  const shown = JSON.stringify(problems.map(({ message, value: distinguishing }) => ({ message, distinguishing })))
  expect(shown).not.toContain('hunter2')
  expect(shown).not.toContain(base64(value))
  expect(problems[0]?.message).toContain('16 to 64 characters')
})

test('no finding shows a credential, wherever it stands', () => {
  for (const [, text] of credentials) {
    const config = JSON.stringify({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'c' },
      data: { 'app.conf': text },
    })
    const file = source('app/values.txt', text)
    const problems = found(rule, { objects: objects(config), sources: [{ ...file, applications: [] }] })
    expect(problems.length).toBeGreaterThan(0)
    for (const { message, value } of problems)
      expect(`${message} ${value}`).not.toContain(text.split('\n').at(-2) ?? text)
  }
})

test.each([
  'stringData: {a: "ENC[AES256_GCM,data:abc,iv:x,tag:y,type:str]"}\nsops: {mac: x}',
  `data: {ca.crt: ${base64('-----BEGIN CERTIFICATE-----\nMIIC')}}`,
  'stringData: {a: "$(LATER)"}',
  'type: kubernetes.io/service-account-token',
])('fine: %s', (rest) => expect(places(rule, secret(rest))).toEqual([]))

test('a SealedSecret is encrypted', () => {
  const text =
    '{apiVersion: bitnami.com/v1alpha1, kind: SealedSecret, metadata: {name: s}, spec: {encryptedData: {a: AgBy3i4OJSWK}}}'
  expect(places(rule, text)).toEqual([])
})

test('settings of an Argo CD repository Secret are not secret, its password is', () => {
  const text = `
apiVersion: v1
kind: Secret
metadata: {name: r, labels: {argocd.argoproj.io/secret-type: repository}}
stringData: {url: "https://github.com/your-org/gitops", type: git, password: hunter2}
`
  expect(places(rule, text)).toEqual(['/stringData/password'])
})

test('variables, arguments and ConfigMaps', () => {
  const text = `
apiVersion: apps/v1
kind: Deployment
metadata: {name: d}
spec: {template: {spec: {containers: [{name: a,
  args: ["--dsn=postgres://app:hunter2x@db/app"],
  env: [{name: DB_PASSWORD, value: hunter2}, {name: LEVEL, value: debug}]}]}}}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: c}
data: {admin.password: changeme, level: debug}
`
  const base = '/spec/template/spec/containers/0'
  expect(places(rule, text)).toEqual([`${base}/env/0/value`, '/data/admin.password', `${base}/args/0`])
})

test('a secretGenerator is reported at its entry, and the Secret that it makes is not reported again', () => {
  const kustomization = 'secretGenerator: [{name: app, literals: [PASSWORD=hunter2, "LATER=$(X)"], envs: [.env]}]'
  const generated = secret(`data: {PASSWORD: ${base64('hunter2')}}`).replace('name: s', 'name: prod-app-6ct58987ht')
  const sources = [source('a/kustomization.yaml', kustomization)]
  expect(places(rule, { sources, objects: objects(generated) })).toEqual([
    'a/kustomization.yaml/secretGenerator/0/literals/0',
    'a/kustomization.yaml/secretGenerator/0/envs/0',
  ])
  const written = secret(`data: {PASSWORD: ${base64('hunter2')}}`).replace('name: s', 'name: app-db')
  expect(places(rule, { sources, objects: objects(written) })).toContain('/data/PASSWORD')
})

test('a file is reported at its line, and the ConfigMap made of it is not reported again', () => {
  const text = `LEVEL=debug\nDB_PASSWORD=hunter2\nDSN=postgres://app:hunter2x@db/app\n`
  const config = JSON.stringify({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'c' },
    data: { DB_PASSWORD: 'hunter2', DSN: 'postgres://app:hunter2x@db/app', file: text },
  })
  expect([...places(rule, { sources: [source('a/app.env', text)], objects: objects(config) })].sort()).toEqual([
    'a/app.env:2',
    'a/app.env:3',
  ])
})
