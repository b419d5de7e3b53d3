// Small manifests for repositories of tests: an Application, and objects that are right in every respect.
import type { Files } from './temporary-repository.ts'

export const ownRepository = 'https://git.example.com/your-org/platform.git'

export type ApplicationOverrides = {
  readonly name?: string
  readonly path?: string
  readonly repository?: string
  readonly revision?: string
  /** Further fields of the source, as text of a flow mapping without its braces. */
  readonly source?: string
  /** The whole spec in place of the one that is made. */
  readonly spec?: string
}

/** An Application of a path of the repository's own, in the namespace `web`. */
export function application(overrides: ApplicationOverrides = {}): string {
  const { name = 'web', path = 'app', repository = ownRepository, revision = 'HEAD', source } = overrides
  const fields = [
    `repoURL: ${repository}`,
    `targetRevision: ${revision}`,
    ...(path === '' ? [] : [`path: ${path}`]),
    ...(source === undefined ? [] : [source]),
  ]
  const spec =
    overrides.spec ??
    `project: default
  source: {${fields.join(', ')}}
  destination: {server: https://kubernetes.default.svc, namespace: web}`
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: ${name}, namespace: argocd}
spec:
  ${spec}
`
}

/** A ConfigMap without a fault; `data` as the text of a flow mapping. */
export function configMap(name: string, data = '{a: "1"}'): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\ndata: ${data}\n`
}

/** The settings that tell the tests' repository its own name, and what else they shall say. */
export function settings(more = ''): Files {
  return { '.github/seaworthy.yaml': `repository: [${ownRepository}]\n${more}` }
}

/** A repository with one Application of the directory `app`. */
export function oneApplication(files: Files = {}, more = ''): Files {
  return { ...settings(more), 'argocd/web.yaml': application(), ...files }
}
