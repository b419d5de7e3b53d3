// Where the files beside the bundle are, for code that may run from source, from an entry or from a shared chunk.

/** The URL of a file in `actions/dist`, such as `engine.wasm.br`. */
export function distFile(name: string): URL {
  const here = import.meta.url
  const folder = here.endsWith('.ts') ? '../../dist/' : /\/chunks\/[^/]+$/.test(here) ? '../' : './'
  return new URL(folder + name, here)
}
