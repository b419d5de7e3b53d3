// The rows of the requirements that infrastructure carries, each held against what terraform plans and applies with the stand-in.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { providerMirror } from './build-mirror.ts'
import { type PlanJson, type PlatformCopy, platformCopy, type ResourceChangeJson } from './testing/platform-copy.ts'

const mirror = await providerMirror()

const pool = 'ionoscloud_k8s_node_pool.this["workers"]'
const rule = (name: string) => `ionoscloud_nsg_firewallrule.ingress["${name}"]`

/** What the requirements say, in their numbers: row, object, and what has to be in it. */
const rows: readonly (readonly [row: string, address: string, expected: object])[] = [
  ['A-01', 'ionoscloud_datacenter.this', { location: 'de/txl' }],
  ['A-01', 'ionoscloud_pg_cluster_v2.authentik', { location: 'de/txl' }],
  ['A-01', 'ionoscloud_mariadb_cluster.wordpress', { location: 'de/txl' }],
  [
    'A-02',
    'ionoscloud_k8s_cluster.this',
    { public: true, maintenance_window: [{ day_of_the_week: 'Sunday', time: expect.stringMatching(/^\d\d:00:00Z$/) }] },
  ],
  ['A-03', pool, { node_count: 3, cores_count: 4, ram_size: 8192, storage_size: 100, storage_type: 'SSD' }],
  ['A-06', pool, { auto_scaling: [{ min_node_count: 3, max_node_count: 5 }] }],
  ['A-07', 'ionoscloud_pg_cluster_v2.authentik', { instances: expect.objectContaining({ count: 2 }) }],
  ['A-07', 'ionoscloud_lan.databases', { public: false }],
  ['A-08', 'ionoscloud_mariadb_cluster.wordpress', { instances: 2, ram: 4 }],
  ...['media', 'backups'].flatMap((name): (readonly [string, string, object])[] => [
    ['A-09', `ionoscloud_s3_bucket.this["${name}"]`, { region: 'eu-central-3' }],
    ['A-09', `ionoscloud_s3_bucket_versioning.this["${name}"]`, { versioning_configuration: { status: 'Enabled' } }],
    [
      'A-09',
      `ionoscloud_s3_bucket_public_access_block.this["${name}"]`,
      {
        block_public_acls: true,
        block_public_policy: true,
        ignore_public_acls: true,
        restrict_public_buckets: true,
      },
    ],
    [
      'A-16',
      `ionoscloud_s3_bucket_server_side_encryption_configuration.this["${name}"]`,
      { rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: 'AES256' } }] },
    ],
  ]),
  ['A-10', 'ionoscloud_ipblock.gateway', { size: 1, location: 'de/txl' }],
  ['A-11', rule('http'), { type: 'INGRESS', protocol: 'TCP', port_range_start: 80, port_range_end: 80 }],
  ['A-11', rule('https'), { type: 'INGRESS', protocol: 'TCP', port_range_start: 443, port_range_end: 443 }],
  ['A-11', rule('node-ports'), { type: 'INGRESS', protocol: 'TCP', port_range_start: 30000, port_range_end: 32767 }],
  ['A-11', 'ionoscloud_k8s_cluster.this', { api_subnet_allow_list: ['192.0.2.0/24'] }],
  ['A-16', 'ionoscloud_pg_cluster_v2.authentik', { backup: { location: 'eu-central-3', retention_days: 7 } }],
]

