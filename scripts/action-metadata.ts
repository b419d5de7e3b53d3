// The action.yml files: where they are, what they must look like, and what an action's code says of itself.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'yaml'
import type { InputKind } from '../actions/lib/toolkit/inputs.ts'

const root = resolve(import.meta.dirname, '..')

export type ActionMetadata = {
  readonly name: string
  readonly description: string
  readonly inputs?: Readonly<Record<string, InputMetadata>>
  readonly outputs?: Readonly<Record<string, { readonly description: string }>>
  readonly runs: { readonly using: 'node24'; readonly main: string }
}

export type InputMetadata = { readonly description: string; readonly required?: boolean; readonly default?: string }

/** What `actions/<name>/inputs.ts` exports: the same names, defaults and requirements as its action.yml. */
export type DeclaredAction = {
  readonly inputs: { readonly kinds: Readonly<Record<string, InputKind<unknown>>> }
  readonly outputs: { readonly defaults: Readonly<Record<string, string>> }
}

const described = (more: object = {}) => ({
  type: 'object',
  required: ['description'],
  additionalProperties: false,
  properties: { description: { type: 'string', minLength: 10 }, ...more },
})
const named = (value: object) => ({
  type: 'object',
  propertyNames: { pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' },
  additionalProperties: value,
})

/** JSON schema of our action.yml files: JavaScript actions on Node 24 only, everything described, names in kebab-case. */
export const actionSchema = {
  type: 'object',
  required: ['name', 'description', 'runs'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', minLength: 1 },
    description: { type: 'string', minLength: 10, maxLength: 125 },
    author: { type: 'string' },
    branding: {
      type: 'object',
      required: ['icon', 'color'],
      additionalProperties: false,
      properties: {
        icon: { type: 'string' },
        color: { enum: ['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark'] },
      },
    },
    inputs: named(
      described({ required: { type: 'boolean' }, default: { type: 'string' }, deprecationMessage: { type: 'string' } }),
    ),
    outputs: named(described()),
    runs: {
      type: 'object',
      required: ['using', 'main'],
      additionalProperties: false,
      properties: {
        using: { const: 'node24' },
        main: { type: 'string', pattern: '^\\.\\./dist/[a-z-]+\\.js$' },
        post: { type: 'string', pattern: '^\\.\\./dist/[a-z-]+\\.js$' },
        'post-if': { type: 'string' },
      },
    },
  },
} as const

/** Names of the action folders, sorted. */
export const actionNames = (): readonly string[] =>
  readdirSync(join(root, 'actions'))
    .filter((name) => existsSync(join(root, 'actions', name, 'action.yml')))
    .sort()

export const readMetadata = (name: string): ActionMetadata =>
  parse(readFileSync(join(root, 'actions', name, 'action.yml'), 'utf8'))

/** Loads what the action's code declares. */
export const readDeclaration = async (name: string): Promise<DeclaredAction> =>
  await import(pathToFileURL(join(root, 'actions', name, 'inputs.ts')).href)
