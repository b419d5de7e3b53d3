// The verdict on a repository: discover, render, check, compare, report.
import { resolve } from 'node:path'
import type { Engine } from '../../kubeconform-wasm/src/index.ts'
import { EngineError, startEngine } from '../../kubeconform-wasm/src/index.ts'
import type { RenderAnswer } from '../../kubeconform-wasm/src/protocol.ts'
import { compareTrees } from '../git/changed-paths.ts'
import type { Tree } from '../git/tree.ts'
import { loadCatalogue } from '../kubernetes/catalogue.ts'
import type { Report } from '../report/report.ts'
import { UserError } from '../toolkit/user-error.ts'
import { assembleReport } from './assemble-report.ts'
import { objectKey } from './duplicate-objects.ts'
import { identityOf } from './identity.ts'
import { judgeTree, type Progress } from './judge-tree.ts'
import { type OpenedTrees, openTrees, workloadOf } from './open-trees.ts'
import type { RenderContext } from './render-application.ts'
import { review } from './review.ts'
import { rulesProblems } from './rules-problems.ts'
import { loadSettings, type VerdictSettings } from './settings.ts'
import type { Side } from './side.ts'
import { userCrds } from './user-crds.ts'

export type JudgeOptions = {
  /** A directory of a git work tree, or any directory. */
  readonly repository: string
  /** Look for Applications only below this path (from the root of the repository, or absolute). */
  readonly path?: string
  /** Commit to compare with, by any name that git knows. */
  readonly base?: string
  /** Commit to judge; absent: the working tree. */
  readonly head?: string
  readonly kubernetesVersions?: readonly string[]
  readonly failOn?: 'new' | 'any' | 'never'
  /** `owner/name` of the repository and names of the branch under judgement, where the caller knows them. */
  readonly repositoryNames?: readonly string[]
  readonly branches?: readonly string[]
  readonly onProgress?: Progress
  /** An engine to use and leave open; absent: one is started and closed. */
  readonly engine?: Engine
  /** Today as `YYYY-MM-DD`, for exemptions. */
  readonly today?: string
}

/**
 * Judges a repository and returns the Report.
 * Throws a UserError for what the caller can mend: a directory or commit that is not there, settings that are not valid.
 */
export async function judge(options: JudgeOptions): Promise<Report> {
  const opening = openTrees(options)
  const workload = opening.then(
    ({ head }) => workloadOf(head),
    () => 'short' as const,
  )
  const engine = options.engine ?? startEngine({ workload })
  try {
    return await judgeWith(engine, await opening, options)
  } catch (error) {
    if (error instanceof EngineError && error.code === 'start') {
      const next = 'use an unchanged release or clone, with Node 20 or newer and 1 GB of free memory'
      throw new UserError(error.message, { next, cause: error })
    }
    throw error
  } finally {
    const { head, base } = await opening.catch(() => ({ head: undefined, base: undefined }))
    await Promise.all([head?.close(), base?.close()])
    if (options.engine === undefined) await engine.close()
  }
}

async function judgeWith(engine: Engine, opened: OpenedTrees, options: JudgeOptions): Promise<Report> {
  const { directory, repository, head, base } = opened
  const settings = await loadSettings(head, options)
  const identity = identityOf(repository, settings, options)
  const roots = rootsOf(head, repository?.root ?? directory, settings, options)
  const context: Omit<RenderContext, 'tree' | 'known'> = {
    engine,
    identity: await identity,
    kubernetesVersions: settings.kubernetesVersions,
  }
  const progress: Progress = options.onProgress ?? (() => {})
  const catalogue = await loadCatalogue()
  const unknown = settings.kubernetesVersions.find((version) => !catalogue.versions.includes(version))
  if (unknown !== undefined) {
    throw new UserError(`Kubernetes ${unknown} is not among the minors that can be judged.`, {
      next: `take some of ${catalogue.versions.join(', ')} (kubernetes-versions, in the call or in ${settings.file})`,
    })
  }
  const crds = await userCrds(head, engine, settings, options.engine === undefined)
  const after = await judgeTree({ ...context, tree: head, known: async () => undefined }, roots, progress)
  let before: Side | undefined
  if (base !== undefined) {
    const known = knownAnswers(after, base, head)
    before = await judgeTree({ ...context, tree: base, known }, roots, (event) =>
      progress({ ...event, phase: 'render base' }),
    )
  }
  progress({ phase: 'check', done: 0, total: 1 })
  const anyCrds =
    options.engine !== undefined ||
    [before, after].some((side) => side?.objects.some(({ object }) => object.kind === 'CustomResourceDefinition'))
  const reviewing = { engine, kubernetesVersions: settings.kubernetesVersions, userCrds: crds, anyCrds }
  const baseObjects =
    before === undefined ? undefined : new Map(before.objects.map((object) => [objectKey(object), object]))
  if (before !== undefined) before = await review(before, { ...reviewing, base: baseObjects })
  const reviewed = await review(after, { ...reviewing, base: baseObjects })
  const finish = async (side: Side): Promise<Side> => ({
    ...side,
    problems: [...side.problems, ...(await rulesProblems(side, settings.kubernetesVersions, catalogue))],
  })
  const judgedHead = await finish(reviewed)
  const judgedBase = before === undefined ? undefined : await finish(before)
  progress({ phase: 'check', done: 1, total: 1 })
  return assembleReport(judgedHead, judgedBase, settings, roots)
}

/** Answers of the head hold for the base too where neither the question nor any file that was read or missed differs. */
function knownAnswers(after: Side, base: Tree, head: Tree): RenderContext['known'] {
  const differs = compareTrees(base, head)
  const answers = new Map<string, RenderAnswer>()
  const keyOf = (application: { readonly destinationNamespace: string | undefined }, asked: unknown) =>
    JSON.stringify([application.destinationNamespace ?? null, asked])
  for (const { application, sources } of after.applications) {
    for (const { asked, answer } of sources)
      if (asked !== undefined && answer !== undefined) answers.set(keyOf(application, asked), answer)
  }
  return async (application, asked) => {
    const answer = answers.get(keyOf(application, asked))
    if (answer === undefined || (answer.read.length === 0 && answer.missed.length === 0)) return undefined
    return (await differs([...answer.read, ...answer.missed])) ? undefined : answer
  }
}

function rootsOf(tree: Tree, root: string, settings: VerdictSettings, options: JudgeOptions): readonly string[] {
  if (options.path === undefined) return settings.roots
  const absolute = resolve(root, options.path)
  if (absolute === root) return settings.roots
  const relative = absolute.startsWith(`${root}/`) ? absolute.slice(root.length + 1) : undefined
  if (relative === undefined)
    throw new UserError(`${options.path} is outside the repository.`, { where: root, next: 'name a path inside it' })
  if (!tree.files.has(relative) && tree.list(relative).length === 0) {
    throw new UserError(`There is nothing at ${relative}.`, {
      where: root,
      next: 'name a directory or file that git knows (ignored files do not count)',
    })
  }
  return [relative]
}