describe.skipIf(mirror === undefined)('the infrastructure of the content platform', () => {
  let copy: PlatformCopy
  let plan: PlanJson

  beforeAll(async () => {
    copy = await platformCopy(mirror ?? '')
    const planned = await copy.plan()
    expect(planned.output).toContain('21 to add, 0 to change, 0 to destroy')
    plan = planned.json as PlanJson
  })
  afterAll(() => copy[Symbol.asyncDispose]())

  it.each(rows)('%s: %s', (_, address, expected) => {
    const found = plan.planned_values.root_module.resources.find((resource) => resource.address === address)
    expect(found?.values).toMatchObject(expected)
  })

  it('A-04: 12 cores, 24 GB, 300 GB in all', () => {
    expect(plan.output_changes.capacity?.after).toEqual({ cores: 12, ram_gb: 24, storage_gb: 300 })
  })

  it('A-11: the rules hold for every node', () => {
    const selection = plan.resource_changes.find(
      ({ address }) => address === 'ionoscloud_datacenter_nsg_selection.this',
    )
    expect(selection?.change.actions).toEqual(['create'])
    expect(references(plan, 'ionoscloud_datacenter_nsg_selection.this')).toContain('ionoscloud_nsg.nodes.id')
    expect(references(plan, 'ionoscloud_nsg_firewallrule.ingress')).toContain('ionoscloud_nsg.nodes.id')
  })

  it('is formatted and valid, and passes its own tests', async () => {
    expect(await copy.run('fmt', '-check', '-recursive', '-diff')).toMatchObject({ code: 0 })
    expect(await copy.run('validate')).toMatchObject({ code: 0 })
    const tested = await copy.run('test')
    expect(tested.output).toContain('12 passed, 0 failed')
  })

  it('is applied, and planned again there is nothing to do', async () => {
    expect(await copy.apply()).toMatchObject({ code: 0 })
    expect(await copy.plan()).toMatchObject({ code: 0, output: expect.stringContaining('No changes.') })
  })

  it('A-10, A-12, A-15, A-16: tells others what they need', async () => {
    const { stdout } = await copy.run('output', '-json')
    const outputs: Record<string, { value: unknown; sensitive: boolean }> = JSON.parse(stdout)
    const ips = [...copy.cloud.objects].find(([path]) => path.startsWith('ipblocks/'))?.[1].ips
    expect([outputs.gateway_ip?.value]).toEqual(ips)
    expect(outputs.kubeconfig?.sensitive).toBe(true)
    expect(JSON.parse(String(outputs.kubeconfig?.value))).toMatchObject({ kind: 'Config' })
    expect(outputs.storage_class?.value).toBe('ionos-enterprise-ssd')
    expect(outputs.postgres?.value).toMatchObject({ sslmode: 'require', host: expect.stringMatching(/^postgresql-/) })
    expect(outputs.mariadb?.value).toMatchObject({ ssl_mode: 'REQUIRED', host: expect.stringMatching(/^mariadb-/) })
    const rules = [...copy.cloud.objects].filter(([path]) => path.startsWith('nsg-rules/')).map(([, object]) => object)
    const web = rules.filter(({ name }) => name === 'http' || name === 'https')
    expect(web.map(({ target_ip }) => target_ip)).toEqual([outputs.gateway_ip?.value, outputs.gateway_ip?.value])
  })

  it('keeps the password of PostgreSQL out of the state', () => {
    expect(copy.state()).toContain(copy.passwords.mariadb)
    expect(copy.state()).not.toContain(copy.passwords.postgres)
  })

  it('A-06: leaves the autoscaler its nodes', async () => {
    const [path = ''] = [...copy.cloud.objects.keys()].filter((key) => key.startsWith('nodepools/'))
    copy.cloud.change(path, { node_count: 5 })
    const { code, json } = await copy.plan()
    expect(code).toBe(0)
    const drift = json?.resource_drift?.find(({ address }) => address === pool)
    expect([drift?.change.before?.node_count, drift?.change.after?.node_count]).toEqual([3, 5])
    copy.cloud.change(path, { node_count: 3 })
  })

  it('shows what changed outside', async () => {
    const [path = ''] = [...copy.cloud.objects.keys()].filter((key) => key.startsWith('nsgs/'))
    copy.cloud.change(path, { description: 'by hand' })
    const { json } = await copy.plan()
    const changed = json?.resource_changes.filter(({ change }) => change.actions.join() !== 'no-op')
    expect(changed?.map(({ address, change }) => [address, change.actions, change.before?.description])).toEqual([
      ['ionoscloud_nsg.nodes', ['update'], 'by hand'],
    ])
    copy.cloud.change(path, { description: 'What reaches the nodes, and what they reach' })
  })

  it('A-07 … A-10: what holds data is not destroyed', async () => {
    const { code, output } = await copy.run('plan', '-destroy', '-input=false', '-var-file=production.tfvars')
    expect(code).toBe(1)
    const kept = [...output.matchAll(/Resource (\S+) has\s+lifecycle\.prevent_destroy/g)].map(([, address]) => address)
    expect(new Set(kept.map((address) => address?.replace(/\[.*/, '')))).toEqual(
      new Set([
        'ionoscloud_ipblock.gateway',
        'ionoscloud_k8s_cluster.this',
        'ionoscloud_mariadb_cluster.wordpress',
        'ionoscloud_pg_cluster_v2.authentik',
        'ionoscloud_s3_bucket.this',
      ]),
    )
    // The data centre goes last, so the others have stopped it above.
    const moved = await copy.plan('-var=location=de/fra')
    expect(moved).toMatchObject({ code: 1, output: expect.stringContaining('Resource ionoscloud_datacenter.this has') })
  })

  it('exchanges machines by a second pool', async () => {
    const pools = 'node_pools={"workers":{},"large":{"cores":8}}'
    const { json } = await copy.plan('-var', pools)
    const changed = json?.resource_changes.filter(({ change }) => change.actions.join() !== 'no-op')
    expect(changed?.map(summary)).toEqual(['create ionoscloud_k8s_node_pool.this["large"]'])
  })

  it('refuses other machines in the same pool, and replaces them only where allow_replace says so', async () => {
    const other = ['-var', 'node_pools={"workers":{"cores":8}}']
    const refused = await copy.plan(...other)
    expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('cores_count cannot be changed') })
    copy.edit('node-pools.tf', 'lifecycle {', 'allow_replace = true\n\n  lifecycle {')
    const { json } = await copy.plan(...other)
    const change = json?.resource_changes.find(({ address }) => address === pool)?.change
    expect(change).toMatchObject({ actions: ['delete', 'create'], replace_paths: [['cores_count']] })
    copy.edit('node-pools.tf', 'allow_replace = true\n\n  lifecycle {', 'lifecycle {')
  })
})

