import { describe, expect, it } from 'vitest'
import { UserError } from '../toolkit/user-error.ts'
import { apiAddress, ownerAndName } from './api-address.ts'

describe('the address of the API', () => {
  // https://docs.github.com/enterprise-server/graphql/guides/forming-calls-with-graphql#the-graphql-endpoint
  it.each([
    ['https://api.github.com', 'https://api.github.com/graphql'],
    ['https://api.github.com/', 'https://api.github.com/graphql'],
    ['https://ghe.example.com/api/v3', 'https://ghe.example.com/api/graphql'],
    ['https://ghe.example.com/api/v3/', 'https://ghe.example.com/api/graphql'],
    ['https://api.your-org.ghe.com', 'https://api.your-org.ghe.com/graphql'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/graphql'],
    ['http://[::1]:8080', 'http://[::1]:8080/graphql'],
  ])('%s', (api, graphql) => {
    expect(apiAddress(api)).toEqual({ api: api.replace(/\/$/, ''), graphql })
  })

  it('of GraphQL can be given', () => {
    expect(apiAddress('https://a.example.com/api/v3', 'https://a.example.com/q').graphql).toBe(
      'https://a.example.com/q',
    )
  })

  it.each([
    'http://api.github.com',
    'http://localhost:80',
    'http://127.0.0.1.example.com',
    'ftp://127.0.0.1',
    'api.github.com',
    '',
    'https://user:secret@api.github.com',
    'https://api.github.com?token=secret',
    'https://api.github.com#secret',
  ])('refuses %j, without showing what may be secret', (address) => {
    const attempt = () => apiAddress(address)
    expect(attempt).toThrow(UserError)
    expect(attempt).not.toThrow('secret')
    expect(() => apiAddress('https://api.github.com', address)).toThrow(UserError)
  })
})

describe('the name of a repository', () => {
  it.each([
    ['your-org/platform', 'your-org', 'platform'],
    ['your_org/.github', 'your_org', '.github'],
    ['o/a.b-c_d', 'o', 'a.b-c_d'],
  ])('%s', (name, owner, repo) => expect(ownerAndName(name)).toEqual({ owner, repo }))

  it.each([
    'platform',
    'a/b/c',
    '/b',
    'a/',
    'a/..',
    '../b',
    'a/.',
    'a b/c',
    'a/b?x',
    'a/b#',
    'https://github.com/a/b',
    'a/b\n',
  ])('refuses %j', (name) => expect(() => ownerAndName(name)).toThrow(UserError))
})
