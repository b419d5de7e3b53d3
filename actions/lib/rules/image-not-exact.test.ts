import { expect, test } from 'vitest'
import { imageNotExact } from './image-not-exact.ts'
import { parseImage } from './image-reference.ts'
import { found, healthy, places } from './testing/world.ts'

const withImage = (image: string) => found(imageNotExact, healthy.replace('ghcr.io/your-org/api:1.4.2', image))

test.each([
  'api',
  'localhost:5000/api',
  'api:latest',
  'ghcr.io/your-org/api:main',
  'nginx:1',
  'nginx:1.29',
  'nginx:1.29-alpine',
  'python:3.12-alpine',
  'node:24-slim',
  'v2/app:v2',
  'app:stable',
  'app:release-1.4',
])('%s moves', (image) =>
  expect(withImage(image).map(({ pointer }) => pointer)).toEqual(['/spec/template/spec/containers/0/image']),
)

test.each([
  'nginx:1.29.3',
  'nginx:1.29.3-alpine',
  'redis:8.10.1-alpine',
  'localhost:5000/api:v1.4.2',
  'postgres:18.6',
  'ghcr.io/cloudnative-pg/postgresql:18.6-system-trixie',
  'minio/minio:RELEASE.2025-09-07T16-13-09Z',
  'app:20261121',
  'app:main-3f2a9bc',
  'app:sha-0123456789abcdef0123456789abcdef01234567',
  'app:build-1234',
  'app:1.5-rc1',
  'app:latest@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  '$(IMAGE)',
])('%s names one image', (image) => expect(withImage(image)).toEqual([]))

test('a port of the registry is no tag', () => {
  expect(parseImage('localhost:5000/a/b')).toEqual({
    repository: 'localhost:5000/a/b',
    tag: undefined,
    digest: undefined,
  })
})

test('init containers, cron jobs and operators’ images are looked at', () => {
  const text = `
apiVersion: batch/v1
kind: CronJob
metadata: {name: c}
spec: {jobTemplate: {spec: {template: {spec: {initContainers: [{name: i, image: busybox}], containers: [{name: c, image: a:1.0.0}]}}}}}
---
apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: {name: pg}
spec: {imageName: "ghcr.io/cloudnative-pg/postgresql:18"}
`
  expect(places(imageNotExact, text)).toEqual([
    '/spec/jobTemplate/spec/template/spec/initContainers/0/image',
    '/spec/imageName',
  ])
})
