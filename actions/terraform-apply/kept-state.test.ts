import { expect, test } from 'vitest'
import { putBackCommands } from '../lib/terraform/applying/put-back-state.ts'
import { keptInArtifact } from './kept-state.ts'

test('the commands lead from the artifact to the backend', () => {
  const given = { root: 'infra/app', run: '12', file: '0-infra_2Fapp.state', isApproved: false, isEncrypted: true }
  const { where, fetch, file } = keptInArtifact(given)
  expect(where).toBe('0-infra_2Fapp.state in the artifact terraform-plans of this run, sealed')
  expect(fetch).toEqual([
    'gh run download 12 -n terraform-plans -D /tmp/infra_2Fapp-sealed',
    'seaworthy terraform open /tmp/infra_2Fapp-sealed/0-infra_2Fapp.state --keys KEYS --out /tmp/infra_2Fapp-state',
  ])
  expect(putBackCommands({ path: 'infra/app', tool: 'terraform' }, file)).toEqual([
    'cd infra/app',
    'terraform init',
    'terraform state push /tmp/infra_2Fapp-state/terraform.tfstate',
  ])
  const approved = keptInArtifact({ ...given, isApproved: true, isEncrypted: false })
  expect(approved.fetch[0]).toContain('-n terraform-plans-approved ')
  expect(approved.fetch[1]).not.toContain('--keys')
})

test('another workspace, a backend that is configured from outside, and names that a shell would read', () => {
  const root = {
    path: "infra/it's",
    tool: 'tofu',
    workspace: 'blue',
    backendConfig: ['infra/s3.tfbackend', 'key=a b'],
  } as const
  expect(putBackCommands(root, '/tmp/x')).toEqual([
    `cd 'infra/it'\\''s'`,
    `env TF_WORKSPACE=blue tofu init -backend-config=../s3.tfbackend '-backend-config=key=a b'`,
    'env TF_WORKSPACE=blue tofu state push /tmp/x',
  ])
  expect(putBackCommands({ path: '.', tool: 'terraform' }, 'x')).toHaveLength(2)
})
