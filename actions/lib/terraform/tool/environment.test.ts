import { describe, expect, test } from 'vitest'
import { reduceEnvironment } from './environment.ts'

const runner = {
  PATH: '/usr/bin',
  HOME: '/home/runner',
  HTTPS_PROXY: 'http://proxy.invalid:3128',
  SSL_CERT_FILE: '/etc/ssl/own.pem',
  GITHUB_TOKEN: 'secret',
  GITHUB_WORKSPACE: '/work',
  ACTIONS_RUNTIME_TOKEN: 'secret',
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token.invalid',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'secret',
  INPUT_KEY: 'secret',
  RUNNER_TEMP: '/tmp',
  NODE_OPTIONS: '--require x',
  LD_PRELOAD: 'x.so',
  GIT_SSH_COMMAND: 'x',
  TF_CLI_ARGS: '-destroy',
  TF_CLI_ARGS_plan: '-destroy',
  TF_CLI_CONFIG_FILE: '/x',
  TF_LOG: 'trace',
  TF_LOG_PATH: '/x',
  TF_DATA_DIR: '/x',
  TF_WORKSPACE: 'other',
  TF_PLUGIN_CACHE_DIR: '/x',
  TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: '1',
  TF_REATTACH_PROVIDERS: '{}',
  TF_VAR_password: 'secret',
  AWS_ACCESS_KEY_ID: 'id',
  AWS_SECRET_ACCESS_KEY: 'secret',
  SOMETHING: 'else',
  ABSENT: undefined,
}

const names = (variables?: readonly string[]) => Object.keys(reduceEnvironment(runner, variables).variables).sort()

test('without settings: what the tool needs, and TF_VAR_*', () => {
  expect(names()).toEqual(['HOME', 'HTTPS_PROXY', 'PATH', 'SSL_CERT_FILE', 'TF_VAR_password'])
  expect(reduceEnvironment(runner).given).toEqual(['TF_VAR_password'])
})

test('what the settings name, also by pattern', () => {
  const { variables, given } = reduceEnvironment(runner, ['AWS_*', 'PATH'])
  expect(variables).toMatchObject({ AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' })
  expect(given).toEqual(['TF_VAR_password', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'])
})

test('credentials that were not given on are told by name, those of providers first', () => {
  const more = {
    ...runner,
    SOME_API_KEY: 'secret',
    ARM_CLIENT_ID: '',
    TF_TOKEN_app_terraform_io: 'secret',
    GH_TOKEN: 'x',
  }
  const withheld = (variables?: readonly string[]) => reduceEnvironment(more, variables).withheld
  expect(withheld()).toEqual([
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'TF_TOKEN_app_terraform_io',
    'SOME_API_KEY',
  ])
  expect(withheld(['AWS_*', 'TF_TOKEN_app_terraform_io'])).toEqual(['SOME_API_KEY'])
  expect(withheld(['*'])).toEqual([])
})

test('a pattern that fits everything still gives nothing away', () => {
  const everything = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'SOMETHING']
  const withoutSettings = ['HOME', 'HTTPS_PROXY', 'PATH', 'SSL_CERT_FILE', 'TF_VAR_password']
  expect(names(['*'])).toEqual([...everything, ...withoutSettings].sort())
})

describe('never', () => {
  test.each([
    'GITHUB_TOKEN',
    'ACTIONS_RUNTIME_TOKEN',
    'INPUT_KEY',
    'TF_CLI_ARGS',
    'TF_LOG',
    'TF_REATTACH_PROVIDERS',
    'LD_PRELOAD',
  ])('%s, and who names it is told', (name) => {
    expect(() => reduceEnvironment(runner, [name])).toThrow(
      `${name} may not be given to terraform or tofu: a plan runs code of others, which would read it.\n  at: terraform.variables in the settings`,
    )
  })
})

test('what mints tokens of the run is given by its full name only', () => {
  expect(names(['ACTIONS_*', 'ACTIONS_ID_TOKEN_REQUEST_*'])).toEqual(names())
  expect(names(['ACTIONS_ID_TOKEN_REQUEST_TOKEN'])).toContain('ACTIONS_ID_TOKEN_REQUEST_TOKEN')
  expect(names(['ACTIONS_ID_TOKEN_REQUEST_TOKEN'])).not.toContain('ACTIONS_ID_TOKEN_REQUEST_URL')
})
