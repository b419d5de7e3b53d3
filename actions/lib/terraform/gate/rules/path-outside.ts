// Paths that lead out of the repository: links, modules and files that functions read.
import type { HclCall } from '../../hcl/body.ts'
import { valuesWithin } from '../../hcl/look.ts'
import { joinPath } from '../../roots/repository-path.ts'
import type { GateInput, GateProblem, GateRule } from '../gate-rule.ts'
import { modulesOf } from '../module-calls.ts'
import type { GateFolder, GateView } from '../view.ts'

export const pathOutside: GateRule = {
  id: 'terraform-path-outside',
  check: async ({ head }: GateInput) => [
    ...(await linkProblems(head)),
    ...(await Promise.all(head.folders.map((folder) => moduleProblems(folder, head)))).flat(),
    ...head.folders.flatMap((folder) => [...callProblems(folder, head)]),
  ],
}

async function linkProblems({ tree, folders }: GateView): Promise<readonly GateProblem[]> {
  const links = [...tree.files].filter(([, { mode }]) => mode === 'symlink').map(([path]) => path)
  const inside = links.filter((path) => folders.some(({ folder }) => folder === '' || path.startsWith(`${folder}/`)))
  const read = inside.map(async (file): Promise<readonly GateProblem[]> => {
    const entry = await tree.read(file)
    if (entry.type !== 'refused') return []
    return [
      {
        message: `${file} is a symbolic link that cannot be followed: ${entry.reason}. Replace it by what it should hold.`,
        at: { file },
        value: file,
      },
    ]
  })
  return (await Promise.all(read)).flat()
}

async function moduleProblems(folder: GateFolder, { configuration }: GateView): Promise<readonly GateProblem[]> {
  const found = modulesOf(folder).map(async ({ name, address, at }): Promise<readonly GateProblem[]> => {
    if (address?.kind !== 'absolute' && address?.kind !== 'local') return []
    const path = address.kind === 'local' ? joinPath(folder.folder, address.path) : undefined
    const located = path === undefined ? undefined : await configuration.locateFolder(path)
    // A folder that is missing fails by itself.
    if (located !== undefined && ('path' in located || !located.isOpen)) return []
    const reason = located === undefined ? 'outside of the repository' : `of which nothing is known: ${located.reason}`
    const message = `Module ${name} is taken from ${address.path}, ${reason}: what lies there runs unreviewed. Bring it into the repository.`
    return [{ message, at, value: `${name} ${address.path}` }]
  })
  return (await Promise.all(found)).flat()
}

/** Functions that read a file of the machine; their first argument is its path. */
const fileFunctions = new Set([
  ...['file', 'fileexists', 'fileset', 'filebase64', 'templatefile', 'filemd5', 'filesha1', 'filesha256', 'filesha512'],
  ...['filebase64sha256', 'filebase64sha512'],
])

function* callProblems(folder: GateFolder, view: GateView): Generator<GateProblem> {
  for (const { body } of folder.files)
    for (const value of valuesWithin(body)) {
      if (value.type !== 'expression') continue
      for (const call of value.callSites ?? []) {
        // Functions of the language also answer to their full name.
        const name = call.name.replace(/^core::/, '')
        const reason = fileFunctions.has(name)
          ? outsideReason(call, folder, view)
          : name === 'pathexpand'
            ? { words: 'reads below the home folder of whoever runs it', severity: 'error' as const }
            : undefined
        if (reason === undefined) continue
        const message = `${name}(${shownArgument(call)}) ${reason.words}: secrets of the machine could get into the plan or out of it. Read files of the repository only.`
        yield { message, at: call.at, value: `${name} ${shownArgument(call)}`, severity: reason.severity }
      }
    }
}

type Reason = { readonly words: string; readonly severity: 'error' | 'warning' }

function outsideReason({ argument = [] }: HclCall, folder: GateFolder, view: GateView): Reason | undefined {
  const [first, ...rest] = argument
  if (first === undefined) return undefined
  const outside: Reason = { words: 'reads outside of the repository', severity: 'error' }
  const base = typeof first === 'string' ? undefined : basesOf(first.text, folder, view)
  if (typeof first !== 'string' && base === undefined)
    return isKnownSafe(first.text) ? undefined : { words: 'reads a file whose path is computed', severity: 'warning' }
  if (typeof first === 'string' && /^([/\\~]|[a-z]:)/i.test(first.trimStart())) return outside
  // Relative paths start where the tool runs: in the root module's folder.
  const starts = base ?? rootsOf(folder, view)
  // What is not known stands for a name; one that is `..` itself is for the plan to show.
  const path = (base === undefined ? argument : rest).map((part) => (typeof part === 'string' ? part : 'x')).join('')
  return starts.some((start) => joinPath(start, path) === undefined) ? outside : undefined
}

function basesOf(text: string, folder: GateFolder, view: GateView): readonly string[] | undefined {
  if (text === 'path.module') return [folder.folder]
  return text === 'path.root' || text === 'path.cwd' ? rootsOf(folder, view) : undefined
}

const rootsOf = (folder: GateFolder, { roots }: GateView): readonly string[] =>
  roots.filter(({ folders }) => folders.includes(folder)).map((root) => root.folder)

/** Names of files that a function found in the repository, by a path that is judged by itself. */
const isKnownSafe = (text: string) => /^(each\.(key|value)|self\.|fileset\()/.test(text)

const shownArgument = ({ argument = [] }: HclCall) =>
  argument
    .map((part) => (typeof part === 'string' ? part : `\${${part.text}}`))
    .join('')
    .slice(0, 100)
