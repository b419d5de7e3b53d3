// Real plans of the content platform, judged the way a pull request's are.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRepository } from '../../actions/lib/git/repository.ts'
import type { Tree } from '../../actions/lib/git/tree.ts'
import { openWorkingTree } from '../../actions/lib/git/working-tree.ts'
import { parsePlanText } from '../../actions/lib/terraform/plan/parse-plan-text.ts'
import { readPlan } from '../../actions/lib/terraform/plan/read-plan.ts'
import { openChange } from '../../actions/lib/terraform/planning/open-change.ts'
import { planOne } from '../../actions/lib/terraform/planning/plan-one.ts'
import { findExecutable } from '../../actions/lib/terraform/tool/executable.ts'
import { consoleLogger } from '../../actions/lib/toolkit/logger.ts'
import { providerMirror } from './build-mirror.ts'
import { type PlatformCopy, platformCopy, platformRoot } from './testing/platform-copy.ts'

const mirror = await providerMirror()
const pool = 'ionoscloud_k8s_node_pool.this["workers"]'

/** What a repository with this root says. */
const settings = `terraform:
  roots:
    - path: ${platformRoot}
      name: content-infrastructure
      var-files: [${platformRoot}/production.tfvars]
      environment: production
  providers: [registry.terraform.io/ionos-cloud/ionoscloud]
  variables: [IONOS_*]
`

describe.skipIf(mirror === undefined)('a plan of the content platform, judged', () => {
  let copy: PlatformCopy

  beforeAll(async () => {
    copy = await platformCopy(mirror ?? '')
    await copy.plan()
    await copy.apply()
    mkdirSync(join(copy.repository, '.github'))
    writeFileSync(join(copy.repository, '.github/seaworthy.yaml'), settings)
    git('init', '--quiet')
    git('add', '--all')
  })
  afterAll(() => copy[Symbol.asyncDispose]())

  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: copy.repository, stdio: 'pipe' })

  async function tree(): Promise<Tree> {
    const repository = await findRepository(copy.repository)
    if (repository === undefined) throw new Error('the copy is no repository')
    return openWorkingTree(repository)
  }

  /** Plans what is on disk now. */
  async function plan() {
    const change = await openChange({ head: await tree() })
    const log: string[] = []
    const [root] = change.selection.roots
    if (root === undefined) throw new Error('the root is not found')
    const planned = await planOne(
      {
        repository: copy.repository,
        workFolder: `${copy.repository}-work`,
        environment: { PATH: process.env.PATH, HOME: copy.repository, ...copy.environment },
        options: change.options,
        providers: { mirrors: [mirror ?? ''] },
        executable: (tool) =>
          findExecutable(tool, {
            searchPath: process.env.PATH ?? '',
            folder: copy.repository,
            stop: new AbortController().signal,
          }),
        key: Buffer.alloc(32, 1),
        timeoutMs: 120_000,
        stop: new AbortController().signal,
        log: consoleLogger({ write: (line) => log.push(line) }),
      },
      await change.toPlan(root),
    )
    return { ...planned, log: log.join('\n') }
  }

  it('is discovered by its backend, with its lock file', async () => {
    const { selection } = await openChange({ head: await tree() })
    expect(selection.roots.map(({ path, tool }) => [path, tool])).toEqual([[platformRoot, 'terraform']])
    expect(selection.readings.get('content-infrastructure')?.lockFile).toBe(`${platformRoot}/.terraform.lock.hcl`)
  })

  it('has nothing to do, and takes what is empty instead of nothing for no drift', async () => {
    const { result, made } = await plan()
    expect(result).toMatchObject({ outcome: 'planned', diagnostics: [] })
    const json = JSON.parse(Buffer.from(made?.json ?? []).toString('utf8'))
    // The plugin SDK reads back empty texts where nothing was written: real, and no drift.
    expect(json.resource_drift.length).toBeGreaterThan(0)
    expect(result.plan?.counts).toMatchObject({ drift: 0, unchanged: 21 })
    expect(result.plan?.needsApply).toBe(false)
  })

  it('finds the drift that is one', async () => {
    const [path = ''] = [...copy.cloud.objects.keys()].filter((key) => key.startsWith('nodepools/'))
    copy.cloud.change(path, { labels: { pool: 'workers', by: 'hand' } })
    const { result, made } = await plan()
    expect(result.plan?.counts).toMatchObject({ drift: 1, update: 1 })
    expect(readPlan(parsePlanText(Buffer.from(made?.json ?? []).toString('utf8'))).drift).toMatchObject([
      { address: pool },
    ])
    expect(result.guards).toContainEqual(expect.objectContaining({ guard: 'drift-in-change', address: pool }))
    copy.cloud.change(path, { labels: { pool: 'workers' } })
  })

  it('is blocked where a pool would be deleted before its successor is there', async () => {
    copy.edit('variables.tf', 'optional(number, 4)', 'optional(number, 8)')
    copy.edit('node-pools.tf', 'lifecycle {', 'allow_replace = true\n\n  lifecycle {')
    const { result } = await plan()
    copy.edit('node-pools.tf', 'allow_replace = true\n\n  lifecycle {', 'lifecycle {')
    const refused = await plan()
    copy.edit('variables.tf', 'optional(number, 8)', 'optional(number, 4)')
    expect(result.outcome).toBe('blocked')
    expect(result.plan?.counts).toMatchObject({ replace: 1 })
    const messages = result.guards.filter(({ guard }) => guard === 'node-pool-immutable').map(({ message }) => message)
    expect(messages.join('\n')).toContain('all of its pods stop, because of cores_count')
    expect(messages.join('\n')).toContain('sets `allow_replace`')
    // Without it the provider refuses, and says why.
    expect(['errored', 'failed']).toContain(refused.result.outcome)
    expect(JSON.stringify(refused.result.diagnostics)).toContain('cores_count cannot be changed')
  })

  it('is blocked where what holds data is no longer kept from deletion', async () => {
    copy.edit('object-storage.tf', '  lifecycle {\n    prevent_destroy = true\n  }\n', '')
    copy.edit('variables.tf', '["media", "backups"]', '["media"]')
    const { result } = await plan()
    copy.edit('variables.tf', '["media"]', '["media", "backups"]')
    copy.edit(
      'object-storage.tf',
      'region = var.s3_region\n',
      'region = var.s3_region\n\n  lifecycle {\n    prevent_destroy = true\n  }\n',
    )
    expect(result.outcome).toBe('blocked')
    expect(result.guards).toContainEqual(
      expect.objectContaining({ guard: 'stateful-type', address: 'ionoscloud_s3_bucket.this["backups"]' }),
    )
  })

  it('shows no password', async () => {
    copy.environment.TF_VAR_mariadb_password = 'another-password-of-a-test'
    const { result, made, log } = await plan()
    copy.environment.TF_VAR_mariadb_password = copy.passwords.mariadb
    const shown = [JSON.stringify(result), await made?.text(), log].join('\n')
    expect(shown).toContain('ionoscloud_mariadb_cluster.wordpress')
    const secrets = [...Object.values(copy.passwords), 'another-password-of-a-test', 'administrator-token']
    expect(secrets.filter((secret) => shown.includes(secret))).toEqual([])
  })
})
