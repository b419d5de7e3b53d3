// Pointers that survive a reordered list: indices become the names of the elements.

const names = ['name', 'containerPort', 'port', 'mountPath', 'key', 'hostname', 'host', 'ip', 'type'] as const

/** Replaces each list index in a JSON pointer by `name=value` of its element, where the element has a name. */
export function namedPointer(root: unknown, pointer: string): string {
  if (pointer === '') return ''
  let current = root
  const parts: string[] = []
  for (const segment of pointer.slice(1).split('/')) {
    if (Array.isArray(current)) {
      const element: unknown = current[Number(segment)]
      parts.push(elementName(element) ?? segment)
      current = element
      continue
    }
    parts.push(segment)
    current = isObject(current) ? current[segment.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined
  }
  return `/${parts.join('/')}`
}

function elementName(element: unknown): string | undefined {
  if (!isObject(element)) return undefined
  for (const name of names) {
    const value = element[name]
    if (typeof value === 'string' || typeof value === 'number') return `${name}=${value}`
  }
  return undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
