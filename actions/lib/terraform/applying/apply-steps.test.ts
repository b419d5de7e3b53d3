import { expect, test } from 'vitest'
import { readPlan } from '../plan/read-plan.ts'
import { stepsLeft, stepsOf } from './apply-steps.ts'

const change = (address: string, actions: readonly string[], mode = 'managed') => ({
  address,
  mode,
  type: 'terraform_data',
  name: address,
  provider_name: 'terraform.io/builtin/terraform',
  change: { actions, before: {}, after: {}, after_unknown: {}, before_sensitive: {}, after_sensitive: {} },
})

const plan = readPlan({
  format_version: '1.2',
  terraform_version: '1.11.4',
  resource_changes: [
    change('terraform_data.new', ['create']),
    change('terraform_data.first', ['create', 'delete']),
    change('terraform_data.last', ['delete', 'create']),
    change('data.terraform_remote_state.a', ['read'], 'data'),
    change('terraform_data.same', ['no-op']),
    change('terraform_data.gone', ['forget']),
  ],
})

test('a replacement is two steps, in its order; reading is none', () => {
  expect(stepsOf(plan)).toEqual([
    { address: 'terraform_data.new', action: 'create' },
    { address: 'terraform_data.first', action: 'create' },
    { address: 'terraform_data.first', action: 'delete' },
    { address: 'terraform_data.last', action: 'delete' },
    { address: 'terraform_data.last', action: 'create' },
    { address: 'terraform_data.gone', action: 'forget' },
  ])
})

test('what is left is all but what was done, the half of a replacement included', () => {
  const done = [
    { address: 'terraform_data.last', action: 'delete' },
    { address: 'terraform_data.new', action: 'create' },
  ] as const
  expect(stepsLeft(stepsOf(plan), done)).toEqual([
    { address: 'terraform_data.first', action: 'create' },
    { address: 'terraform_data.first', action: 'delete' },
    { address: 'terraform_data.last', action: 'create' },
    { address: 'terraform_data.gone', action: 'forget' },
  ])
})

test('of two deposed objects at one address one may be done', () => {
  const step = { address: 'terraform_data.a', action: 'delete' } as const
  expect(stepsLeft([step, step], [step])).toEqual([step])
})
