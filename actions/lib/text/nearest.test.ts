import { expect, test } from 'vitest'
import { nearest } from './nearest.ts'

test.each([
  ['Deploymnet', ['DaemonSet', 'Deployment'], 'Deployment'],
  ['deployment', ['DaemonSet', 'Deployment'], 'Deployment'],
  ['fail_on', ['roots', 'fail-on'], 'fail-on'],
  ['root', ['roots'], 'roots'],
  ['Pod', ['Node', 'Job'], undefined],
  ['nothing-like-it', ['roots', 'fail-on'], undefined],
  ['', ['roots'], undefined],
  ['x'.repeat(10_000), ['roots'], undefined],
])('%s', (word, known, expected) => expect(nearest(word, known)).toBe(expected))
