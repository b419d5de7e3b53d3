// Kubernetes quantities (`500m`, `1.5Gi`, `1e3`), parsed exactly and compared without floating point.

/** numerator / denominator; the denominator is positive. */
export type Quantity = { readonly numerator: bigint; readonly denominator: bigint }

const quantityPattern = /^([+-]?)(\d*)(?:(\.)(\d*))?(?:([KMGTPE]i)|([numkMGTPE])|[eE]([+-]?\d+))?$/
const binaryUnits = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei']
const decimalUnits: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 }
/** Beyond it no quantity is meant; it bounds the work that a hostile manifest can cause. */
const maxExponent = 1000
const maxLength = 1000

/**
 * Parses what `resource.ParseQuantity` of apimachinery accepts, numbers included (a manifest may say `cpu: 2`). Returns undefined
 * for anything else. Where the server rounds up to nano units, this keeps the exact value.
 */
export function parseQuantity(text: unknown): Quantity | undefined {
  if (typeof text === 'number') return Number.isFinite(text) ? parseQuantity(String(text)) : undefined
  if (typeof text !== 'string' || text.length > maxLength) return undefined
  const match = quantityPattern.exec(text)
  if (match === null) return undefined
  const [, sign, whole = '', , fraction = '', binary, decimal, exponentText] = match
  if (whole === '' && fraction === '') return undefined
  const exponent = (decimal === undefined ? Number(exponentText ?? 0) : (decimalUnits[decimal] ?? 0)) - fraction.length
  if (Math.abs(exponent) > maxExponent + maxLength) return undefined
  const scale = binary === undefined ? 1n : 1024n ** BigInt(binaryUnits.indexOf(binary) + 1)
  const digits = BigInt(`${whole}${fraction}`) * scale * (sign === '-' ? -1n : 1n)
  return exponent >= 0
    ? { numerator: digits * 10n ** BigInt(exponent), denominator: 1n }
    : { numerator: digits, denominator: 10n ** BigInt(-exponent) }
}

/** Negative when `a` is less than `b`, zero when they are the same amount, positive when it is more. */
export function compareQuantities(a: Quantity, b: Quantity): number {
  const left = a.numerator * b.denominator
  const right = b.numerator * a.denominator
  return left < right ? -1 : left > right ? 1 : 0
}

/** The sum, exact. */
export function addQuantities(a: Quantity, b: Quantity): Quantity {
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  }
}
