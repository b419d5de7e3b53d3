// All Applications of a tree: those that stand in files, and those that other Applications render (app of apps).
import { isApplication, isApplicationSet, readApplication } from '../argocd/application.ts'
import type { KubernetesObject } from '../kubernetes/object.ts'
import { discover } from './discover.ts'
import { duplicateObjects } from './duplicate-objects.ts'
import { type RenderContext, renderApplication } from './render-application.ts'
import type { JudgedApplication, JudgedObject, RawProblem, Side, Written } from './side.ts'

/** An app of apps deeper than this is taken for a loop that makes new names. */
const maxDepth = 12
const maxApplications = 10_000

export type Progress = (event: { readonly phase: string; readonly done: number; readonly total: number }) => void

type Rendered = { readonly judged: JudgedApplication; readonly problems: readonly RawProblem[] }

/**
 * Renders every Application below the roots and every one that these render.
 *
 * An Application in a file that another Application deploys is what that one makes of it: its own text is only a source.
 * It is rendered once all the same when both say the same.
 */
export async function judgeTree(context: RenderContext, roots: readonly string[], progress: Progress): Promise<Side> {
  const found = await discover(context.tree, context.engine, roots)
  const finished: Rendered[] = []
  let total = 0
  const renderAll = async (declared: readonly Written[]): Promise<Rendered[]> => {
    total += declared.length
    return Promise.all(
      declared.map(async (one) => {
        const rendered = await renderApplication(one, context)
        finished.push(rendered)
        progress({ phase: 'render', done: finished.length, total })
        return rendered
      }),
    )
  }

  const inFiles = await renderAll(distinct(found.applications))
  const known = new Map(inFiles.map((one) => [specKey(one.judged.declared), one]))
  const kept = new Map<string, Rendered>()
  const tooMany: Written[] = []
  let wave = inFiles
  for (let depth = 1; wave.length > 0; depth += 1) {
    const children = unique(
      wave.flatMap((one) => one.judged.objects.filter((object) => isApplication(object.object)).map(writtenOf)),
    )
    const fresh = children.filter((child) => !kept.has(nameKey(child)))
    const again: Written[] = []
    for (const child of fresh) {
      const same = known.get(specKey(child))
      if (same === undefined) again.push(child)
      else kept.set(nameKey(child), same)
    }
    if (again.length > 0 && (depth === maxDepth || total + again.length > maxApplications)) {
      tooMany.push(...again)
      break
    }
    wave = await renderAll(again)
    for (const one of wave) {
      kept.set(nameKey(one.judged.declared), one)
      known.set(specKey(one.judged.declared), one)
    }
  }

  const deployedFiles = new Set(
    [...inFiles, ...kept.values()].flatMap(({ judged }) =>
      judged.sources.flatMap(({ answer }) => (answer === undefined || answer.failure !== undefined ? [] : answer.read)),
    ),
  )
  // Files that nobody deploys may declare one name more than once: for the Argo CDs of several clusters, say.
  const undeployed = inFiles.filter(
    ({ judged }) => !kept.has(nameKey(judged.declared)) && !deployedFiles.has(judged.declared.origin.file ?? ''),
  )
  const applications = [...kept.values(), ...undeployed].sort((a, b) =>
    compareText(nameKey(a.judged.declared), nameKey(b.judged.declared)),
  )
  const objects = applications.flatMap(({ judged }) => judged.objects)
  return {
    tree: context.tree,
    applications: applications.map(({ judged }) => judged),
    objects,
    problems: [
      ...applications.flatMap(({ problems }) => problems),
      ...applicationSetGaps(found.applicationSets, objects),
      ...duplicateObjects(objects),
    ],
  }
}

/** ApplicationSets are expanded by a later stage; until then each is a gap that is named. */
function applicationSetGaps(inFiles: readonly Written[], objects: readonly JudgedObject[]): RawProblem[] {
  const rendered = objects.filter((object) => isApplicationSet(object.object))
  const names = new Set(rendered.map((object) => nameKey(object.written)))
  const message = (name: string) =>
    `the Applications that the ApplicationSet ${name} makes were not judged: ApplicationSets are not expanded yet`
  return [
    ...rendered.map(
      (object): RawProblem => ({
        rule: 'not-judged',
        message: message(object.object.metadata.name),
        pointer: '/spec/generators',
        value: 'application-set',
        object,
      }),
    ),
    ...inFiles
      .filter((written) => !names.has(nameKey(written)))
      .map((written): RawProblem => {
        const { file = '', line } = written.origin
        const name = written.object.metadata.name
        return {
          rule: 'not-judged',
          message: message(name),
          pointer: '',
          value: `application-set ${name}`,
          at: { file, ...(line === undefined ? {} : { line }) },
        }
      }),
  ]
}

function distinct(declared: readonly Written[]): readonly Written[] {
  return [...new Map(declared.map((one) => [specKey(one), one])).values()]
}

function writtenOf(object: JudgedObject): Written {
  return object.written
}

function unique(declared: readonly Written[]): readonly Written[] {
  return [...new Map(declared.map((one) => [nameKey(one), one])).values()]
}

function nameKey(declared: Written): string {
  const { namespace, name } = readApplication(declared.object as KubernetesObject)
  return `${namespace}/${name}`
}

function specKey(declared: Written): string {
  return `${nameKey(declared)} ${JSON.stringify(declared.object.spec)}`
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
