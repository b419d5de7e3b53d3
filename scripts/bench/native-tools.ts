// The alternative that a team would script: forked `kubectl kustomize`, piped to native kubeconform, on two processes.
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { standaloneSchemas } from './standalone-schemas.ts'

const kubeconformVersion = 'v0.8.0'

/** Where tools are kept between runs: outside the tree. */
function cacheDirectory(): string {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'seaworthy')
}

/** Path of native kubeconform, built with Go when it is not there yet; undefined without Go or without a registry. */
export function nativeKubeconform(): string | undefined {
  const bin = join(cacheDirectory(), `kubeconform-${kubeconformVersion}`)
  const path = join(bin, 'kubeconform')
  if (works(path, ['-v'])) return path
  if (!works('go', ['version'])) return undefined
  try {
    execFileSync('go', ['install', `github.com/yannh/kubeconform/cmd/kubeconform@${kubeconformVersion}`], {
      env: { ...process.env, GOBIN: bin, GOFLAGS: '' },
      stdio: 'pipe',
      timeout: 300_000,
    })
  } catch {
    return undefined
  }
  return works(path, ['-v']) ? path : undefined
}

/** Says whether kubectl is installed. */
export function hasKubectl(): boolean {
  return works('kubectl', ['version', '--client'])
}

/** Writes a script that does the work for a fleet, and returns the command that runs it. */
export function alternative(scratch: string, kubeconform: string, overlays: readonly string[]): readonly string[] {
  const schemas = join(scratch, 'schemas')
  mkdirSync(schemas, { recursive: true })
  for (const [name, text] of standaloneSchemas('1.36')) writeFileSync(join(schemas, name), text)
  const half = Math.ceil(overlays.length / 2)
  const lists = [overlays.slice(0, half), overlays.slice(half)].map((part, index) => {
    const file = join(scratch, `overlays-${index}`)
    writeFileSync(file, `${part.join('\n')}\n`)
    return file
  })
  const script = join(scratch, 'alternative.sh')
  const location = `${schemas}/{{.ResourceKind}}{{.KindSuffix}}.json`
  writeFileSync(
    script,
    `#!/usr/bin/env bash
set -euo pipefail
judge() { while read -r overlay; do kubectl kustomize "$overlay"; echo "---"; done <"$1" | ${kubeconform} -strict -summary -n 1 -schema-location '${location}'; }
judge ${lists[0]} & one=$!
judge ${lists[1]} & other=$!
wait $one; wait $other
`,
  )
  chmodSync(script, 0o755)
  return ['bash', script]
}

function works(tool: string, args: readonly string[]): boolean {
  try {
    execFileSync(tool, args, { stdio: 'ignore', timeout: 20_000 })
    return true
  } catch {
    return false
  }
}
