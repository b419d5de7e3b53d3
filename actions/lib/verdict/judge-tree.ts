// All Applications of a tree: those that stand in files, and those that other Applications render (app of apps).
import { isApplication, isApplicationSet, isNamed, readApplication } from '../argocd/application.ts'
import type { KubernetesObject } from '../kubernetes/object.ts'
import { applicationProblems } from './application-problems.ts'
import { discover } from './discover.ts'
import { duplicateObjects } from './duplicate-objects.ts'
import { type RenderContext, renderApplication } from './render-application.ts'
import type { JudgedApplication, JudgedObject, RawProblem, Side, Written } from './side.ts'

/** An app of apps deeper than this is not followed further. */
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
  let [done, total] = [0, 0]
  const renderAll = async (declared: readonly Written[]): Promise<Rendered[]> => {
    total += declared.length
    return Promise.all(
      declared.map(async (one) => {
        const rendered = await renderApplication(one, context)
        done += 1
        progress({ phase: 'render', done, total })
        return rendered
      }),
    )
  }

  const inFiles = await renderAll(distinct(found.applications))
  const known = new Map(inFiles.map((one) => [specKey(one.judged.declared), one]))
  const readers = new Map<string, Set<Rendered>>()
  for (const one of inFiles) for (const file of filesRead(one)) readers.set(file, setOf(readers, file).add(one))
  /** What Applications render, by cluster and name. */
  const children = new Map<string, Rendered>()
  const seeds = new Set<Rendered>()

  const expand = async (from: readonly Rendered[]): Promise<void> => {
    for (const one of from) seeds.add(one)
    let wave = from
    for (let depth = 1; wave.length > 0; depth += 1) {
      const fresh = new Map<string, Written>()
      for (const { judged } of wave) {
        for (const { object, written } of judged.objects) {
          if (!isApplication(object) || !isNamed(object)) continue
          const key = `${judged.application.cluster} ${nameKey(written)}`
          if (!children.has(key)) fresh.set(key, written)
        }
      }
      const unknown = [...fresh.values()].filter((child) => !known.has(specKey(child)))
      const allowed = depth <= maxDepth && total + unknown.length <= maxApplications
      const rendered = allowed ? await renderAll(distinct(unknown)) : unknown.map(leftOut)
      for (const one of rendered) known.set(specKey(one.judged.declared), one)
      wave = [...fresh].flatMap(([key, child]) => {
        const one = known.get(specKey(child))
        if (one === undefined) return []
        children.set(key, one)
        return seeds.has(one) ? [] : [one]
      })
    }
  }

  const isReadBy = (one: Rendered, isReader: (reader: Rendered) => boolean) =>
    [...(readers.get(one.judged.declared.origin.file ?? '') ?? [])].some((reader) => reader !== one && isReader(reader))
  await expand(inFiles.filter((one) => !isReadBy(one, () => true)))
  const kept = () => new Set([...seeds, ...children.values()])
  // Applications that deploy each other in a circle, and files whose only readers turned out to be sources of others.
  for (const one of inFiles) {
    const now = kept()
    const file = one.judged.declared.origin.file ?? ''
    if (now.has(one) || [...now].some((other) => filesRead(other).includes(file))) continue
    await expand([one])
  }
  const managesItself = (one: Rendered) =>
    filesRead(one).includes(one.judged.declared.origin.file ?? '') &&
    [...children.values()].some(
      (child) => child !== one && nameKey(child.judged.declared) === nameKey(one.judged.declared),
    )
  const applications = [...kept()]
    .filter((one) => !seeds.has(one) || !managesItself(one))
    .sort((a, b) => compareText(nameKey(a.judged.declared), nameKey(b.judged.declared)))
  const objects = applications.flatMap(({ judged }) => judged.objects)
  const problems = applications.flatMap((one) => one.problems)
  return {
    tree: context.tree,
    applications: applications.map(({ judged }) => judged),
    objects,
    problems: [
      ...problems,
      ...found.problems.filter(({ at }) => !problems.some((problem) => problem.at?.file === at?.file)),
      ...applicationSetGaps(found.applicationSets, objects),
      ...duplicateObjects(objects),
    ],
  }
}

/** Files of the sources that could be rendered: those of the others deploy nothing. */
function filesRead({ judged }: Rendered): readonly string[] {
  return judged.sources.flatMap(({ answer }) =>
    answer === undefined || answer.failure !== undefined ? [] : answer.read,
  )
}

function setOf(readers: ReadonlyMap<string, Set<Rendered>>, file: string): Set<Rendered> {
  return readers.get(file) ?? new Set()
}

function leftOut(declared: Written): Rendered {
  const reason = `more than ${maxDepth} Applications deploy one another in a row, or there are more than ${maxApplications}`
  const judged: JudgedApplication = {
    application: readApplication(declared.object),
    declared,
    sources: [],
    objects: [],
    gaps: [{ reason, pointer: '' }],
  }
  return { judged, problems: applicationProblems(judged) }
}

/** ApplicationSets are expanded by a later stage; until then each is a gap that is named. */
function applicationSetGaps(inFiles: readonly Written[], objects: readonly JudgedObject[]): RawProblem[] {
  const rendered = objects.filter(({ object }) => isApplicationSet(object) && isNamed(object))
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
