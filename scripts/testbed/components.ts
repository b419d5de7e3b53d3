// The programs of the testbed: one binary, built from pinned Go modules, and the few files of Argo CD that it needs beside it.
import { spawn } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { UserError } from '../../actions/lib/toolkit/user-error.ts'
import { cached } from './cache.ts'
import { run } from './run.ts'

const sources = join(import.meta.dirname, 'components')
const argocdModule = 'github.com/argoproj/argo-cd/v3'

export type Components = {
  /** Every program: `binary NAME ARGUMENTS`. */
  readonly binary: string
  /** A folder for PATH, with the programs that Argo CD and people call by name. */
  readonly path: string
  /** CustomResourceDefinitions of Argo CD. */
  readonly argocdCrds: string
  readonly versions: Versions
}

export type Versions = { readonly kubernetes: string; readonly argocd: string }

/** Without C: the same binary with and without a C compiler, and on every Linux. */
const goEnvironment = { CGO_ENABLED: '0', GOTOOLCHAIN: 'local', GOFLAGS: '', GOWORK: 'off' }

/**
 * Builds what is not built yet, and tells the progress.
 * @param say takes one line at a time; lines that replace the one before end in `…`
 * @throws UserError when there is no Go, or the build fails
 */
export async function buildComponents(say: (line: string) => void): Promise<Components> {
  const versions = pinnedVersions()
  const parts = [
    await goVersion(),
    ...readdirSync(sources)
      .sort()
      .flatMap((name) => [name, readFileSync(join(sources, name))]),
  ]
  const { folder, fresh } = await cached('components', parts, async (making) => {
    const started = performance.now()
    say(
      `building Kubernetes ${versions.kubernetes} and Argo CD ${versions.argocd}; once, about ten minutes on two cores`,
    )
    await build(join(making, 'testbed'), versions, say)
    await addFilesOfArgocd(making)
    addNames(making)
    say(`built in ${Math.round((performance.now() - started) / 1000)} s`)
  })
  if (!fresh) say('programs are built already')
  return {
    binary: join(folder, 'testbed'),
    path: join(folder, 'bin'),
    argocdCrds: join(folder, 'argocd-crds'),
    versions,
  }
}

/** The versions that go.mod pins, without `v`. */
export function pinnedVersions(): Versions {
  const pins = readFileSync(join(sources, 'go.mod'), 'utf8')
  const version = (module: string) => {
    const found = new RegExp(`^\\s*${module.replaceAll('.', '\\.')} v(\\S+)$`, 'm').exec(pins)?.[1]
    if (found === undefined) throw new UserError(`go.mod does not pin ${module}.`, { where: join(sources, 'go.mod') })
    return found
  }
  return { kubernetes: version('k8s.io/kubernetes'), argocd: version(argocdModule) }
}

async function goVersion(): Promise<string> {
  return run('go', ['version'], { cwd: sources, env: goEnvironment }).catch((cause: unknown) => {
    throw new UserError('The testbed is built with Go, and there is none.', { next: 'install Go 1.26 or newer', cause })
  })
}

async function build(output: string, versions: Versions, say: (line: string) => void): Promise<void> {
  const [major, minor] = versions.kubernetes.split('.')
  const facts = ['k8s.io/component-base/version', 'k8s.io/client-go/pkg/version'].flatMap((place) => [
    `-X ${place}.gitVersion=v${versions.kubernetes}`,
    `-X ${place}.gitMajor=${major}`,
    `-X ${place}.gitMinor=${minor}`,
  ])
  const flags = ['-s', '-w', ...facts, `-X ${argocdModule}/common.version=${versions.argocd}`]
  const all = (await run('go', ['list', '-deps', '.'], { cwd: sources, env: goEnvironment })).split('\n').length
  const args = ['build', '-v', '-trimpath', '-buildvcs=false', '-ldflags', flags.join(' '), '-o', output, '.']
  const child = spawn('go', args, {
    cwd: sources,
    env: { ...process.env, ...goEnvironment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const told: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => {
    told.push(line)
    // Go names each package when it has compiled it, none that its own cache has.
    if (told.length % 50 === 0) say(`compiled ${told.length} of at most ${all} packages …`)
  })
  const code = await new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done))
  if (code === 0) return
  throw new UserError(`The build of the testbed failed.\n${told.slice(-20).join('\n')}`, {
    where: sources,
    next: 'mend what Go says; go.mod pins every module',
  })
}

/** The repository server calls a script of Argo CD by name, and a cluster needs its CustomResourceDefinitions. */
async function addFilesOfArgocd(folder: string): Promise<void> {
  const module = (
    await run('go', ['list', '-m', '-f', '{{.Dir}}', argocdModule], { cwd: sources, env: goEnvironment })
  ).trim()
  mkdirSync(join(folder, 'bin'))
  cpSync(join(module, 'hack/git-verify-wrapper.sh'), join(folder, 'bin/git-verify-wrapper.sh'))
  chmodSync(join(folder, 'bin/git-verify-wrapper.sh'), 0o755)
  mkdirSync(join(folder, 'argocd-crds'))
  for (const name of readdirSync(join(module, 'manifests/crds')).filter((one) => one.endsWith('-crd.yaml')))
    cpSync(join(module, 'manifests/crds', name), join(folder, 'argocd-crds', name))
}

function addNames(folder: string): void {
  for (const name of ['argocd', 'argocd-git-ask-pass', 'helm', 'kubectl', 'kustomize'])
    symlinkSync('../testbed', join(folder, 'bin', name))
}
