// Order of versions by SemVer 2.0.0 §11, which providers follow.

const pattern = /^v?(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/

/** Negative where `a` is older, 0 where neither is; undefined where one is no version. */
export function compareVersions(a: string, b: string): number | undefined {
  const [left, right] = [pattern.exec(a), pattern.exec(b)]
  if (left === null || right === null) return undefined
  for (const index of [1, 2, 3]) {
    const order = compareNumbers(left[index] ?? '', right[index] ?? '')
    if (order !== 0) return order
  }
  return comparePrereleases(left[4], right[4])
}

/** As text, since they may be longer than a double holds. */
function compareNumbers(a: string, b: string): number {
  const [left, right] = [BigInt(a), BigInt(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

function comparePrereleases(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  const [left, right] = [a.split('.'), b.split('.')]
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const [one = '', other = ''] = [left[index], right[index]]
    const [isNumber, otherIsNumber] = [/^\d+$/.test(one), /^\d+$/.test(other)]
    if (isNumber !== otherIsNumber) return isNumber ? -1 : 1
    const order = isNumber ? compareNumbers(one, other) : one < other ? -1 : one > other ? 1 : 0
    if (order !== 0) return order
  }
  return left.length - right.length
}
