// How many bytes each of several texts may take when not all of them fit.

/**
 * Shares `room` out: who needs less than an equal share gets what it needs, and what it leaves goes to the others. With ranks the
 * smaller ones choose first, but a quarter of the room stays for those after them.
 */
export function shareRoom(
  needs: readonly { readonly bytes: number; readonly rank: number }[],
  room: number,
): readonly number[] {
  const shares = needs.map(() => 0)
  const ranks = [...new Set(needs.map(({ rank }) => rank))].sort((a, b) => a - b)
  let left = Math.max(0, room)
  for (const [position, rank] of ranks.entries()) {
    const mine = [...needs.entries()].filter(([, need]) => need.rank === rank)
    const later = needs.reduce((sum, need) => sum + (need.rank > rank ? need.bytes : 0), 0)
    const kept = position === ranks.length - 1 ? 0 : Math.min(later, Math.floor(left / 4))
    let free = left - kept
    let waiting = mine.length
    for (const [index, { bytes }] of [...mine].sort(([, a], [, b]) => a.bytes - b.bytes)) {
      const share = Math.min(bytes, Math.floor(free / waiting))
      shares[index] = share
      free -= share
      waiting -= 1
    }
    left = free + kept
  }
  return shares
}
