// Trees from literals, judged by the gate with the roots that are found in them.
import type { Finding } from '../../../findings/finding.ts'
import { type MemoryFiles, memoryTree } from '../../../testing/memory-tree.ts'
import { parseHclFile } from '../../hcl/parse.ts'
import { openConfiguration } from '../../roots/configuration.ts'
import { filesOfRoot } from '../../roots/files-of-root.ts'
import type { Root, ToolName } from '../../roots/root.ts'
import { type CheckFilesInput, checkFiles } from '../check-files.ts'

const rootAt = (path: string, tool: ToolName): Root => ({
  name: path,
  path,
  tool,
  requiredVersion: [],
  varFiles: [],
  backendConfig: [],
  inputs: [],
  carry: [],
  dependsOn: [],
  at: { file: `${path}/main.tf` },
})

export type Judged = Partial<Pick<CheckFilesInput, 'allow' | 'severities'>> & {
  readonly base?: MemoryFiles
  /** Paths of the roots. */
  readonly roots?: readonly string[]
  readonly tool?: ToolName
}

/** The findings of the gate about some files; one root, `app`, where no others are named. */
export async function judgeFiles(files: MemoryFiles, options: Judged = {}): Promise<readonly Finding[]> {
  const head = memoryTree(files)
  const configuration = openConfiguration(head, parseHclFile)
  const roots = (options.roots ?? ['app']).map(async (path) => {
    const root = rootAt(path, options.tool ?? 'terraform')
    return { root, files: await filesOfRoot(configuration, root) }
  })
  return checkFiles({
    roots: await Promise.all(roots),
    head,
    ...(options.base !== undefined && { base: memoryTree(options.base) }),
    allow: options.allow ?? {},
    ...(options.severities !== undefined && { severities: options.severities }),
  })
}

/** `rule file:line severity`, without the notes on providers that nothing was said about. */
export const briefly = (findings: readonly Finding[]): readonly string[] =>
  findings
    .filter(({ severity }) => severity !== 'note')
    .map(({ rule, at, severity }) => `${severity} ${rule.replace('terraform-', '')} ${at.file}:${at.line ?? ''}`)
