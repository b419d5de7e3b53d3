// JSON without loss: a plan may hold numbers of any length, of which a double keeps 15 to 17 digits.

/** A number that a double cannot hold, as the text had it. No JSON text makes one, so that nobody can forge it. */
export class ExactNumber {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** A number may lose digits only if it is this long or has an exponent. Also found inside strings, which costs time only. */
const suspicious = /\d[\d.]{15}|\d[eE]/

/**
 * Puts back the digits that `JSON.parse` lost. `context.source` of a reviver would give them, but Node 20 lacks it and it is
 * slow: long numbers are rare, and the text is parsed a second time only where one is.
 * @param text JSON
 * @param json what `JSON.parse` made of it
 * @returns `json` itself, unless the text has numbers that a double would change: then the same with `ExactNumber`s
 */
export function withExactNumbers(text: string, json: unknown): unknown {
  if (!suspicious.test(text)) return json
  const numbers = longNumbers(text)
  if (numbers.length === 0) return json
  const mark = unusedText(text)
  const parts: string[] = []
  let from = 0
  for (const { start, end } of numbers) {
    parts.push(text.slice(from, start), `"${mark}${text.slice(start, end)}"`)
    from = end
  }
  return replaceMarked(JSON.parse(parts.join('') + text.slice(from)), mark)
}

/** Where numbers stand that a double would change. The text is known to be JSON: outside strings, a digit or `-` starts one. */
function longNumbers(text: string): readonly { readonly start: number; readonly end: number }[] {
  const found: { readonly start: number; readonly end: number }[] = []
  const number = /[-+.\deE]+/y
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === 0x22) index = endOfString(text, index)
    else if (code === 0x2d || (code >= 0x30 && code <= 0x39)) {
      number.lastIndex = index
      const [written = ''] = number.exec(text) ?? []
      if (losesDigits(written)) found.push({ start: index, end: index + written.length })
      index += written.length - 1
    }
  }
  return found
}

/** Index of the quote that ends a string. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0
    while (text.charCodeAt(end - 1 - slashes) === 0x5c) slashes += 1
    if (slashes % 2 === 0) return end
  }
  return text.length
}

const losesDigits = (written: string) => decimalText(written) !== decimalText(String(Number(written)))

/**
 * One text for one number: sign, digits without zeros at either end, exponent. `1.50` and `15e-1` are both `15e-1`, `-0` is
 * `0`.
 */
export function decimalText(written: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d+))?$/.exec(written) ?? []
  if (whole === '') return written
  const digits = trimZeros(whole + fraction, 'start')
  if (digits === '') return '0'
  const kept = trimZeros(digits, 'end')
  const power = BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - kept.length)
  return `${sign}${kept}${power === 0n ? '' : `e${power}`}`
}

/** Not by a RegExp: `/0+$/` takes quadratic time on many zeros that something follows. */
function trimZeros(digits: string, side: 'start' | 'end'): string {
  let [from, to] = [0, digits.length]
  if (side === 'start') while (from < to && digits[from] === '0') from += 1
  else while (to > from && digits[to - 1] === '0') to -= 1
  return digits.slice(from, to)
}

/** A text that occurs nowhere, so that no string of the plan is taken for a number. */
function unusedText(text: string): string {
  let mark = 'number:'
  while (text.includes(mark)) mark = `number-${mark}`
  return mark
}

function replaceMarked(value: unknown, mark: string): unknown {
  if (typeof value === 'string') return value.startsWith(mark) ? new ExactNumber(value.slice(mark.length)) : value
  if (typeof value !== 'object' || value === null) return value
  // In place, and without recursion: nesting may be deeper than the stack.
  const open: object[] = [value]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const [key, child] of Object.entries(node)) {
      if (typeof child === 'object' && child !== null) open.push(child)
      else if (typeof child === 'string' && child.startsWith(mark)) {
        // Not an assignment: `__proto__` would be lost.
        Object.defineProperty(node, key, {
          value: new ExactNumber(child.slice(mark.length)),
          enumerable: true,
          configurable: true,
          writable: true,
        })
      }
    }
  }
  return value
}
