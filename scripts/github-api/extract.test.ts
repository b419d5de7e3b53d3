// What becomes of a description on its way from GitHub's file to ours.
import { expect, test } from 'vitest'
import { extract } from './extract.ts'

const description = {
  paths: {
    '/things/{ref}': {
      get: {
        operationId: 'things/get',
        description: 'prose',
        externalDocs: { url: 'https://docs.example.com/things' },
        parameters: [
          { $ref: '#/components/parameters/ref' },
          { name: 'page', in: 'query', schema: { type: 'integer', default: 1 } },
        ],
        responses: {
          200: {
            description: 'prose',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/thing' }, examples: {} } },
          },
          404: { $ref: '#/components/responses/not_found' },
        },
      },
    },
    '/other': { get: { operationId: 'other', responses: {} } },
  },
  components: {
    parameters: {
      ref: { name: 'ref', in: 'path', required: true, 'x-multi-segment': true, schema: { type: 'string' } },
    },
    responses: {
      not_found: { content: { 'application/json': { schema: { $ref: '#/components/schemas/basic-error' } } } },
    },
    schemas: {
      thing: {
        type: 'object',
        title: 'Thing',
        properties: {
          title: { type: 'string', nullable: true, description: 'prose' },
          kind: { type: 'string', enum: ['a', 'b'], nullable: true },
          owner: { nullable: true, oneOf: [{ $ref: '#/components/schemas/user' }] },
          when: { type: 'string', format: 'date-time' },
          template: { type: 'string', format: 'uri-template' },
        },
      },
      user: { type: 'object' },
      'basic-error': { type: 'object' },
      unused: { type: 'object' },
    },
  },
}

test('operations are kept with what they reach, once, without prose', () => {
  expect(extract(description, ['things/get'])).toEqual({
    operations: {
      'things/get': {
        method: 'GET',
        path: '/things/{ref}',
        docs: 'https://docs.example.com/things',
        inPath: { ref: { required: true, manySegments: true, schema: { type: 'string' } } },
        inQuery: { page: { required: false, schema: { type: 'integer' } } },
        responses: {
          200: { 'application/json': { $ref: '#/schemas/thing' } },
          404: { 'application/json': { $ref: '#/schemas/basic-error' } },
        },
      },
    },
    schemas: {
      'basic-error': { type: 'object' },
      thing: {
        type: 'object',
        properties: {
          kind: { type: ['string', 'null'], enum: ['a', 'b', null] },
          owner: { anyOf: [{ anyOf: [{ $ref: '#/schemas/user' }] }, { type: 'null' }] },
          template: { type: 'string' },
          title: { type: ['string', 'null'] },
          when: { type: 'string', format: 'date-time' },
        },
      },
      user: { type: 'object' },
    },
  })
})

test('an operation that GitHub does not have is an error', () => {
  expect(() => extract(description, ['things/put'])).toThrow('no operation things/put')
})
