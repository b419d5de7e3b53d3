// What each reviewer thinks now.
import { type ReviewEvidence, timeOf } from './evidence.ts'

/**
 * The last review of each person that says yes or no, or did and was dismissed: a comment afterwards takes nothing back, as on
 * GitHub. Keys are logins in small letters; reviews of accounts that are gone are left out.
 */
export function latestOpinions(
  reviews: readonly ReviewEvidence[],
): ReadonlyMap<string, ReviewEvidence & { readonly by: string }> {
  const latest = new Map<string, ReviewEvidence & { readonly by: string }>()
  const inOrder = reviews.toSorted((a, b) => (timeOf(a.submittedAt) ?? 0) - (timeOf(b.submittedAt) ?? 0))
  for (const review of inOrder) {
    const { by } = review
    if (by !== undefined && review.state !== 'commented') latest.set(by.toLowerCase(), { ...review, by })
  }
  return latest
}
