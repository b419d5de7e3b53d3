// The outputs that the README shows are what the program prints.
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runCli } from '../../actions/lib/testing/run-cli.ts'
import { temporaryRepository } from '../../actions/lib/testing/temporary-repository.ts'

const root = join(import.meta.dirname, '../..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')

const edits: readonly (readonly [file: string, from: string, to: string])[] = [
  ['base/edge/routes.yaml', '- name: api\n', '- name: apis\n'],
  ['base/worker/scaled-object.yaml', 'minReplicaCount:', 'minReplicasCount:'],
  ['base/redis/master.yaml', 'redis_exporter:v1.91.1', 'redis_exporter:latest'],
  [
    'overlays/staging/kustomization.yaml',
    'path: /spec/maxReplicaCount\n        value: 3',
    'path: /spec/maxReplicaCount\n        value: "3"',
  ],
]

it('the samples of the README', async () => {
  await using repository = temporaryRepository()
  for (const part of ['gitops', '.github/seaworthy.yaml'])
    cpSync(join(root, part), join(repository.path, part), { recursive: true })
  repository.commit('clean')
  const clean = await runCli(repository.path, 'check')
  expect(clean).toMatchObject({ exitCode: 0, stderr: '' })
  expect(readme).toContain(`\`\`\`\n${clean.stdout}\`\`\`\n`)

  for (const [file, from, to] of edits) {
    const path = join(repository.path, 'gitops/aiwfe', file)
    const text = readFileSync(path, 'utf8')
    expect(text, file).toContain(from)
    writeFileSync(path, text.replace(from, to))
  }
  const careless = await runCli(repository.path, 'check')
  expect(careless).toMatchObject({ exitCode: 1, stderr: '' })
  expect(readme).toContain(`\`\`\`\n${careless.stdout}\`\`\`\n`)
})
