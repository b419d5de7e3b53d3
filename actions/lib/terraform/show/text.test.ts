import { describe, expect, it } from 'vitest'
import { hostile, rootOf } from './testing/hostile.ts'
import {
  difference,
  makeChange,
  makePlan,
  makeRoot,
  makeTerraformReport,
  realisticReport,
} from './testing/terraform-report.ts'
import { renderTerraformText } from './text.ts'

describe('renderTerraformText', () => {
  it('answers first, one line a root, then the roots that have something to tell', () => {
    const lines = renderTerraformText(realisticReport(), { color: false }).split('\n')
    expect(lines.slice(0, 8)).toEqual([
      'Do not merge: content-infrastructure is refused, monitoring could not be planned',
      '2 Terraform roots change: 1 destroyed, 1 replaced, 2 updated, 1 created, 1 moved, 1 output; 1 waits for others.',
      '',
      'failed      monitoring              could not be planned',
      'refused     content-infrastructure  1 destroyed, 1 replaced, 1 updated, 1 created, 1 moved, 1 output; refused by node-pool-immutable, stateful-type',
      'changes     registry                1 updated',
      'waits       dns                     waits for what it depends on',
      'no changes  identity                no changes',
    ])
    expect(lines).toContain(
      '  -/+ module.cluster.ionoscloud_k8s_node_pool.general (destroyed first, then created; cannot be changed in place; because of cpu_family)',
    )
    expect(lines).toContain('Not affected: backup, network.')
    expect(lines.filter((line) => line.startsWith('identity'))).toEqual([])
  })

  it('says which roots nobody looked at, and whose plan is made without them', () => {
    const others = ['b', 'c', 'd', 'e', 'f'].map((root) => ({ root, affected: true, neededBy: [] }))
    const notAsked = [...others, { root: 'network', affected: true, neededBy: ['app'] }]
    const lineOf = (report: Parameters<typeof makeTerraformReport>[0]) =>
      renderTerraformText(makeTerraformReport(report), { color: false })
        .split('\n')
        .find((line) => line.startsWith('Not asked for'))
    expect(lineOf({ notAsked })).toBe(
      'Not asked for: network (the change affects it, and app depends on it: a plan on it may be out of date), b (the change affects it), c (the change affects it), d (the change affects it), e (the change affects it), 1 more.',
    )
    const unknown = [
      { root: 'dns', affected: false, neededBy: [] },
      { root: 'network', affected: false, neededBy: ['app', 'web'] },
    ]
    expect(lineOf({ notAsked: unknown })).toBe(
      'Not asked for: network (app, web depend on it: what it would change is in no plan here), dns.',
    )
    expect(lineOf({})).toBeUndefined()
  })

  it('leaves nothing out', () => {
    const changes = Array.from({ length: 5000 }, (_, index) =>
      makeChange({ address: `a.b[${index}]`, differences: [difference('x', undefined, `"${index}"`)] }),
    )
    const text = renderTerraformText(makeTerraformReport({ roots: [makeRoot({ plan: makePlan({ changes }) })] }), {
      color: false,
    })
    expect(text.match(/^ {2}\+ {5}x = /gm)).toHaveLength(5000)
  })

  it('breaks the words of people at the width, and nothing that is copied', () => {
    const lines = renderTerraformText(realisticReport(), { color: false, width: 60 }).split('\n')
    const long = lines.filter((line) => line.length > 60)
    // Lines of a diff, names and paths, and the overview.
    expect(long.every((line) => /^ {2}[-+! ]|^\w+ {2,}|^[\w-]+: |^ {2,4}\S+$|^ {2}terraform\//.test(line))).toBe(true)
    expect(lines.length).toBeGreaterThan(renderTerraformText(realisticReport(), { color: false }).split('\n').length)
  })

  it('colours by sign', () => {
    const text = renderTerraformText(realisticReport(), { color: true })
    expect(text).toContain('\u001b[31m-     node_count = 3\u001b[39m')
    expect(text).toContain('\u001b[32m+     node_count = 5\u001b[39m')
    expect(text).toContain('\u001b[33m! ionoscloud_s3_bucket.media\u001b[39m')
  })

  it.each(hostile)('is safe in a log with %j', (value) => {
    const text = renderTerraformText(makeTerraformReport({ roots: [rootOf(value), makeRoot()], unaffected: [value] }), {
      color: false,
      width: 40,
    })
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]/u)
    // https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
    expect(text).not.toMatch(/^\s*(::[a-z].*::|##\[)/im)
  })
})
