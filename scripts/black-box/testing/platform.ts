// A small GitOps repository on the GitHub emulator, a registry with its images, and the actions as a build would call them.
import { type GitHubEmulator, type GitHubOptions, startGitHub } from '../../../actions/lib/testing/github/index.ts'
import { startRegistry, type TestRegistry } from '../../../actions/lib/testing/registry/registry.ts'
import { type ActionRun, runAction } from '../../../actions/lib/testing/run-action.ts'
import type { Files } from '../../../actions/lib/testing/temporary-repository.ts'

export type Platform = {
  readonly github: GitHubEmulator
  readonly registry: TestRegistry
  /** The image `api` with its registry. */
  readonly api: string
  readonly repository: ReturnType<GitHubEmulator['repository']>
  /** Runs an action as a build of `your-org/api` does. */
  readonly run: (
    action: 'bump-image' | 'roll-back',
    inputs: Readonly<Record<string, string>>,
    env?: Readonly<Record<string, string>>,
  ) => Promise<ActionRun>
  /** What the overlay of an environment says now. */
  readonly overlay: (environment: string) => Promise<string>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

export const application = (environment: string) => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: api-${environment}
  namespace: argocd
spec:
  project: default
  source:
    repoURL: https://github.com/your-org/platform.git
    targetRevision: main
    path: overlays/${environment}
  destination: {server: https://kubernetes.default.svc, namespace: api-${environment}}
`

const pod = (image: string, index: number) =>
  `kind: Pod\nmetadata: {name: pod-${index}}\nspec:\n  containers: [{name: main, image: ${image}}]\n`

/** @param more further files of the GitOps repository, or others in their place */
export async function startPlatform(
  more: (api: string) => Files = () => ({}),
  options: Partial<GitHubOptions> = {},
): Promise<Platform> {
  const registry = await startRegistry()
  const api = `${registry.host}/your-org/api`
  const overlay = `resources: [../../base]\nimages:\n  - name: ${api}\n    newTag: 1.4.0 # the api\n  - name: ghcr.io/your-org/web\n    newTag: 2.0.0\n`
  const files: Files = {
    'apps/staging.yaml': application('staging'),
    'apps/production.yaml': application('production'),
    'base/kustomization.yaml': 'resources: [pods.yaml]\n',
    'base/pods.yaml': [api, 'ghcr.io/your-org/web'].map(pod).join('---\n'),
    'overlays/staging/kustomization.yaml': overlay,
    'overlays/production/kustomization.yaml': overlay,
    ...more(api),
  }
  const github = await startGitHub({
    repositories: { 'your-org/platform': files, 'your-org/api': { 'main.go': 'package main\n' } },
    ...options,
  })
  const run: Platform['run'] = (action, inputs, env = {}) =>
    runAction(action, {
      token: 'token',
      env: { ...github.environment, GITHUB_REPOSITORY: 'your-org/platform', ...env },
      inputs,
    })
  return {
    github,
    registry,
    api,
    repository: github.repository('your-org/platform'),
    run,
    overlay: (environment) => github.repository('your-org/platform').file(`overlays/${environment}/kustomization.yaml`),
    [Symbol.asyncDispose]: async () => {
      await registry.close()
      await github.stop()
    },
  }
}
