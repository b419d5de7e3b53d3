// Where Argo CD's sources lie: git repositories (by file and by HTTP), a chart repository and an OCI registry.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pinnedGitEnvironment } from '../../actions/lib/testing/temporary-repository.ts'
import type { Processes } from './processes.ts'
import { run } from './run.ts'

export const sourcePorts = ['git-http', 'chart-repository', 'oci-registry'] as const

export type SourcePorts = Readonly<Record<(typeof sourcePorts)[number], number>>

export type Sources = {
  /** Folder of the bare repositories. */
  readonly repositories: string
  /** Base of their addresses over HTTP; pushing is allowed. */
  readonly gitUrl: string
  /** Folder that the chart repository serves: put index.yaml and packages there. */
  readonly charts: string
  readonly chartsUrl: string
  /** Host and port of the registry; plain HTTP. */
  readonly registry: string
}

export function startSources(folder: string, ports: SourcePorts, processes: Processes): Sources {
  const at = (name: keyof SourcePorts) => `127.0.0.1:${ports[name]}`
  const repositories = join(folder, 'repositories')
  const charts = join(folder, 'charts')
  mkdirSync(repositories)
  mkdirSync(charts)
  processes.start('git-http', ['--address', at('git-http'), '--folder', repositories], pinnedGitEnvironment)
  processes.start('chart-repository', ['--address', at('chart-repository'), '--folder', charts])
  processes.start('oci-registry', ['--address', at('oci-registry')])
  return {
    repositories,
    gitUrl: `http://${at('git-http')}`,
    charts,
    chartsUrl: `http://${at('chart-repository')}`,
    registry: at('oci-registry'),
  }
}

export type GitRemote = {
  /** `file://` address. */
  readonly fileUrl: string
  readonly httpUrl: string
  /** Pushes a revision of a repository in a folder to a branch. */
  readonly push: (repository: string, revision: string, branch: string) => Promise<void>
}

/** Makes an empty bare repository. */
export async function createGitRemote({ repositories, gitUrl }: Sources, name: string): Promise<GitRemote> {
  const path = join(repositories, `${name}.git`)
  const env = pinnedGitEnvironment
  await run('git', ['init', '--quiet', '--bare', '--initial-branch=main', path], { env })
  return {
    fileUrl: `file://${path}`,
    httpUrl: `${gitUrl}/${name}.git`,
    push: async (repository, revision, branch) => {
      await run('git', ['-C', repository, 'push', '--quiet', '--force', path, `${revision}:refs/heads/${branch}`], {
        env,
      })
    },
  }
}
