// How GitHub pages its lists. https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api

/** The route of the next page from a `link` header; undefined on the last page. */
export function nextPage(link: string | number | undefined): string | undefined {
  const [, address] = /<([^<>]+)>\s*;\s*rel="next"/.exec(String(link ?? '')) ?? []
  return address === undefined ? undefined : `GET ${address}`
}

/** The items of a page: the answer itself, or the one list in it (`check_runs`, `artifacts`). */
export function listOf(data: unknown): readonly unknown[] {
  if (Array.isArray(data)) return data
  if (typeof data !== 'object' || data === null) return []
  return Object.values(data).find((value) => Array.isArray(value)) ?? []
}
