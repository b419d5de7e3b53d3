// From the output of `show -json` to data, within limits.
import { UserError } from '../../toolkit/user-error.ts'
import { type JsonLimits, planLimits, tooMuch } from './json-limits.ts'

/**
 * The JSON of a plan as data, for `readPlan`, which judges it. Throws a UserError for what is too large or is not JSON; it
 * gives the place only, since the parser's own message quotes the text, and the text has secrets.
 */
export function parsePlanText(text: string | Uint8Array, limits: JsonLimits = planLimits): unknown {
  if (text.length > limits.bytes) tooMuch(`is larger than ${Math.floor(limits.bytes / 1024 / 1024)} MiB`)
  const decoded = typeof text === 'string' ? text : new TextDecoder().decode(text)
  try {
    return JSON.parse(decoded.startsWith('\ufeff') ? decoded.slice(1) : decoded)
  } catch (error) {
    const position = error instanceof SyntaxError ? /position (\d+)/.exec(error.message)?.[1] : undefined
    throw new UserError('This is not the JSON of a plan: it is not JSON.', {
      ...(position === undefined ? {} : { where: lineAndColumn(decoded, Number(position)) }),
      next: decoded.startsWith('PK')
        ? 'this is a saved plan itself: give the output of `terraform show -json PLANFILE`'
        : 'give the output of `terraform show -json PLANFILE` (or `tofu show -json PLANFILE`), without its error stream',
    })
  }
}

function lineAndColumn(text: string, position: number): string {
  const before = text.slice(0, position)
  const lineStart = before.lastIndexOf('\n') + 1
  let line = 1
  for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1)) line++
  return `line ${line}, column ${position - lineStart + 1}`
}
