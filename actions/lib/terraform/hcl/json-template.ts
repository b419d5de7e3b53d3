// A string of the JSON syntax, which is a template without quotes and escapes.
import type { SourceLocation } from '../../findings/finding.ts'
import type { HclProblem, HclValue } from './body.ts'
import { parseNative } from './native.ts'

/** The value of a string as Terraform reads it. All of it has the place `at`: escapes of JSON make others untrue. */
export async function templateValue(text: string, at: SourceLocation, problems: HclProblem[]): Promise<HclValue> {
  if (!text.includes('${') && !text.includes('%{')) return { type: 'literal', value: text.normalize('NFC'), at }
  // A heredoc knows no escapes but those of templates, so that the text can stand in it as it is.
  // A line of the text that is the marker would end it: what follows would be taken for configuration, and not be seen.
  let marker = 'TEMPLATE'
  while (text.includes(marker)) marker += '_'
  const { body, problems: found } = await parseNative(`a = <<${marker}\n${text}\n${marker}\n`, at.file)
  const [argument] = body.arguments
  const [first] = found
  if (first !== undefined || argument === undefined) {
    problems.push({ message: `This string is no template that can be read: ${first?.message ?? 'correct it.'}`, at })
    return unread(text, at)
  }
  return placed(argument.value, text, at)
}

const unread = (text: string, at: SourceLocation): HclValue => ({
  type: 'expression',
  text,
  references: [],
  calls: [],
  at,
})

function placed(value: HclValue, text: string, at: SourceLocation): HclValue {
  if (value.type === 'literal') return { ...value, value: String(value.value).slice(0, -1), at }
  if (value.type !== 'expression') return unread(text, at)
  const callSites = value.callSites?.map((call) => ({ ...call, at })) ?? []
  return { ...value, text, callSites, at }
}
