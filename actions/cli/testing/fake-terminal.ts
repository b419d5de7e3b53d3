// A terminal that remembers what was said, for tests.
import type { Terminal } from '../command.ts'

export type FakeTerminal = Terminal & { readonly said: { out: string; err: string } }

/** Without colour, 80 columns wide, not interactive, with nothing on stdin and no environment. */
export function fakeTerminal(overrides: Partial<Terminal> = {}): FakeTerminal {
  const said = { out: '', err: '' }
  return {
    said,
    cwd: '.',
    write: async (text) => {
      said.out += text
    },
    warn: (text) => {
      said.err += text
    },
    color: false,
    width: 80,
    interactive: false,
    environment: {},
    input: async function* () {},
    holdSignals: () => ({ signal: new AbortController().signal, [Symbol.dispose]: () => {} }),
    ...overrides,
  }
}
