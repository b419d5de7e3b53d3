// Test support: asks a locator about a map of files, and answers with what a reader sees there.
import type { SourceLocation } from '../../findings/finding.ts'
import type { KubernetesObject } from '../../kubernetes/object.ts'
import { createLocator, type LocateRequest } from './locator.ts'

export type Files = Readonly<Record<string, string>>

/** `file:line:column text that is marked`. */
export async function located(files: Files, request: LocateRequest): Promise<string> {
  return seen(files, await createLocator(async (path) => files[path]).locate(request))
}

export function seen(files: Files, { file, line, column = 1, endLine, endColumn }: SourceLocation): string {
  if (line === undefined) return file
  const row = (files[file] ?? '').split(/\r?\n/)[line - 1] ?? ''
  return `${file}:${line}:${column} ${row.slice(column - 1, endLine === line ? (endColumn ?? 1) - 1 : undefined)}`
}

/** A request about an object of a kustomize source at `top`. */
export function asked(
  object: KubernetesObject,
  pointer: string,
  overrides: Partial<LocateRequest> = {},
): LocateRequest {
  return { origin: {}, object, pointer, source: { type: 'kustomize', path: 'top' }, ...overrides }
}

/** A rendered Deployment with one container, as the tests patch it. */
export function deployment(
  overrides: { name?: string; spec?: object; metadata?: object; container?: object } = {},
): KubernetesObject {
  const container = { name: 'web', image: 'web:1', ...overrides.container }
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: overrides.name ?? 'web', ...overrides.metadata },
    spec: { replicas: 1, template: { spec: { containers: [container] } }, ...overrides.spec },
  } as KubernetesObject
}

export const webYaml = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 1
  template:
    spec:
      containers:
        - name: web
          image: web:1
          resources:
            limits:
              memory: 1Gi
`
export const container = '/spec/template/spec/containers/0'
