// `npm run testbed`: a cluster with Argo CD on this machine's loopback until Ctrl-C, for people.
//
//   npm run testbed              starts it and says how to use it
//   npm run testbed -- build     builds what it needs, and ends
import { parseArgs } from 'node:util'
import { describeFailure } from '../actions/lib/toolkit/user-error.ts'
import { buildComponents } from './testbed/components.ts'
import { podFate } from './testbed/nodes.ts'
import { createSay } from './testbed/say.ts'
import { startTestbed, type Testbed } from './testbed/start.ts'
import { stateWithOperators } from './testbed/state.ts'

const usage = `usage: npm run testbed -- [build] [--no-argocd] [--no-operators] [--nodes N]

Brings a cluster and Argo CD up on loopback until Ctrl-C; \`build\` only builds what they need.
`

const options = {
  argocd: { type: 'boolean', default: true },
  operators: { type: 'boolean', default: true },
  nodes: { type: 'string', default: '1' },
  help: { type: 'boolean', default: false },
} as const

function wrongUse(reason: string): void {
  process.stderr.write(`${reason}\n${usage}`)
  process.exitCode = 2
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, allowNegative: true, options })
  if (values.help) {
    process.stdout.write(usage)
    return
  }
  const say = createSay(process.stderr)
  const nodes = Number(values.nodes)
  const unknown = positionals.find((one) => one !== 'build')
  if (unknown !== undefined) return wrongUse(`There is no command ${unknown}.`)
  if (!Number.isInteger(nodes) || nodes < 1) return wrongUse(`--nodes takes a number from 1, not ${values.nodes}.`)
  if (positionals.includes('build')) {
    const components = await buildComponents(say)
    await stateWithOperators(components, say)
    return
  }
  const interrupted = new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done())
  })
  let fail = (_: Error) => {}
  const died = new Promise<never>((_, reject) => {
    fail = reject
  })
  // While it starts, `startTestbed` itself rejects.
  died.catch(() => {})
  const testbed = await Promise.race([
    startTestbed({
      argocd: values.argocd,
      operators: values.operators,
      nodes,
      say,
      died: (text) => fail(new Error(text)),
    }),
    interrupted,
  ])
  // Interrupted before it stood: its processes end with this one.
  if (testbed === undefined) process.exit(130)
  try {
    process.stdout.write(howToUse(testbed))
    await Promise.race([interrupted, died])
  } finally {
    await testbed.stop()
    say('stopped; nothing is left')
  }
}

function howToUse({ controlPlane, path, argocd, sources, versions, folder, memory }: Testbed): string {
  return `
Kubernetes ${versions.kubernetes}${argocd === undefined ? '' : ` and Argo CD ${versions.argocd}`}, ${Math.round(memory() / 1024 ** 2)} MiB. In another terminal:

  export PATH=${path}:$PATH
  export KUBECONFIG=${controlPlane.kubeconfig}
  kubectl get nodes
${
  argocd === undefined
    ? ''
    : `
  export ARGOCD_SERVER=${argocd.url.replace('http://', '')} ARGOCD_OPTS='--plaintext' ARGOCD_AUTH_TOKEN=${argocd.token}
  argocd app list
  argocd app create web --repo ${sources.gitUrl}/NAME.git --revision main --path . --dest-namespace default \\
    --dest-server https://kubernetes.default.svc --sync-policy auto
`
}
A git server: git init --bare --initial-branch=main ${sources.repositories}/NAME.git
              git push ${sources.gitUrl}/NAME.git HEAD:main
Pods have no containers: no logs, no exec. The label ${podFate}: stuck, crash or slow on a pod says how it fares.
Charts: ${sources.chartsUrl} serves ${sources.charts}; OCI registry over plain HTTP: ${sources.registry}
Logs: ${folder}/*.log

Ctrl-C ends it and removes everything.
`
}

main().catch((error: unknown) => {
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
    return wrongUse(error.message)
  process.stderr.write(`${error instanceof Error && error.name === 'Error' ? error.message : describeFailure(error)}\n`)
  process.exitCode = 1
})
