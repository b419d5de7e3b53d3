// The licence texts of everything that the engine contains: Go itself and the Go modules that it is linked from.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dist, root } from './build.ts'

const engine = join(root, 'actions/kubeconform-wasm')
const output = join(dist, 'go-licences.txt')

type Module = { readonly name: string; readonly folder: string }

const go = (...args: readonly string[]) =>
  execFileSync('go', args, {
    cwd: engine,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: {
      ...process.env,
      GOOS: 'js',
      GOARCH: 'wasm',
      GOFLAGS: '-mod=readonly -tags=kustomize_disable_go_plugin_support',
    },
  }).trim()

/** The modules that packages of the engine come from, by path; those that go.mod only mentions are not linked. */
function linkedModules(): readonly Module[] {
  const format = '{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}'
  const lines = new Set(go('list', '-deps', '-f', format, './cmd/...').split('\n').filter(Boolean))
  return [...lines].sort().map((line) => {
    const [name = '', folder = ''] = line.split('\t')
    return { name, folder }
  })
}

/** Licence and notice files at the top of a folder, as one text. */
function licenceOf(name: string, folder: string): string {
  const files = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice|patents)(\.|-|$)/i.test(file))
    .sort()
  if (!files.some((file) => !/^(notice|patents)/i.test(file)))
    throw new Error(`${name} has no licence file: it may not be linked`)
  return files.map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()).join('\n\n')
}

/** The whole text. Modules with the same licence text share one section. */
export function goLicencesText(): string {
  const named = [
    { name: `Go ${go('env', 'GOVERSION').replace(/^go/, '')}`, folder: go('env', 'GOROOT') },
    ...linkedModules(),
  ]
  const namesByText = Map.groupBy(named, ({ name, folder }) => licenceOf(name, folder))
  const sections = [...namesByText].map(
    ([text, members]) => `${members.map(({ name }) => name).join('\n')}\n\n${text}\n`,
  )
  return `Licences of Go and of the Go modules that the engine in this folder contains.\n\n${sections.join(`\n${'-'.repeat(80)}\n\n`)}`
}

if (import.meta.main) {
  const text = goLicencesText()
  if (!process.argv.includes('--check')) writeFileSync(output, text)
  else if (!existsSync(output) || readFileSync(output, 'utf8') !== text) {
    console.error('actions/dist/go-licences.txt is stale\nnext: run `npm run licences` and commit it')
    process.exitCode = 1
  } else console.log('actions/dist/go-licences.txt is current')
}
