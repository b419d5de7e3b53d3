// JSON pointers (RFC 6901): building, splitting, following.

/** One segment, escaped. */
export function pointerSegment(name: string | number): string {
  return String(name).replaceAll('~', '~0').replaceAll('/', '~1')
}

/** A pointer from names and indices. */
export function pointerOf(...names: readonly (string | number)[]): string {
  return names.map((name) => `/${pointerSegment(name)}`).join('')
}

/** The names of a pointer, unescaped. */
export function pointerNames(pointer: string): string[] {
  return pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The value at a pointer, or undefined. */
export function valueAt(value: unknown, pointer: string): unknown {
  let current = value
  for (const name of pointerNames(pointer)) {
    if (Array.isArray(current)) current = /^\d+$/.test(name) ? current[Number(name)] : undefined
    else if (typeof current === 'object' && current !== null && Object.hasOwn(current, name)) {
      current = (current as Record<string, unknown>)[name]
    } else return undefined
  }
  return current
}
