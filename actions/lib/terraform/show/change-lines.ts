// One change as lines of a diff: what happens to which address, and below it what differs.
import { clip, count, oneLine } from '../../text/words.ts'
import type { Path } from '../plan/plan.ts'
import type { AttributeDifference, ShownChange } from '../result/result.ts'
import { type GroupId, groupOf, reasonInWords } from './change-words.ts'
import type { BlockItem } from './page.ts'

/** A longer line is cut: nobody scrolls that far. */
const lineLimit = 1000
/** A value of more lines is cut. */
const valueLines = 60

/** In a diff `+` is green, `-` red and `!` orange; `-/+` and `+/-` are the tool's own marks. */
const signs: Readonly<Record<GroupId, string>> = {
  delete: '-',
  replace: '-/+',
  forget: '!',
  other: '!',
  update: '!',
  import: '!',
  move: '!',
  create: '+',
  read: ' ',
  'no-op': ' ',
}

const orderWords = {
  'create-first': 'created first, then the old one destroyed',
  'delete-first': 'destroyed first, then created',
} as const

/** The change with its differences, those that force a replacement first. */
export function changeItem(change: ShownChange): BlockItem {
  return { head: headOf(change), ...bodyPart(change) }
}

/** Nothing where nothing is known to differ. */
function bodyPart(change: ShownChange): Pick<BlockItem, 'body'> {
  const isEmpty = change.differences.length === 0 && change.differencesLeftOut === 0
  return isEmpty ? {} : { body: () => bodyOf(change) }
}

function bodyOf({ differences, differencesLeftOut }: ShownChange): readonly string[] {
  const forced = differences.filter(({ forcesReplacement }) => forcesReplacement)
  const rest = differences.filter(({ forcesReplacement }) => !forcesReplacement)
  return [
    ...[...forced, ...rest].flatMap(differenceLines),
    ...(differencesLeftOut > 0 ? [`      … ${count(differencesLeftOut, 'more difference')}`] : []),
  ]
}

/** An object that was changed by somebody else. */
export function driftItem(change: ShownChange): BlockItem {
  const gone = change.action === 'delete'
  return {
    head: blockLine(`${gone ? '-' : '!'} ${change.address} ${gone ? '(is gone)' : '(was changed)'}`),
    ...(gone ? {} : bodyPart(change)),
  }
}

function headOf(change: ShownChange): string {
  const group = groupOf(change)
  const sign = group === 'replace' && change.order === 'create-first' ? '+/-' : signs[group]
  const remarks = remarksOf(change)
  return blockLine(`${sign} ${change.address}${remarks.length === 0 ? '' : ` (${remarks.join('; ')})`}`)
}

function remarksOf(change: ShownChange): readonly string[] {
  const { action, order, forgets, reason, replacePaths, previousAddress, importId } = change
  const paths = replacePaths.slice(0, 5).map(pathInWords)
  const more = replacePaths.length > 5 ? [`${replacePaths.length - 5} more`] : []
  return [
    ...(action === 'other' ? [`actions: ${change.actions.join(', ')}`] : []),
    ...(order === undefined || forgets ? [] : [orderWords[order]]),
    ...(forgets && action !== 'forget' ? ['the old one stays, but is no longer managed'] : []),
    ...(reason === undefined ? [] : [reasonInWords(reason)]),
    ...(paths.length === 0 ? [] : [`because of ${[...paths, ...more].join(', ')}`]),
    ...(previousAddress === undefined ? [] : [`was ${previousAddress}`]),
    ...(importId === undefined ? [] : [`imported from ${importId}`]),
  ]
}

/** `a.b[0].c`, and `["odd key"]` where a key is not a name. */
export function pathInWords(path: Path): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`
      if (!/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(step)) return `[${JSON.stringify(step)}]`
      return index === 0 ? step : `.${step}`
    })
    .join('')
}

/** What one attribute was and will be. A text of many lines stands below its name. */
export function differenceLines({ path, before, after, forcesReplacement }: AttributeDifference): readonly string[] {
  const note = forcesReplacement ? '  # forces replacement' : ''
  if (before === after) return [blockLine(`!     ${path}: ${before ?? 'differs'}, changed${note}`)]
  return [
    ...(before === undefined ? [] : valueLinesOf('-', path, before, after === undefined ? note : '')),
    ...(after === undefined ? [] : valueLinesOf('+', path, after, note)),
  ]
}

function valueLinesOf(sign: '+' | '-', path: string, value: string, note: string): readonly string[] {
  const lines = value.split(/\r\n|\r|\n/)
  if (lines.length === 1) return [blockLine(`${sign}     ${path} = ${value}`) + note]
  const left = lines.length - valueLines
  return [
    blockLine(`${sign}     ${path} =`) + note,
    ...lines.slice(0, valueLines).map((line) => blockLine(`${sign}       ${line}`)),
    ...(left > 0 ? [`${sign}       … ${count(left, 'more line')}`] : []),
  ]
}

/** A line that is shown as it is: no line ends, no control characters, not too long. */
export function blockLine(text: string): string {
  // Nearly every line, and there may be hundreds of thousands.
  if (text.length <= lineLimit && /^[ -~]*$/.test(text) && !/::|##\[/.test(text)) return text
  // Cut before as well: what comes after is as long as the text.
  return clip(oneLine(clip(text, 2 * lineLimit)), lineLimit)
}

/** Several lines as they are, such as the words of an error. */
export function blockLines(text: string, limit: number = valueLines): readonly string[] {
  const lines = text.trimEnd().split(/\r\n|\r|\n/)
  const left = lines.length - limit
  return [...lines.slice(0, limit).map(blockLine), ...(left > 0 ? [`… ${count(left, 'more line')}`] : [])]
}
