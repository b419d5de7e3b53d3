import { describe, expect, it } from 'vitest'
import { imageKey, joinImage, matchName, parseReference, splitImage } from './reference.ts'

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`

// The examples of distribution/reference's documentation and its tests, by their meaning.
describe('a reference', () => {
  it.each([
    ['nginx', 'docker.io', 'library/nginx', undefined, undefined],
    ['nginx:1.29', 'docker.io', 'library/nginx', '1.29', undefined],
    ['index.docker.io/library/nginx', 'docker.io', 'library/nginx', undefined, undefined],
    ['grafana/loki:3.7.6', 'docker.io', 'grafana/loki', '3.7.6', undefined],
    ['localhost/api', 'localhost', 'api', undefined, undefined],
    ['localhost:5000/api:1', 'localhost:5000', 'api', '1', undefined],
    ['127.0.0.1:5000/a/b/c:1', '127.0.0.1:5000', 'a/b/c', '1', undefined],
    ['[::1]:5000/api', '[::1]:5000', 'api', undefined, undefined],
    ['registry:5000/api', 'registry:5000', 'api', undefined, undefined],
    ['ghcr.io/your-org/api', 'ghcr.io', 'your-org/api', undefined, undefined],
    [`ghcr.io/your-org/api@${digest}`, 'ghcr.io', 'your-org/api', undefined, digest],
    [`ghcr.io/your-org/api:1.5.0@${digest}`, 'ghcr.io', 'your-org/api', '1.5.0', digest],
    ['quay.io/a__b/c-d.e', 'quay.io', 'a__b/c-d.e', undefined, undefined],
  ])('%s', (text, registry, repository, tag, found) => {
    const parsed = parseReference(text)
    expect([parsed?.registry, parsed?.repository, parsed?.tag, parsed?.digest]).toEqual([
      registry,
      repository,
      tag,
      found,
    ])
    expect(joinImage(splitImage(text))).toBe(text)
  })

  it.each([
    '',
    'API',
    'ghcr.io/Your-Org/api',
    'a//b',
    '/a',
    'a/',
    'api:',
    'api:-1',
    `api:${'a'.repeat(129)}`,
    'api@sha256:123',
    'api@md5:0123',
    '{{ .Values.image }}',
    'api 1',
    'https://ghcr.io/a/b',
    '../../etc/passwd',
    'a___b',
  ])('%j is none', (text) => {
    expect(parseReference(text)).toBeUndefined()
  })
})

it.each([
  ['nginx', 'docker.io/library/nginx', 'exact'],
  ['ghcr.io/your-org/api', 'GHCR.io/your-org/api', 'exact'],
  ['api', 'ghcr.io/your-org/api', 'short'],
  ['api', 'ghcr.io/your-org/webapi', undefined],
  ['your-org/api', 'ghcr.io/your-org/api', 'short'],
  ['org/api', 'ghcr.io/your-org/api', undefined],
  ['ghcr.io/your-org/api', 'ghcr.io/other/api', undefined],
])('%s asked, %s there: %s', (asked, there, match) => {
  expect(matchName(asked, there)).toBe(match)
})

it('keeps what is no reference as it is', () => {
  expect(imageKey('{{ .Values.image }}')).toBe('{{ .Values.image }}')
})
