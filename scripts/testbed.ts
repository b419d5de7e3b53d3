// `npm run testbed`: a cluster with Argo CD on this machine's loopback until Ctrl-C, for people.
//
//   npm run testbed              starts it and says how to use it
//   npm run testbed -- build     builds what it needs, and ends
import { parseArgs } from 'node:util'
import { describeFailure } from '../actions/lib/toolkit/user-error.ts'
import { buildComponents } from './testbed/components.ts'
import { createSay } from './testbed/say.ts'
import { startTestbed, type Testbed } from './testbed/start.ts'
import { stateWithOperators } from './testbed/state.ts'

const usage = `usage: npm run testbed -- [build] [--no-argocd] [--no-operators] [--nodes N]`

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    allowNegative: true,
    options: {
      argocd: { type: 'boolean', default: true },
      operators: { type: 'boolean', default: true },
      nodes: { type: 'string', default: '1' },
    },
  })
  const say = createSay(process.stderr)
  const nodes = Number(values.nodes)
  if (positionals.some((one) => one !== 'build') || !Number.isInteger(nodes) || nodes < 1) {
    process.stderr.write(`${usage}\n`)
    process.exitCode = 2
    return
  }
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
`
}
A git server for your own repositories: git init --bare ${sources.repositories}/NAME.git, then ${sources.gitUrl}/NAME.git
Charts: ${sources.chartsUrl} serves ${sources.charts}; OCI registry over plain HTTP: ${sources.registry}
Logs: ${folder}/*.log

Ctrl-C ends it and removes everything.
`
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error && error.name === 'Error' ? error.message : describeFailure(error)}\n`)
  process.exitCode = 1
})
