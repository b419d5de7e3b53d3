// Reports for tests and for the picture in the documents: a realistic one, and parts that each test overrides.
import type { Counts } from '../../plan/plan.ts'
import type { AttributeDifference, RootResult, ShownChange, ShownPlan, TerraformReport } from '../../result/result.ts'

export function makeCounts(overrides: Partial<Counts> = {}): Counts {
  return {
    create: 0,
    update: 0,
    replace: 0,
    delete: 0,
    read: 0,
    forget: 0,
    move: 0,
    import: 0,
    outputs: 0,
    invoke: 0,
    deferred: 0,
    other: 0,
    drift: 0,
    failedChecks: 0,
    unchanged: 0,
    ...overrides,
  }
}

export function difference(path: string, before?: string, after?: string, forces = false): AttributeDifference {
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
  return {
    path,
    kind,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    forcesReplacement: forces,
  }
}

const actionWords: Readonly<Record<ShownChange['action'], readonly string[]>> = {
  create: ['create'],
  update: ['update'],
  replace: ['delete', 'create'],
  delete: ['delete'],
  read: ['read'],
  forget: ['forget'],
  'no-op': ['no-op'],
  other: ['renovate'],
}

export function makeChange(overrides: Partial<ShownChange> = {}): ShownChange {
  const action = overrides.action ?? 'create'
  const address = overrides.address ?? 'terraform_data.example'
  return {
    address,
    type: /(?:^|\.)([a-z0-9_]+)\.[^.]+$/.exec(address)?.[1] ?? 'terraform_data',
    action,
    actions: actionWords[action],
    forgets: action === 'forget',
    replacePaths: [],
    differences: [],
    differencesLeftOut: 0,
    ...(action === 'replace' && { order: 'delete-first' as const }),
    ...overrides,
  }
}

/** Counts follow the changes unless they are given. */
export function makePlan(overrides: Partial<ShownPlan> = {}): ShownPlan {
  const { changes = [], outputs = [], invocations = [], deferred = [], drift = [], checks = [] } = overrides
  const of = (test: (change: ShownChange) => boolean) => changes.filter(test).length
  const counts = makeCounts({
    create: of(({ action }) => action === 'create'),
    update: of(({ action }) => action === 'update'),
    replace: of(({ action }) => action === 'replace'),
    delete: of(({ action }) => action === 'delete'),
    read: of(({ action }) => action === 'read'),
    forget: of(({ forgets }) => forgets),
    move: of(({ previousAddress }) => previousAddress !== undefined),
    import: of(({ importId }) => importId !== undefined),
    other: of(({ action }) => action === 'other'),
    outputs: outputs.length,
    invoke: invocations.length,
    deferred: deferred.length,
    drift: drift.length,
    failedChecks: checks.filter(({ status }) => status === 'fail' || status === 'error').length,
  })
  return {
    counts,
    needsApply: changes.length + outputs.length + invocations.length > 0,
    errored: false,
    complete: true,
    changes,
    drift,
    outputs,
    checks,
    deferred,
    invocations,
    unknownFields: [],
    ...overrides,
  }
}

export function makeRoot(overrides: Partial<RootResult> = {}): RootResult {
  const root = overrides.root ?? 'network'
  return {
    root,
    path: `terraform/${root}`,
    tool: 'terraform',
    toolVersion: '1.15.5',
    wave: 1,
    waitsFor: [],
    reasons: [`terraform/${root}/main.tf changed`],
    outcome: 'planned',
    plan: makePlan(),
    guards: [],
    diagnostics: [],
    fingerprint: 'c0ffee0123456789c0ffee0123456789c0ffee0123456789c0ffee0123456789',
    artifact: 'terraform-plans',
    durationMs: 4200,
    ...overrides,
  }
}

export function makeTerraformReport(overrides: Partial<TerraformReport> = {}): TerraformReport {
  return {
    head: '1111111111111111111111111111111111111111',
    base: '2222222222222222222222222222222222222222',
    run: 'https://github.com/your-org/platform/actions/runs/1',
    roots: [makeRoot()],
    waves: [{ number: 1, roots: ['network'] }],
    unaffected: [],
    ...overrides,
  }
}

