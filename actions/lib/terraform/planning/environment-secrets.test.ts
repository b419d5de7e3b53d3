import { expect, test } from 'vitest'
import { parseHclFile } from '../hcl/parse.ts'
import { environmentSecrets } from './environment-secrets.ts'

const configuration = async (text: string) => [await parseHclFile(text, 'variables.tf')]

test('credentials that the settings name are secret, what only says where is not', async () => {
  const environment = {
    IONOS_TOKEN: 'tok-1',
    AWS_REGION: 'de',
    AWS_ENDPOINT_URL: 'https://s3.example.com',
    AWS_RESPONSE_CHECKSUM_VALIDATION: 'when_required',
    PATH: '/bin',
  }
  const given = Object.keys(environment).filter((name) => name !== 'PATH')
  expect(environmentSecrets(environment, given, [])).toEqual(['tok-1'])
})

test('a variable is secret where it is declared so, where that is computed, and where its name says so', async () => {
  const files = await configuration(`
variable "plain" {}
variable "open" {
  sensitive = false
}
variable "hidden" {
  sensitive = true
}
variable "computed" {
  sensitive = 1 == 1
}
variable "db_password" {}
`)
  const names = ['plain', 'open', 'hidden', 'computed', 'db_password', 'undeclared']
  const environment = Object.fromEntries(names.map((name) => [`TF_VAR_${name}`, `value of ${name}`]))
  expect(environmentSecrets(environment, Object.keys(environment), files)).toEqual([
    'value of hidden',
    'value of computed',
    'value of db_password',
  ])
})

test('what is empty or not set is no secret', () => {
  expect(environmentSecrets({ IONOS_TOKEN: '' }, ['IONOS_TOKEN', 'IONOS_PASSWORD'], [])).toEqual([])
})
