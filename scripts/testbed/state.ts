// A cluster's state with all custom kinds in it, made once: creating them takes the API server a minute, reading them a second.
import { cpSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createApiServer } from './api-server.ts'
import { cached } from './cache.ts'
import type { Components } from './components.ts'
import { controlPlanePorts, startApiServer } from './control-plane.ts'
import { installCrds, operatorCrds } from './custom-resources.ts'
import { freePorts } from './ports.ts'
import { createProcesses } from './processes.ts'
import { scratchFolder } from './scratch.ts'

/** Folder of the data of an etcd that holds the CustomResourceDefinitions of all operators, for copying. */
export async function stateWithOperators(components: Components, say: (line: string) => void): Promise<string> {
  const definitions = await operatorCrds(say)
  const parts = [basename(join(components.binary, '..')), JSON.stringify(definitions)]
  const { folder } = await cached('state', parts, async (making) => {
    say(`installing ${definitions.length} custom kinds; once, about a minute`)
    const scratch = scratchFolder()
    const processes = createProcesses(components.binary, scratch, say)
    try {
      const ports = await freePorts(controlPlanePorts)
      const controlPlane = await startApiServer(scratch, ports, processes)
      await installCrds(createApiServer({ ...controlPlane, folder: scratch }), definitions)
      // What etcd has confirmed is in its files, also when it is killed.
      await processes.stop()
      cpSync(join(scratch, 'etcd'), join(making, 'etcd'), { recursive: true })
    } finally {
      await processes.stop()
      rmSync(scratch, { recursive: true, force: true })
    }
  })
  return join(folder, 'etcd')
}
