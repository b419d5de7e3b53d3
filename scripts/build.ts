// Builds `actions/dist`: one entry per action, the command line program, the engine's worker and the chunks that they share.
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { build as esbuild, type Plugin } from 'esbuild'
import { licencesText, packageFolders } from './licences.ts'

export const root = resolve(import.meta.dirname, '..')
export const dist = join(root, 'actions/dist')

/** Files that the bundle reads at run time, by their place in the repository and in `actions/dist`. */
export const copiedAssets: Readonly<Record<string, string>> = {
  'schemas/bundle/catalogue.json': 'catalogue.json',
  'node_modules/web-tree-sitter/web-tree-sitter.wasm': 'web-tree-sitter.wasm',
  'node_modules/@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm': 'tree-sitter-hcl.wasm',
}

/** Files that the engine's own build (`actions/kubeconform-wasm/build/build.ts`) puts into `actions/dist`. */
export const isEngineFile = (name: string) =>
  /^(engine|helm)\.(wasm\.br|json)$|^wasm_exec\.js$|^go-licences\.txt$/.test(name)

/** Entry points by their name in `actions/dist`: every action folder, the command line program and the engine's worker. */
export function entryPoints(): Readonly<Record<string, string>> {
  const actions = readdirSync(join(root, 'actions'))
    .filter((name) => existsSync(join(root, 'actions', name, 'action.yml')))
    .map((name) => [name, `actions/${name}/index.ts`] as const)
  const all = [
    ...actions,
    ['cli', 'actions/cli/index.ts'],
    ['engine-worker', 'actions/kubeconform-wasm/src/worker.ts'],
  ] as const
  return Object.fromEntries(all.filter(([, file]) => existsSync(join(root, file))).sort())
}

/** Every file below `folder` except the engine's, as sorted relative paths. */
export function builtFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((name) => !isEngineFile(name))
    .sort()
}

/** The bundle gets the version out of `package.json` and nothing else: it must not change with a package that only tests use. */
const onlyVersion: Plugin = {
  name: 'only-version',
  setup: ({ onLoad }) =>
    onLoad({ filter: /^.*package\.json$/ }, ({ path }) => {
      if (path !== join(root, 'package.json')) return undefined
      return { loader: 'json', contents: JSON.stringify({ version: JSON.parse(readFileSync(path, 'utf8')).version }) }
    }),
}

/**
 * Of undici, what speaks through a proxy: the two classes and the method that ties them, its own files. Its index makes a
 * third more of mocks, caches, WebSocket and cookies, and a bundler cannot tell that nothing of it is called.
 */
const undiciForProxies: Plugin = {
  name: 'undici-for-proxies',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^undici$/ }, () => ({ path: 'undici', namespace: 'undici-for-proxies' }))
    onLoad({ filter: /.*/, namespace: 'undici-for-proxies' }, () => ({
      resolveDir: root,
      contents: `
        import connect from 'undici/lib/api/api-connect.js'
        import Dispatcher from 'undici/lib/dispatcher/dispatcher.js'
        import ProxyAgent from 'undici/lib/dispatcher/proxy-agent.js'
        import { fetch } from 'undici/lib/web/fetch/index.js'
        Dispatcher.prototype.connect = connect
        export { fetch, ProxyAgent }`,
    }))
  },
}

/**
 * `@actions/core` can ask for OpenID Connect tokens, which needs undici. No action does: without this every one of them would
 * load it as it starts. Where `getIDToken` is used, it is bundled as ever.
 */
const tokensOnDemand: Plugin = {
  name: 'tokens-on-demand',
  setup: ({ onResolve, resolve }) =>
    onResolve({ filter: /^\.\/oidc-utils\.js$/ }, async ({ path, pluginData, ...from }) =>
      pluginData === 'resolved'
        ? undefined
        : { ...(await resolve(path, { ...from, pluginData: 'resolved' })), sideEffects: false },
    ),
}

/**
 * Builds everything into `outdir` and removes what an earlier build left there. The same sources give the same bytes.
 * @param entries files by their name in `outdir`, for tests of the bundling itself
 */
export async function build(outdir: string, entries: Readonly<Record<string, string>> = entryPoints()): Promise<void> {
  const { metafile, outputFiles } = await esbuild({
    absWorkingDir: root,
    entryPoints: { ...entries },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    // One build for actions (Node 24) and for the command line (Node 20 and later).
    target: 'node20',
    chunkNames: 'chunks/[name]-[hash]',
    // The package's other build, the same code: ES modules, of which the bundler can leave out parts, and no look at the environment for every token.
    alias: { yaml: './node_modules/yaml/browser/index.js' },
    plugins: [onlyVersion, undiciForProxies, tokensOnDemand],
    metafile: true,
    write: false,
    legalComments: 'none',
    logLevel: 'warning',
    // CommonJS packages below @actions/core call `require` for Node's own modules, which ES modules do not have.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'\nconst require = __createRequire(import.meta.url)",
    },
  })
  for (const name of builtFiles(outdir)) rmSync(join(outdir, name))
  for (const { path, text } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true })
    const isProgram = relative(outdir, path) === 'cli.js'
    writeFileSync(path, isProgram && !text.startsWith('#!') ? `#!/usr/bin/env node\n${text}` : text)
    if (isProgram) chmodSync(path, 0o755)
  }
  mkdirSync(outdir, { recursive: true })
  writeFileSync(join(outdir, 'package.json'), '{ "type": "module" }\n')
  writeFileSync(
    join(outdir, 'npm-licences.txt'),
    licencesText(root, packageFolders([...Object.keys(metafile.inputs), ...Object.keys(copiedAssets)])),
  )
  for (const [from, to] of Object.entries(copiedAssets)) {
    if (existsSync(join(root, from))) cpSync(join(root, from), join(outdir, to))
  }
}

/** Total size of the JavaScript below `folder`, in bytes. */
export const javascriptBytes = (folder: string) =>
  builtFiles(folder)
    .filter((name) => name.endsWith('.js'))
    .reduce((sum, name) => sum + readFileSync(join(folder, name)).length, 0)

if (import.meta.main) {
  await build(dist)
  const entries = Object.keys(entryPoints())
  console.log(
    `built ${entries.join(', ') || 'nothing'}: ${(javascriptBytes(dist) / 1e6).toFixed(2)} MB of JavaScript in actions/dist`,
  )
}
