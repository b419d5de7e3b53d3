// Pages of a list and the header `Link`, as GitHub cuts and names them.
import type { RestRequest } from './handler.ts'

export type Page<T> = { readonly items: readonly T[]; readonly headers: Readonly<Record<string, string>> }

/** The page that a request asks for: 30 items unless it says otherwise, 100 at most. */
export function pageOf<T>({ query, url }: RestRequest, all: readonly T[], defaultSize = 30, maxSize = 100): Page<T> {
  const size = Math.min(Math.max(Number(query.per_page ?? defaultSize), 1), maxSize)
  const page = Math.max(Number(query.page ?? 1), 1)
  const last = Math.max(Math.ceil(all.length / size), 1)
  const linkTo = (number: number, rel: string) => {
    const address = new URL(url)
    address.searchParams.set('page', String(number))
    return `<${address.href}>; rel="${rel}"`
  }
  const links = [
    ...(page > 1 ? [linkTo(Math.min(page - 1, last), 'prev')] : []),
    ...(page < last ? [linkTo(page + 1, 'next'), linkTo(last, 'last')] : []),
    ...(page > 1 ? [linkTo(1, 'first')] : []),
  ]
  return {
    items: all.slice((page - 1) * size, page * size),
    headers: links.length === 0 ? {} : { link: links.join(', ') },
  }
}
