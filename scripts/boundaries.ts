// Which folder may import which, and who may read the environment. What Biome cannot say; the reasons are in the messages.
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')

/** What each folder of `actions/lib` may import of the others, folders or single files. Types and values alike. */
export const allowedImports: Readonly<Record<string, readonly string[]>> = {
  text: [],
  toolkit: [],
  findings: [],
  kubernetes: [],
  yaml: [],
  git: [],
  contracts: ['findings', 'git/tree.ts', 'kubernetes', 'yaml'],
  images: ['yaml'],
  // A tree is read to tell a kustomize source from a plain directory.
  argocd: ['findings', 'git/tree.ts', 'kubernetes', 'yaml'],
  rules: ['findings', 'images', 'kubernetes', 'yaml'],
  render: ['findings', 'images', 'kubernetes', 'yaml'],
  // The words of a rule, which SARIF carries.
  report: ['findings', 'kubernetes', 'rules/rule.ts'],
  verdict: ['argocd', 'contracts', 'findings', 'git', 'kubernetes', 'render', 'report', 'rules', 'yaml'],
  // How places, commits and colours are written, the same in every report.
  terraform: [
    'contracts',
    'findings',
    'git/changed-files.ts',
    'git/tree.ts',
    'report/annotations.ts',
    'report/headline.ts',
    'report/terminal.ts',
    // The words and severities of what its gate finds.
    'rules/terraform-rules.ts',
  ],
  // A tree over the API is a tree.
  github: ['git/tree.ts'],
  registry: [],
  signatures: ['registry'],
  bump: ['argocd', 'contracts', 'git', 'github/trailers.ts', 'images', 'kubernetes', 'verdict/identity.ts', 'yaml'],
}

/** Plain helpers, which any folder may import. */
const plainFolder = 'text'
/** Modules of the toolkit without a trace of GitHub Actions, which any folder may import. */
const plainToolkit = ['user-error.ts', 'logger.ts', 'paths.ts', 'version.ts', 'in-turns.ts']
/** Folders that start child processes or find files beside the bundle. */
const toolkitUsers: Readonly<Record<string, readonly string[]>> = {
  git: ['exec.ts'],
  kubernetes: ['dist-file.ts'],
  // The grammar of HCL is a file beside the bundle.
  terraform: ['dist-file.ts', 'exec.ts', 'stream-tool.ts'],
  github: ['exec.ts'],
}

/** Folders that talk to the engine. */
const engineUsers = ['render', 'verdict']

const environmentReaders =
  /^(actions\/lib\/(toolkit|github)\/|actions\/.*\/testing\/|actions\/[^/]+\/(index|main|inputs)\.ts$|actions\/kubeconform-wasm\/build\/|scripts\/)/

/** Sources that the boundaries hold for: everything that ships. Tests may reach across. */
export function sources(): readonly string[] {
  const files = globSync('{actions,scripts}/**/*.ts', {
    cwd: root,
    exclude: ['**/node_modules/**', '**/dist/**', '**/__fixtures__/**'],
  })
  return files.filter((file) => !/\.test\.ts$/.test(file)).sort()
}

/** What is wrong with the imports and the environment access of one file, each with its reason. */
export function violations(file: string, text: string): readonly string[] {
  const found = importedFiles(file, text).flatMap((target) => importViolation(file, target) ?? [])
  if (!environmentReaders.test(file) && /\bprocess\s*\.\s*env\b/.test(text)) {
    found.push(
      'reads process.env: only the toolkit, lib/github and an action’s index.ts, main.ts and inputs.ts may, so that the same call gives the same answer everywhere; take a plain value instead',
    )
  }
  return found.map((problem) => `${file} ${problem}`)
}

function importedFiles(file: string, text: string): string[] {
  const specifiers = [...text.matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|^import\s+)['"](\.[^'"]+)['"]/gm)]
  return specifiers.map(([, specifier = '']) => relative(root, join(root, dirname(file), specifier)))
}

function importViolation(file: string, target: string): string | undefined {
  const from = libFolder(file)
  const to = libFolder(target)
  // Helpers of tests stand in folders of that name, and may use all that tests may.
  if (/\/testing\//.test(file)) return undefined
  if (/\/testing\//.test(target) && file.startsWith('actions/'))
    return `imports ${target}: helpers of tests do not ship`
  if (target.startsWith('scripts/') && file.startsWith('actions/'))
    return `imports ${target}: scripts, the testbed among them, are for building and testing; what ships must not need them`
  if (from === undefined || from === to) return undefined
  if (target.startsWith('actions/kubeconform-wasm/')) {
    return engineUsers.includes(from)
      ? undefined
      : `imports ${target}: only ${engineUsers.join(' and ')} talk to the engine`
  }
  if (to === undefined) {
    return target.startsWith('actions/') ? `imports ${target}: what actions share may not know an action` : undefined
  }
  if (to === 'toolkit') {
    const module = target.split('/').at(-1) ?? ''
    if (plainToolkit.includes(module) || toolkitUsers[from]?.includes(module)) return undefined
    return `imports ${target}: running an action is not this folder's business; only ${plainToolkit.join(', ')} may be imported from anywhere`
  }
  if (to === plainFolder) return undefined
  if (allowedImports[from]?.some((allowed) => allowed === to || target === `actions/lib/${allowed}`)) return undefined
  const allowed = allowedImports[from]?.join(', ') || 'no other folder of lib'
  return `imports ${target}: lib/${from} may import ${allowed}, so that data flows one way and each folder can be understood alone; let lib/verdict or the action join them`
}

const libFolder = (file: string) => /^actions\/lib\/([^/]+)\//.exec(file)?.[1]

/** All violations of the repository. */
export const allViolations = () => sources().flatMap((file) => violations(file, readFileSync(join(root, file), 'utf8')))

/** Folders of `actions/lib` that hold code. */
export const libFolders = () =>
  [...new Set(globSync('actions/lib/*/*.ts', { cwd: root }).flatMap((file) => libFolder(file) ?? []))].sort()

if (import.meta.main) {
  const found = allViolations()
  for (const line of found) console.error(line)
  if (found.length === 0) console.log(`import boundaries hold in ${sources().length} files`)
  process.exitCode = found.length > 0 ? 1 : 0
}
