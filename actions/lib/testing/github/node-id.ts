// Node ids: opaque for clients, here a kind and the parts that tell which one it is.

export function nodeId(kind: string, ...parts: readonly (string | number)[]): string {
  return `${kind}_${Buffer.from(JSON.stringify(parts)).toString('base64url')}`
}

/** The parts of a node id of this kind. Undefined for anything else. */
export function partsOfNodeId(kind: string, id: string): readonly (string | number)[] | undefined {
  if (!id.startsWith(`${kind}_`)) return undefined
  try {
    const parts: unknown = JSON.parse(Buffer.from(id.slice(kind.length + 1), 'base64url').toString())
    return Array.isArray(parts) ? parts : undefined
  } catch {
    return undefined
  }
}
