// Whether the API server takes a text for a cron schedule.

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'.split('|')
const days = 'sun|mon|tue|wed|thu|fri|sat'.split('|')
const fields: readonly { readonly low: number; readonly high: number; readonly names: readonly string[] }[] = [
  { low: 0, high: 59, names: [] },
  { low: 0, high: 23, names: [] },
  { low: 1, high: 31, names: [] },
  { low: 1, high: 12, names: months },
  { low: 0, high: 6, names: days },
]

const isRange = (text: string, { low, high, names }: (typeof fields)[number]): boolean => {
  const [range = '', step, ...more] = text.split('/')
  if (more.length > 0 || (step !== undefined && !/^[1-9]\d*$/.test(step))) return false
  if (range === '*' || range === '?') return true
  const ends = range.split('-').map((end) => {
    const name = names.indexOf(end.toLowerCase())
    return name >= 0 ? name + low : /^\d+$/.test(end) ? Number(end) : Number.NaN
  })
  const [from = Number.NaN, to = from] = ends
  return ends.length <= 2 && from >= low && to <= high && from <= to
}

/** Source: the parser that the CronJob controller uses, robfig/cron v3 ParseStandard: five fields or a descriptor. */
export const isSchedule = (text: string): boolean => {
  if (text.startsWith('@'))
    return /^@(yearly|annually|monthly|weekly|daily|midnight|hourly|every \d+[hms].*)$/.test(text)
  const parts = text.trim().split(/\s+/)
  return (
    parts.length === 5 &&
    parts.every((part, index) =>
      part.split(',').every((item) => isRange(item, fields[index] as (typeof fields)[number])),
    )
  )
}
