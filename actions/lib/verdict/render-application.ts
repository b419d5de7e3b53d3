// Rendering one Application: which of its sources can be judged here, and why the others cannot.
import type { Engine } from '../../kubeconform-wasm/src/index.ts'
import type { RenderAnswer, Source } from '../../kubeconform-wasm/src/protocol.ts'
import { type Application, type ApplicationSource, readApplication } from '../argocd/application.ts'
import { substituteBuildVariables } from '../argocd/build-variables.ts'
import { isSameRepository } from '../argocd/repository-url.ts'
import { sourceType } from '../argocd/source-type.ts'
import type { Tree } from '../git/tree.ts'
import type { KubernetesObject } from '../kubernetes/object.ts'
import { applicationProblems } from './application-problems.ts'
import type { JudgedApplication, JudgedObject, JudgedSource, RawGap, RawProblem, Written } from './side.ts'

/** What counts as this repository, and as the branch that is judged. */
export type Identity = {
  /** Addresses or `owner/name`; empty when nothing is known. */
  readonly repositories: readonly string[]
  /** Names by which an Application may mean what is judged: `HEAD`, the branch, the commit. */
  readonly revisions: readonly string[]
}

export type RenderContext = {
  readonly tree: Tree
  readonly engine: Engine
  readonly identity: Identity
  readonly kubernetesVersions: readonly string[]
  /** An answer that is known to hold for this source in this tree (its files did not change), if there is one. */
  readonly known: (application: Application, asked: Source) => Promise<RenderAnswer | undefined>
}

/** Renders every source of an Application. Never throws for what is wrong in the repository: that is data. */
export async function renderApplication(
  declared: Written,
  context: RenderContext,
): Promise<{ readonly judged: JudgedApplication; readonly problems: readonly RawProblem[] }> {
  const application = readApplication(declared.object)
  const gaps: RawGap[] = []
  const sources: JudgedSource[] = []
  for (const source of application.sources) {
    const plan = await planSource(source, application, context)
    if ('gap' in plan) gaps.push({ reason: plan.gap, pointer: plan.pointer })
    if (!('asked' in plan)) {
      sources.push({ source })
      continue
    }
    const answer = (await context.known(application, plan.asked)) ?? (await render(plan.asked, application, context))
    sources.push({ source, asked: plan.asked, answer })
    if (answer.failure?.type === 'gap') {
      const { failure } = answer
      const at =
        failure.file === undefined
          ? undefined
          : { file: failure.file, ...(failure.line === undefined ? {} : { line: failure.line }) }
      gaps.push({ reason: failure.message, pointer: source.pointer, ...(at === undefined ? {} : { at }) })
    }
  }
  const objects: JudgedObject[] = []
  const judged: JudgedApplication = { application, declared, sources, objects, gaps }
  for (const one of sources)
    if (one.answer !== undefined && one.asked !== undefined)
      objects.push(...judgedObjects(judged, one.asked, one.answer))
  return { judged, problems: applicationProblems(judged) }
}

type Plan = { readonly asked: Source } | { readonly gap: string; readonly pointer: string } | { readonly nothing: true }

async function planSource(source: ApplicationSource, application: Application, context: RenderContext): Promise<Plan> {
  const gap = (reason: string, field: string): Plan => ({ gap: reason, pointer: `${source.pointer}/${field}` })
  if (source.chart !== undefined) return gap(`the Helm chart ${source.chart} is not rendered yet`, 'chart')
  if (source.repository === '') return gap('the source names no repoURL', 'repoURL')
  if (!isOwn(source, context)) return gap(`${withoutCredentials(source.repository)} is another repository`, 'repoURL')
  if (!context.identity.revisions.includes(source.revision)) {
    return gap(`targetRevision ${source.revision} is not the branch that is judged here`, 'targetRevision')
  }
  if (source.path === undefined)
    return source.ref === undefined ? { asked: { type: 'directory', path: '' } } : { nothing: true }
  const entry = await context.tree.read(source.path)
  if (entry.type === 'refused') return gap(`${source.path}: ${entry.reason}`, 'path')
  // A directory that is not there is asked for all the same: the engine's answer carries the trace that a cache needs.
  switch (await sourceType(source, context.tree)) {
    case 'kustomize': {
      const kustomize = substituteBuildVariables(source.kustomize ?? {}, application, source)
      return { asked: { type: 'kustomize', path: source.path, kustomize } }
    }
    case 'directory':
      return {
        asked: {
          type: 'directory',
          path: source.path,
          ...(source.directory === undefined ? {} : { directory: source.directory }),
        },
      }
    case 'helm':
      return gap('Helm charts are not rendered yet', source.helm === undefined ? 'path' : 'helm')
    case 'plugin':
      return gap('a config management plugin renders it, which never runs here', 'plugin')
    case 'several':
      return gap('the source names several types at once, which Argo CD refuses', 'path')
  }
}

function isOwn(source: ApplicationSource, context: RenderContext): boolean {
  if (context.identity.repositories.length > 0)
    return isSameRepository(source.repository, context.identity.repositories)
  // Nothing says what this repository is called: a path that exists in it is taken to mean it.
  return source.path !== undefined && context.tree.list(source.path).length > 0
}

async function render(asked: Source, application: Application, context: RenderContext): Promise<RenderAnswer> {
  if (asked.path !== '' && (await context.tree.read(asked.path)).type === 'missing') {
    const message = `the path ${asked.path} does not exist in this repository`
    return {
      objects: [],
      problems: [],
      fileProblems: [],
      failure: { type: 'fault', reason: 'missing-path', message },
      read: [`${asked.path}/`],
      missed: [asked.path],
    }
  }
  const namespace = application.destinationNamespace
  try {
    return await context.engine.render(context.tree, {
      source: asked,
      ...(namespace === undefined ? {} : { namespace }),
      kubernetesVersions: context.kubernetesVersions,
    })
  } catch (error) {
    // An instance that died on this source: it fails by name, the rest goes on.
    const message = `the engine gave up on it: ${error instanceof Error ? error.message : String(error)}`
    return {
      objects: [],
      problems: [],
      fileProblems: [],
      failure: { type: 'gap', reason: 'engine', message },
      read: [],
      missed: [],
    }
  }
}

function judgedObjects(judged: JudgedApplication, asked: Source, answer: RenderAnswer): JudgedObject[] {
  const unknown = new Set(
    answer.problems.filter((problem) => problem.rule === 'unknown-kind').map((problem) => problem.object),
  )
  return answer.objects.map(({ object, origin }, index): JudgedObject => {
    const rendered = object as KubernetesObject
    const namespace = rendered.metadata?.namespace
    return {
      object: rendered,
      application: judged.application.name,
      cluster: judged.application.cluster,
      namespace: typeof namespace === 'string' && namespace !== '' ? namespace : undefined,
      written: { origin, object: rendered, source: asked, by: judged },
      checked: !unknown.has(index),
    }
  })
}

function withoutCredentials(address: string): string {
  return address.replace(/\/\/[^/@]+@/, '//…@')
}
