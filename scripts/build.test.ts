import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { build, builtFiles, dist, entryPoints, javascriptBytes, root } from './build.ts'
import { differences } from './check-dist.ts'
import { packageFolders } from './licences.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seaworthy-build-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('two builds in different folders are the same, and leave the engine alone', async () => {
  const [one, two] = [join(folder, 'one'), join(folder, 'two/deeper')]
  mkdirSync(join(two, 'chunks'), { recursive: true })
  for (const name of ['engine.json', 'engine.wasm.br', 'wasm_exec.js', 'go-licences.txt', 'old.js', 'chunks/old.js']) {
    writeFileSync(join(two, name), 'x')
  }
  await build(one)
  await build(two)
  expect(differences(one, two)).toEqual([])
  expect(builtFiles(two)).not.toContain('old.js')
  expect(readFileSync(join(two, 'engine.json'), 'utf8')).toBe('x')
  expect(readFileSync(join(two, 'wasm_exec.js'), 'utf8')).toBe('x')
})

test('undici is loaded behind a proxy only, and the part of it that ships works there to the end', async () => {
  // As an action: the toolkit is loaded as it starts, with @actions/core below it.
  writeFileSync(
    join(folder, 'probe.ts'),
    `import { run } from ${JSON.stringify(join(root, 'actions/lib/toolkit/run.ts'))}
     import { fetchFor } from ${JSON.stringify(join(root, 'actions/lib/github/proxy.ts'))}
     void run
     const url = new URL('http://api.github.invalid/there')
     const answer = await (await fetchFor(url))(url, { method: 'POST', body: 'asked' })
     process.stdout.write(\`\${answer.status} \${answer.headers.get('x-by')} \${await answer.text()}\`)`,
  )
  const built = join(folder, 'built')
  await build(built, { probe: join(folder, 'probe.ts') })
  const hasUndici = (name: string) => readFileSync(join(built, name), 'utf8').includes('Proxy response')
  expect(builtFiles(built).filter((name) => name.endsWith('.js') && hasUndici(name))).toHaveLength(1)
  expect(loadedAtStart(built, 'probe.js').filter(hasUndici)).toEqual([])

  const server = createServer(async (request, response) => {
    const body = await text(request)
    response
      .setHeader('x-by', request.headers.host ?? '')
      .setHeader('content-encoding', 'gzip')
      .end(gzipSync(`${request.method} ${request.url} ${body}`))
  })
  const asked: string[] = []
  const proxy = createServer().on('connect', (request, socket) => {
    asked.push(request.url ?? '')
    const there = connect((server.address() as AddressInfo).port, '127.0.0.1')
    socket.write('HTTP/1.1 200 OK\r\n\r\n')
    socket.pipe(there).pipe(socket)
    for (const one of [socket, there]) one.on('error', () => {})
  })
  for (const one of [server, proxy]) await once(one.listen(0, '127.0.0.1'), 'listening')
  try {
    const env = { PATH: process.env.PATH, http_proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` }
    const { stdout } = await promisify(execFile)(process.execPath, [join(built, 'probe.js')], { env })
    expect(stdout).toBe('200 api.github.invalid POST /there asked')
    expect(asked).toEqual(['api.github.invalid:80'])
  } finally {
    server.close()
    proxy.close()
  }
})

/** The files that an entry loads before it does anything. */
function loadedAtStart(outdir: string, name: string, seen = new Set<string>()): string[] {
  if (seen.has(name)) return []
  seen.add(name)
  const code = readFileSync(join(outdir, name), 'utf8')
  const imports = [...code.matchAll(/^(?:import|export|\}).*?"(\.[^"]+)";$/gm)].map(([, path = '']) =>
    join(dirname(name), path),
  )
  return [name, ...imports.flatMap((path) => loadedAtStart(outdir, path, seen))]
}

test('a difference is told by file and kind', () => {
  const [committed, fresh] = [join(folder, 'committed'), join(folder, 'fresh')]
  for (const at of [committed, fresh]) mkdirSync(at)
  writeFileSync(join(committed, 'a.js'), '1')
  writeFileSync(join(fresh, 'a.js'), '2')
  writeFileSync(join(committed, 'b.js'), '1')
  writeFileSync(join(fresh, 'c.js'), '1')
  expect(differences(committed, fresh)).toEqual(['a.js is stale', 'b.js is left over', 'c.js is missing'])
})

test('every package whose code is bundled is found, nested ones too', () => {
  const inputs = [
    'actions/a.ts',
    'node_modules/yaml/dist/x.js',
    'node_modules/@actions/core/lib/y.js',
    'node_modules/a/node_modules/b/z.js',
  ]
  expect(packageFolders(inputs)).toEqual([
    'node_modules/@actions/core',
    'node_modules/a/node_modules/b',
    'node_modules/yaml',
  ])
})

test('the committed bundle is within its budget and the command line can be executed', () => {
  // An action should start fast: what it loads then counts, more than what lies there for a proxy, a signature or a plan.
  expect(javascriptBytes(dist)).toBeLessThan(3e6)
  for (const name of Object.keys(entryPoints())) {
    const files = loadedAtStart(dist, `${name}.js`)
    const bytes = files.reduce((sum, file) => sum + statSync(join(dist, file)).size, 0)
    expect(bytes, `${name} loads ${bytes} bytes as it starts`).toBeLessThan(1.5e6)
  }
  if ('cli' in entryPoints()) {
    const cli = join(dist, 'cli.js')
    expect(readFileSync(cli, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
    expect(statSync(cli).mode & 0o111).toBe(0o111)
  }
})
