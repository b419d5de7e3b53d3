// What becomes of an apply that is told to stop in the middle, and of one that comes while another is at it.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { settingsWithCanary } from './testing/terraform-canary.ts'
import { rootFile, startTerraformWorld } from './testing/terraform-world.ts'

test('the holder of the lock is named, and what was done until a signal is in the state and in the record', async () => {
  await using world = await startTerraformWorld((lasting) => ({
    '.github/seaworthy.yaml': settingsWithCanary('terraform:\n  lock-timeout: 0s\n'),
    'infra/app/main.tf': rootFile(lasting, 'app', ''),
  }))
  const { lasting } = world
  const marker = join(lasting, 'middle')
  // The tool’s parent is the action.
  const slow = `resource "terraform_data" "first" {
  input = "done"
}
resource "terraform_data" "slow" {
  depends_on = [terraform_data.first]
  provisioner "local-exec" {
    command = "ps -o ppid= -p $PPID > '${marker}.new'; mv '${marker}.new' '${marker}'; exec sleep 60"
  }
}
resource "terraform_data" "last" {
  depends_on = [terraform_data.slow]
}
`
  const pull = await world.open({ 'infra/app/main.tf': rootFile(lasting, 'app', slow) })
  await world.plan(pull)
  world.approve(pull)
  const push = await world.merge(pull)

  const running = world.apply(push)
  for (let turn = 0; !existsSync(marker); turn += 1) {
    if (turn > 1000) throw new Error('the apply did not come to its middle')
    await wait(20)
  }
  const second = await world.apply(push, { env: { GITHUB_RUN_ID: '78' } })
  expect(second, second.stdout).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', applied: '[]' } })
  expect(second.results[0]?.reason).toMatch(/The state of infra\/app is locked by \S+@\S+ for apply since \d{4}-/)
  expect(second.summary).toContain('The state is locked')

  // A runner sends both.
  const action = Number(readFileSync(marker, 'utf8'))
  process.kill(action, 'SIGINT')
  process.kill(action, 'SIGTERM')
  const stopped = await running

  expect(stopped, stopped.stdout).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', applied: '[]' } })
  expect(stopped.results[0]).toMatchObject({
    outcome: 'interrupted',
    applied: [{ address: 'terraform_data.first', action: 'create' }],
    notApplied: [
      { address: 'terraform_data.last', action: 'create' },
      { address: 'terraform_data.slow', action: 'create' },
    ],
    next: "gh workflow run main.yml -f roots='infra/app'",
  })
  expect(stopped.stdout).not.toMatch(/two interrupts/i)
  const record = world.repository.comments.find(({ body }) => body.includes('terraform-apply-77'))
  expect(record?.body).toContain('was interrupted in the middle: 1 of 3 steps done')
  expect(record?.body).toContain("gh workflow run main.yml -f roots='infra/app'")
  expect(world.state('app')).toContain('"done"')
  expect(existsSync(join(lasting, '.app.tfstate.lock.info'))).toBe(false)

  const next = await world.apply(push, { env: { GITHUB_RUN_ID: '79' } })
  expect(next.results[0], next.stdout).toMatchObject({ outcome: 'stale' })
  expect(next.results[0]?.differences.join('\n')).toContain('terraform_data.first')
})
