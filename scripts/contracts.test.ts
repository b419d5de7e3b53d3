// What the files of this repository promise each other: action.yml and code, workflows and actions, documents and folders.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { version } from '../actions/lib/toolkit/version.ts'
import { actionNames, actionSchema, readDeclaration, readMetadata } from './action-metadata.ts'
import { libFolders } from './boundaries.ts'
import { entryPoints } from './build.ts'
import { staleDocuments } from './docs.ts'
import { ourAction, readWorkflows } from './workflows.ts'

const root = resolve(import.meta.dirname, '..')

describe.each(actionNames())('action %s', (name) => {
  const metadata = readMetadata(name)

  test('action.yml is valid and starts a program that is built', () => {
    const ajv = new Ajv({ allErrors: true })
    ajv.validate(actionSchema, metadata)
    expect(ajv.errors).toBeNull()
    expect(metadata.runs.main).toBe(`../dist/${name}.js`)
    expect(entryPoints()).toHaveProperty(name)
  })

  test('its inputs are what the code reads, with the same defaults', async () => {
    const { inputs } = await readDeclaration(name)
    const inYaml = Object.entries(metadata.inputs ?? {}).map(([input, { required = false, default: text }]) => [
      input,
      { required, default: text || undefined },
    ])
    const inCode = Object.entries(inputs.kinds).map(([input, kind]) => [
      input,
      { required: kind.required, default: kind.default },
    ])
    expect(Object.fromEntries(inYaml)).toEqual(Object.fromEntries(inCode))
  })

  test('its outputs are what the code sets', async () => {
    const { outputs } = await readDeclaration(name)
    expect(Object.keys(metadata.outputs ?? {}).sort()).toEqual(Object.keys(outputs.defaults).sort())
  })

  test('it has a README', () => {
    expect(existsSync(join(root, 'actions', name, 'README.md'))).toBe(true)
  })
})

test('the version is that of package.json, and the changelog has it', () => {
  expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version).toBe(version)
  expect(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')).toContain(`## [${version}]`)
})

test('CI runs the test command that the README names', () => {
  expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain('npm ci && npm test')
  expect(readFileSync(join(root, '.ci/run'), 'utf8')).toMatch(/^step install npm ci\b.*^step test npm test$/ms)
})

test('generated parts of documents are current', async () => {
  expect(await staleDocuments()).toEqual([])
})

test('the architecture page names every folder of actions/lib', () => {
  const page = readFileSync(join(root, 'actions/README.md'), 'utf8')
  expect(libFolders().filter((folder) => !page.includes(`\`${folder}\``))).toEqual([])
  const diagram = /```mermaid\n(.*?)```/s.exec(page)?.[1] ?? ''
  expect(libFolders().filter((folder) => folder !== 'testing' && !new RegExp(`\\b${folder}\\b`).test(diagram))).toEqual(
    [],
  )
})

describe.each(readWorkflows())('workflow $file', ({ workflow, text }) => {
  const jobs = Object.entries(workflow.jobs)
  const steps = jobs.flatMap(([, job]) => job.steps ?? [])

  test('nothing is permitted at the top; each permission of a job has its reason', () => {
    expect(workflow.permissions).toEqual({})
    const unexplained = text
      .split('\n')
      .filter((line) => /^ {6}[a-z-]+: (read|write)\b/.test(line) && !/# \S+/.test(line))
    expect(unexplained).toEqual([])
  })

  test('every job has a time limit and its own permissions', () => {
    for (const [name, job] of jobs) {
      expect(job.permissions, name).toBeDefined()
      if (job.uses === undefined) expect(job['timeout-minutes'], name).toBeGreaterThan(0)
    }
  })

  test('runs do not pile up', () => {
    expect(workflow.concurrency).toBeDefined()
  })

  test('actions of others are pinned to a commit, with the version beside it', () => {
    const lines = text.split('\n').filter((line) => /\buses:/.test(line) && !/uses: \$\//.test(line))
    expect(lines.filter((line) => !/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([])
  })

  test('our actions exist and are given inputs that they have', () => {
    for (const step of steps) {
      const name = ourAction(step.uses)
      if (name === undefined) continue
      expect(actionNames()).toContain(name)
      expect(Object.keys(readMetadata(name).inputs ?? {})).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})))
    }
  })

  test('no expression inside a script, no credentials left by a checkout', () => {
    for (const step of steps) {
      expect(step.run ?? '').not.toContain('${{')
      if (step.uses?.startsWith('actions/checkout@')) expect(step.with?.['persist-credentials']).toBe(false)
    }
  })
})

test('the gate of the CI workflow needs every other job', () => {
  const ci = readWorkflows().find(({ file }) => file === 'ci.yml')?.workflow
  const gate = Object.entries(ci?.jobs ?? {}).find(([, job]) => job.name === 'CI OK')
  expect(gate?.[1].needs).toEqual(Object.keys(ci?.jobs ?? {}).filter((name) => name !== gate?.[0]))
})
