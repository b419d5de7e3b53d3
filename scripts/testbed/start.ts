// Brings a cluster and Argo CD up on loopback, for as long as this process lives.
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type ApiServer, createApiServer, type KubernetesObject } from './api-server.ts'
import { type Argocd, argocdPorts, startArgocd, startRepoServer } from './argocd.ts'
import { buildComponents, type Components } from './components.ts'
import { type ControlPlane, controlPlanePorts, startApiServer, startControllers } from './control-plane.ts'
import { memoryOf } from './memory.ts'
import { startNodes } from './nodes.ts'
import { freePorts } from './ports.ts'
import { createProcesses } from './processes.ts'
import { scratchFolder } from './scratch.ts'
import { type Sources, sourcePorts, startSources } from './sources.ts'
import { stateWithOperators } from './state.ts'

export type TestbedOptions = {
  /** Whether Argo CD runs too. */
  readonly argocd?: boolean
  readonly nodes?: number
  /** Whether the kinds of the operators are served. */
  readonly operators?: boolean
  /** Objects to apply before it is handed out: namespaces, say. */
  readonly objects?: readonly KubernetesObject[]
  /** Progress, a line at a time. */
  readonly say?: (line: string) => void
  /** Called when a process has died by itself; everything else is ended then. */
  readonly died?: (text: string) => void
}

/** Plain data: it can be handed to another process. */
export type TestbedAddress = {
  /** Scratch folder: kubeconfig, logs (`<program>.log`), repositories. Gone after `stop`. */
  readonly folder: string
  /** Folder for PATH, with kubectl, argocd, helm and kustomize. */
  readonly path: string
  readonly controlPlane: ControlPlane
  readonly sources: Sources
  readonly argocd: Argocd | undefined
  readonly versions: { readonly kubernetes: string; readonly argocd: string }
}

export type Testbed = TestbedAddress & {
  readonly api: ApiServer
  /** Milliseconds from the start until each part answered. */
  readonly milliseconds: Readonly<Record<string, number>>
  /** Bytes that its processes hold now, shared pages counted once. */
  readonly memory: () => number
  /** Process ids by program. */
  readonly ids: () => ReadonlyMap<string, number>
  /** Ends every process and removes the scratch folder. */
  readonly stop: () => Promise<void>
}

/** Builds what is missing, starts everything and waits until it answers. Nothing is left behind when that fails. */
export async function startTestbed(options: TestbedOptions = {}): Promise<Testbed> {
  const { operators = true, say = () => {} } = options
  const components = await buildComponents(say)
  const state = operators ? await stateWithOperators(components, say) : undefined
  try {
    return await start(components, state, options)
  } catch (error) {
    if (!/address already in use/.test(String(error))) throw error
    // A free port is free until somebody takes it.
    say('a port was taken meanwhile; starting again')
    return start(components, state, options)
  }
}

async function start(components: Components, state: string | undefined, options: TestbedOptions): Promise<Testbed> {
  const { argocd: wanted = true, nodes = 1, objects = [], say = () => {}, died = () => {} } = options
  const started = performance.now()
  const milliseconds: Record<string, number> = {}
  const mark = (name: string) => {
    milliseconds[name] = Math.round(performance.now() - started)
    say(`${name} after ${(milliseconds[name] / 1000).toFixed(1)} s`)
  }
  const folder = scratchFolder()
  let standing = false
  // Until it stands, the caller hears of it by the rejection.
  const processes = createProcesses(components.binary, folder, (text) => standing && died(text))
  const stop = async () => {
    await processes.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    if (state !== undefined) cpSync(state, join(folder, 'etcd'), { recursive: true })
    const ports = await freePorts([...controlPlanePorts, ...argocdPorts, ...sourcePorts, 'kwok'])
    const sources = startSources(folder, ports, processes)
    if (wanted) startRepoServer(components, folder, ports, processes)
    const controlPlane = await startApiServer(folder, ports, processes)
    mark('the API server answers')
    const api = createApiServer({ ...controlPlane, folder })
    await startNodes(components.binary, folder, ports.kwok, nodes, controlPlane, api, processes)
    const argocd = wanted ? await startArgocd(components, folder, ports, controlPlane, api, processes) : undefined
    if (argocd !== undefined) mark('Argo CD answers')
    // Last: the garbage collector watches every kind there is, which keeps the API server busy for seconds.
    startControllers(ports, controlPlane, processes)
    await api.apply(...objects)
    const { path, versions } = components
    standing = true
    const address = { folder, path, controlPlane, sources, argocd, versions }
    return {
      ...address,
      api,
      milliseconds,
      memory: () => memoryOf([...processes.ids().values()]),
      ids: processes.ids,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}
