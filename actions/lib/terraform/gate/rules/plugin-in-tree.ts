// Programs in the tree that init or plan would start: an implied mirror, a data folder, a provider's binary.
import type { Tree } from '../../../git/tree.ts'
import { nameOf } from '../../roots/repository-path.ts'
import type { GateProblem, GateRule } from '../gate-rule.ts'

export const pluginInTree: GateRule = {
  id: 'terraform-plugin-in-tree',
  check: async ({ head }) => {
    const { tree } = head
    const found = new Map<string, GateProblem>()
    for (const [path, { mode }] of tree.files) {
      const folder = specialFolder(path)
      if (folder !== undefined) {
        const message = `${folder.path} is in the repository: ${folder.why}. Remove it.`
        if (!found.has(folder.path)) found.set(folder.path, { message, at: { file: path }, value: folder.path })
      } else if (
        isPluginName(path) &&
        (mode === 'executable' || /\.(exe|zip)$/i.test(path) || (await isProgram(tree, path)))
      ) {
        const message = `${path} is named like a plugin, which Terraform starts where it finds it. Remove it: providers come from a registry, pinned by the lock file.`
        found.set(path, { message, at: { file: path }, value: path })
      } else if (mode === 'executable' && isBelowRoot(path, head.roots) && (await isProgram(tree, path))) {
        const message = `${path} is a compiled program beside Terraform's configuration, which nobody can review. Remove it, or build it where it is used.`
        found.set(path, { message, at: { file: path }, value: path, severity: 'warning' })
      }
    }
    return found.values()
  },
}

const folders: Readonly<Record<string, string>> = {
  'terraform.d': 'Terraform takes providers from terraform.d/plugins without asking a registry, and starts them',
  '.terraform':
    'what init writes there (providers, modules, the backend) would be used instead of what the configuration says',
}

function specialFolder(path: string): { readonly path: string; readonly why: string } | undefined {
  const names = path.split('/')
  const index = names.findIndex((name) => Object.hasOwn(folders, name))
  const why = folders[names[index] ?? '']
  return why === undefined ? undefined : { path: names.slice(0, index + 1).join('/'), why }
}

const isPluginName = (path: string) => /^(terraform|tofu)-(provider|provisioner)-/i.test(nameOf(path))

const isBelowRoot = (path: string, roots: readonly { readonly folder: string }[]) =>
  roots.some(({ folder }) => folder !== '' && path.startsWith(`${folder}/`))

/** How ELF, Mach-O (both orders, fat) and Windows programs start. */
const magics = ['7f454c46', 'feedface', 'feedfacf', 'cefaedfe', 'cffaedfe', 'cafebabe', '4d5a']

async function isProgram(tree: Tree, path: string): Promise<boolean> {
  const entry = await tree.read(path)
  // What is too large to be read is no configuration.
  if (entry.type === 'refused') return true
  if (entry.type !== 'file') return false
  const start = Buffer.from(entry.bytes.subarray(0, 4)).toString('hex')
  return magics.some((magic) => start.startsWith(magic))
}
