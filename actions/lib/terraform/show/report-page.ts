// The report of all roots as a page.
import { shortRevision } from '../../report/headline.ts'
import { count } from '../../text/words.ts'
import type { RootResult, TerraformReport } from '../result/result.ts'
import { countsInWords, otherCounts } from './change-words.ts'
import { joined, type Line, type Page, prose, type Table } from './page.ts'
import { guardsToTell, type RootWords, rootPart } from './root-sections.ts'
import { countedAs, markOf, reportLines, standingOf, worstFirst } from './standing.ts'

/** More roots than this that have nothing to tell are named in one line. */
const mostQuiet = 3

/** Table with a line for each root, the worst first; then the details of those that have any. */
export function reportPage(report: TerraformReport, words: RootWords = {}): Page {
  const parts = worstFirst(report.roots).map((root) => ({
    root,
    part: rootPart(root, { ...words, roots: report.roots }),
  }))
  const isQuiet = ({ root, part }: (typeof parts)[number]) => standingOf(root) === 'same' && part.sections.length === 0
  const quiet = parts.filter(isQuiet).map(({ root }) => root.root)
  const shown = quiet.length > mostQuiet ? parts.filter((one) => !isQuiet(one)) : parts
  const [answer, ...lead] = reportLines(report)
  const { approval } = words
  return {
    answer,
    lead: [...lead.map((line): Line => [`${line}.`]), ...(approval === undefined ? [] : [prose(approval)])],
    table: shown.length === 0 ? undefined : rootTable(shown.map(({ root }) => root)),
    parts: shown.map(({ part }) => part),
    facts: reportFacts(report, shown === parts ? [] : quiet),
  }
}

function rootTable(roots: readonly RootResult[]): Table {
  const inWaves = roots.some(({ wave, waitsFor }) => wave > 1 || waitsFor.length > 0)
  return {
    columns: ['', 'Root', 'Create', 'Update', 'Replace', 'Destroy', 'Other', ...(inWaves ? ['Wave'] : []), 'Guards'],
    rows: roots.map((root) => ({ cells: rowOf(root, inWaves), kind: countedAs(standingOf(root)) })),
  }
}

function rowOf(root: RootResult, inWaves: boolean): readonly Line[] {
  const counts = root.plan?.counts
  const number = (value: number | undefined): Line => (value ? [value.toLocaleString('en-US')] : [''])
  return [
    [markOf(standingOf(root))],
    [{ code: root.root }],
    number(counts?.create),
    number(counts?.update),
    number(counts?.replace),
    number(counts?.delete),
    [counts === undefined ? '' : countsInWords(counts, otherCounts)],
    ...(inWaves ? [waveCell(root)] : []),
    guardCell(root),
  ]
}

function waveCell({ wave, waitsFor }: RootResult): Line {
  const names = waitsFor.slice(0, 2).map((name): Line => [{ code: name }])
  const more: readonly Line[] = waitsFor.length > 2 ? [[`${waitsFor.length - 2} more`]] : []
  const after: Line = waitsFor.length === 0 ? [] : [', after ', ...joined([...names, ...more], ', ')]
  return [`${wave}`, ...after]
}

function guardCell(root: RootResult): Line {
  const guards = guardsToTell(root)
  const errors = [...new Set(guards.flatMap(({ guard, severity }) => (severity === 'error' ? [guard] : [])))]
  const rest = guards.filter(({ severity }) => severity !== 'error').length
  const names = errors.slice(0, 3).map((guard): Line => [{ code: guard }])
  const more: readonly Line[] = errors.length > 3 ? [[`${errors.length - 3} more`]] : []
  const remarks: readonly Line[] = rest > 0 ? [[`${rest} ${rest === 1 ? 'remark' : 'remarks'}`]] : []
  return joined([...names, ...more, ...remarks], ', ')
}

function reportFacts(
  { head, base, unaffected, notAsked = [], removed = [], gate = [] }: TerraformReport,
  unchanged: readonly string[],
): readonly Line[] {
  const commits: Line = [
    ...(head === undefined ? [] : ['Commit ', { code: shortRevision(head) }]),
    ...(base === undefined
      ? []
      : [head === undefined ? 'Compared with ' : ', compared with ', { code: shortRevision(base) }]),
    ...(head === undefined && base === undefined ? [] : ['.']),
  ]
  const named = (title: string, names: readonly string[]): Line =>
    names.length === 0 ? [] : [`${title}: `, ...namesLine(names), '.']
  const same = named('No changes', unchanged)
  const untouched = named('Not affected', unaffected)
  // What that means stands in the first lines.
  const gone = named('Taken out of the tree, with their states left behind', removed)
  const files: Line =
    gate.length === 0 ? [] : [`The gate has ${count(gate.length, 'remark')} on files, at their lines.`]
  return [gone, files, same, untouched, notAskedLine(notAsked), commits].filter((line) => line.length > 0)
}

const namesLine = (all: readonly string[]): Line => fewOf(all.map((name): Line => [{ code: name }]))

/** Those that a plan is made on come first: they say what is wrong with it. */
function notAskedLine(all: NonNullable<TerraformReport['notAsked']>): Line {
  if (all.length === 0) return []
  const needed = all.filter(({ neededBy }) => neededBy.length > 0)
  const others = all.filter(({ neededBy }) => neededBy.length === 0)
  const lines = [...needed, ...others].map(({ root, affected, neededBy }): Line => {
    const touched = affected ? 'the change affects it' : ''
    if (neededBy.length === 0) return [{ code: root }, ...(touched === '' ? [] : [` (${touched})`])]
    const what = affected ? 'a plan on it may be out of date' : 'what it would change is in no plan here'
    const depend = neededBy.length === 1 ? 'depends' : 'depend'
    const names = namesLine(neededBy)
    return [{ code: root }, ` (${affected ? `${touched}, and ` : ''}`, ...names, ` ${depend} on it: ${what})`]
  })
  return ['Not asked for: ', ...fewOf(lines), '.']
}

function fewOf(lines: readonly Line[]): Line {
  const more: readonly Line[] = lines.length > 5 ? [[`${(lines.length - 5).toLocaleString('en-US')} more`]] : []
  return joined([...lines.slice(0, 5), ...more], ', ')
}
