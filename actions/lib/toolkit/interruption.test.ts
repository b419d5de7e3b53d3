import { expect, test } from 'vitest'
import { interruption } from './interruption.ts'

test.each(['SIGINT', 'SIGTERM'] as const)('%s aborts, and what follows changes nothing', (name) => {
  const before = process.listenerCount(name)
  {
    using wish = interruption()
    let aborts = 0
    wish.signal.addEventListener('abort', () => {
      aborts += 1
    })
    expect(wish.signal.aborted).toBe(false)
    process.emit(name, name)
    process.emit('SIGTERM', 'SIGTERM')
    expect(wish.signal).toMatchObject({ aborted: true, reason: name })
    expect(aborts).toBe(1)
  }
  expect(process.listenerCount(name)).toBe(before)
})