describe.skipIf(mirror === undefined)('an apply that fails in the middle', () => {
  it('keeps what is done, and the next one makes the rest', async () => {
    await using copy = await platformCopy(mirror ?? '')
    await copy.plan()
    copy.cloud.setFault({ kind: 'fail', method: 'POST', atRequest: 9, status: 503 })
    const failed = await copy.apply()
    expect(failed).toMatchObject({ code: 1, output: expect.stringContaining('HTTP 503 refused on demand') })
    const made = copy.cloud.objects.size
    expect(made).toBeGreaterThanOrEqual(8)
    expect(made).toBeLessThan(21)
    const { output } = await copy.plan()
    expect(output).toContain(`Plan: ${21 - made} to add, 0 to change, 0 to destroy.`)
    expect(await copy.apply()).toMatchObject({ code: 0 })
    expect(copy.cloud.objects.size).toBe(21)
  })

  it('asks for the credentials of both worlds, for a plan too', async () => {
    await using copy = await platformCopy(mirror ?? '')
    await copy.plan()
    expect(await copy.apply()).toMatchObject({ code: 0 })
    const { IONOS_TOKEN: token = '', IONOS_S3_SECRET_KEY: key = '' } = copy.environment
    copy.environment.IONOS_S3_SECRET_KEY = ''
    expect(await copy.plan()).toMatchObject({ code: 1, output: expect.stringContaining('Set IONOS_S3_ACCESS_KEY and') })
    Object.assign(copy.environment, { IONOS_S3_SECRET_KEY: key, IONOS_TOKEN: 'another' })
    expect(await copy.plan()).toMatchObject({ code: 1, output: expect.stringContaining('HTTP 401') })
    copy.environment.IONOS_TOKEN = token
    expect(await copy.plan()).toMatchObject({ code: 0 })
  })

  it('takes over what is there already', async () => {
    await using copy = await platformCopy(mirror ?? '')
    await copy.plan()
    await copy.apply()
    const ids = [...copy.cloud.objects.keys()].filter((path) => /^(lans|postgresql|s3-buckets)\//.test(path))
    const idOf = (collection: string) => ids.find((path) => path.startsWith(collection))?.split('/')[1]
    const targets = {
      'ionoscloud_lan.databases': `data-centre/${idOf('lans')}`,
      'ionoscloud_pg_cluster_v2.authentik': `de/txl:${idOf('postgresql')}`,
      'ionoscloud_s3_bucket.this["media"]': idOf('s3-buckets/your-org-content-platform-media'),
    }
    for (const [address, id] of Object.entries(targets)) {
      await copy.run('state', 'rm', address)
      copy.edit('outputs.tf', '', `import {\n  to = ${address}\n  id = "${id}"\n}\n`)
    }
    const { json } = await copy.plan()
    const imported = json?.resource_changes.filter(({ change }) => change.importing !== undefined)
    expect(imported?.map(({ address }) => address).sort()).toEqual(Object.keys(targets).sort())
    expect(json?.resource_changes.filter(({ change }) => change.actions.includes('create'))).toEqual([])
  })
})

const summary = ({ address, change }: ResourceChangeJson) => `${change.actions.join()} ${address}`

/** What the arguments of a block refer to. */
function references(plan: PlanJson, address: string): readonly string[] {
  const root = plan.configuration.root_module as unknown as {
    readonly resources: readonly { readonly address: string; readonly expressions: object }[]
  }
  const text = JSON.stringify(root.resources.find((resource) => resource.address === address)?.expressions ?? {})
  return [...text.matchAll(/"references":\[([^\]]*)\]/g)].flatMap(([, list = '']) => JSON.parse(`[${list}]`))
}