/** A pull request that raises a node pool, renames a bucket and lets a database go: one of each kind of root. */
export function realisticReport(): TerraformReport {
  const pool = makeChange({
    address: 'module.cluster.ionoscloud_k8s_node_pool.general',
    action: 'replace',
    reason: 'replace_because_cannot_update',
    replacePaths: [['cpu_family']],
    differences: [
      difference('cpu_family', '"INTEL_SKYLAKE"', '"INTEL_ICELAKE"', true),
      difference('id', '"0f9c2a7e-5c1b-4c40-9a6b-0f2f2f1d1c11"', '(known after apply)'),
      difference('node_count', '3', '5'),
    ],
  })
  const cluster = makeRoot({
    root: 'content-infrastructure',
    path: 'terraform/content-platform/infrastructure',
    environment: 'production',
    outcome: 'blocked',
    reasons: ['terraform/content-platform/infrastructure/cluster.tf changed'],
    guards: [
      {
        guard: 'node-pool-immutable',
        severity: 'error',
        address: pool.address,
        at: { file: 'terraform/content-platform/infrastructure/cluster.tf', line: 41, column: 3 },
        message:
          '`cpu_family` of a node pool cannot be changed: the pool with all of its nodes is destroyed first. Add a second pool, move the workloads, then remove this one.',
      },
      {
        guard: 'stateful-type',
        severity: 'error',
        address: 'ionoscloud_pg_cluster.drafts',
        message:
          'ionoscloud_pg_cluster holds data and would be destroyed. Keep it, or take it out with a `removed` block.',
      },
      {
        guard: 'drift-in-change',
        severity: 'warning',
        address: pool.address,
        message: '`node_count` was changed outside of Terraform from 3 to 4; this plan sets it to 5.',
      },
    ],
    plan: makePlan({
      changes: [
        makeChange({
          address: 'ionoscloud_pg_cluster.drafts',
          action: 'delete',
          reason: 'delete_because_no_resource_config',
          differences: [difference('display_name', '"drafts"'), difference('instances', '1')],
        }),
        pool,
        makeChange({
          address: 'ionoscloud_s3_bucket.media',
          action: 'update',
          differences: [difference('tags.owner', '"web"', '"content"'), difference('force_destroy', 'true', 'false')],
        }),
        makeChange({
          address: 'ionoscloud_s3_bucket.thumbnails',
          differences: [
            difference('name', undefined, '"content-thumbnails"'),
            difference('region', undefined, '"eu-central-3"'),
          ],
        }),
        makeChange({ address: 'ionoscloud_lan.nodes', action: 'no-op', previousAddress: 'ionoscloud_lan.main' }),
      ],
      outputs: [{ name: 'thumbnails_bucket', action: 'create', after: '"content-thumbnails"' }],
      checks: [
        {
          address: 'check.registry_answers',
          kind: 'check',
          status: 'fail',
          problems: ['The registry answered 503.'],
        },
      ],
      drift: [
        makeChange({ address: pool.address, action: 'update', differences: [difference('node_count', '3', '4')] }),
      ],
    }),
  })
  const dns = makeRoot({
    root: 'dns',
    wave: 2,
    waitsFor: ['content-infrastructure'],
    outcome: 'deferred',
    reasons: ['it reads the state of content-infrastructure'],
  })
  const { plan: _plan, fingerprint: _fingerprint, artifact: _artifact, ...waiting } = dns
  const broken = makeRoot({
    root: 'monitoring',
    outcome: 'failed',
    reason: 'Reference to undeclared input variable.',
    diagnostics: [
      {
        severity: 'error',
        summary: 'Reference to undeclared input variable',
        detail: 'An input variable with the name "retention" has not been declared. Did you mean "retention_days"?',
        at: { file: 'terraform/monitoring/main.tf', line: 12, column: 21 },
      },
    ],
  })
  const { plan: _none, fingerprint: _f, artifact: _a, ...failed } = broken
  return makeTerraformReport({
    roots: [
      cluster,
      waiting,
      failed,
      makeRoot({
        root: 'registry',
        plan: makePlan({
          changes: [
            makeChange({
              address: 'ionoscloud_container_registry_token.ci["main"]',
              action: 'update',
              differences: [
                difference('expiry_date', '"2026-12-31"', '"2027-12-31"'),
                difference('password', '(sensitive)', '(sensitive)'),
              ],
            }),
          ],
        }),
      }),
      makeRoot({ root: 'identity' }),
    ],
    waves: [
      { number: 1, roots: ['content-infrastructure', 'monitoring', 'registry', 'identity'] },
      { number: 2, roots: ['dns'] },
    ],
    unaffected: ['backup', 'network'],
  })
}

/** A root that has something in each of its fields. */
export function everyField(): RootResult {
  const at = { file: 'terraform/network/main.tf', line: 3, column: 1, endLine: 4, endColumn: 2 }
  return makeRoot({
    workspace: 'blue',
    environment: 'production',
    waitsFor: ['base'],
    wave: 2,
    outcome: 'planned',
    reason: 'a reason',
    override: { by: 'octocat', how: 'label terraform-allow:5eaf00d1c0ffee01', fingerprint: 'c0ffee' },
    guards: [{ guard: 'forget', severity: 'note', message: 'is let go', address: 'terraform_data.a', at }],
    diagnostics: [{ severity: 'warning', summary: 'a warning', detail: 'its detail', address: 'terraform_data.a', at }],
    lock: { id: '1', path: 'p', operation: 'plan', who: 'octocat', version: '1.15.5', created: 'now', info: 'i' },
    plan: makePlan({
      complete: false,
      changes: [
        makeChange({
          address: 'module.a.terraform_data.b["c"]',
          previousAddress: 'terraform_data.b',
          action: 'replace',
          order: 'create-first',
          importId: 'id-1',
          reason: 'replace_by_request',
          replacePaths: [['a', 0, 'b']],
          differences: [difference('a[0].b', '1', '2', true), difference('c', '1'), difference('d', undefined, '2')],
          differencesLeftOut: 3,
          generatedConfig: 'resource "terraform_data" "b" {}',
        }),
      ],
      drift: [makeChange({ action: 'delete' })],
      outputs: [
        { name: 'a', action: 'update', before: '1', after: '2' },
        { name: 'b', action: 'delete', before: '1' },
        {
          name: 'c',
          action: 'update',
          before: '{ a = 1 }',
          after: '{ a = 2 }',
          differences: [difference('a', '1', '2')],
        },
      ],
      checks: [{ address: 'check.a', kind: 'check', status: 'unknown', problems: ['p'] }],
      deferred: [{ address: 'terraform_data.later', reason: 'instance_count_unknown', action: 'create' }],
      invocations: [
        { address: 'action.a.b', type: 'a', trigger: 'terraform_data.b' },
        { address: 'action.a.c', type: 'a', deferred: 'deferred_prereq' },
      ],
      unknownFields: ['future_changes'],
    }),
  })
}
