import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shareRoom } from './share-room.ts'

const need = (bytes: number, rank = 0) => ({ bytes, rank })

it.each([
  ['all that fits', [need(10), need(20)], 100, [10, 20]],
  ['an equal share where nobody fits', [need(100), need(200)], 60, [30, 30]],
  ['what the small ones leave to the large ones', [need(100), need(5), need(100)], 65, [30, 5, 30]],
  ['to the worst first, and a quarter to the others', [need(1000, 1), need(1000, 0)], 400, [100, 300]],
  ['no more than the others need', [need(20, 1), need(1000, 0)], 400, [20, 380]],
  ['nothing where there is no room', [need(10), need(20)], -5, [0, 0]],
  ['nothing to nobody', [], 100, []],
])('gives %s', (_, needs, room, shares) => {
  expect(shareRoom(needs, room)).toEqual(shares)
})

it('never gives more than is needed or there', () => {
  const needs = fc.array(fc.record({ bytes: fc.nat(5000), rank: fc.nat(4) }), { maxLength: 40 })
  fc.assert(
    fc.property(needs, fc.nat(20_000), (all, room) => {
      const shares = shareRoom(all, room)
      const sum = shares.reduce((total, share) => total + share, 0)
      const wanted = all.reduce((total, { bytes }) => total + bytes, 0)
      expect(shares.every((share, index) => share >= 0 && share <= (all[index]?.bytes ?? 0))).toBe(true)
      // Division leaves less than a byte for each.
      expect(sum).toBeLessThanOrEqual(room)
      if (wanted <= room) expect(sum).toBe(wanted)
    }),
  )
})
