// Fields that a description does not name, anywhere in a value: what GitHub would never say, or never look at.

type Schema = {
  readonly $ref?: string
  readonly allOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
}

/**
 * Paths of the fields that none of the schema's alternatives names. An object of which nothing is described may hold anything.
 * @param schemas what `#/schemas/NAME` refers to
 */
export function undescribedFields(
  schemas: Readonly<Record<string, object>>,
  schema: object,
  value: unknown,
  at = '',
): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const known = spread(schemas, schema)
  if (Array.isArray(value)) {
    const items = { anyOf: known.flatMap((one) => one.items ?? []) }
    return value.flatMap((item, index) => undescribedFields(schemas, items, item, `${at}/${index}`))
  }
  const describing = known.filter((one) => one.properties !== undefined)
  // A map of names that are the caller's own, or something of which only the type is known.
  const isOpen = known.some((one) => one.additionalProperties !== undefined && one.additionalProperties !== false)
  if (describing.every((one) => Object.keys(one.properties ?? {}).length === 0) || isOpen) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const anyOf = describing.flatMap((one) => one.properties?.[name] ?? [])
    return anyOf.length === 0 ? [`${at}/${name}`] : undescribedFields(schemas, { anyOf }, inner, `${at}/${name}`)
  })
}

/** A schema and all that it is made of, references followed. */
function spread(schemas: Readonly<Record<string, object>>, schema: Schema): readonly Schema[] {
  const target = schema.$ref === undefined ? undefined : schemas[schema.$ref.replace('#/schemas/', '')]
  const parts = [...(target === undefined ? [] : [target]), ...(schema.allOf ?? []), ...(schema.anyOf ?? [])]
  return [schema, ...parts.flatMap((part) => spread(schemas, part))]
}
