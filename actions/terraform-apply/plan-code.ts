// Whether a change touches what makes the plans: a run proves by which file it was started, not what that file started.
import { changedFiles } from '../lib/git/changed-files.ts'
import type { Tree } from '../lib/git/tree.ts'

/**
 * Files of the change that have part in making plans: the workflow, reusable workflows that it calls, and whatever stands beside a
 * local action that it uses (`./` and `$/`), since actions share code.
 * @param workflow path of the workflow's file
 */
export async function changedPlanCode(base: Tree, head: Tree, workflow: string): Promise<readonly string[]> {
  const places = new Set([workflow])
  const pending = [workflow]
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    for (const tree of [base, head]) {
      for (const use of await localUses(tree, file)) {
        if (places.has(use)) continue
        places.add(use)
        if (/\.ya?ml$/.test(use)) pending.push(use)
      }
    }
  }
  const touches = (path: string) =>
    [...places].some((place) => path === place || path.startsWith(`${parentOf(place)}/`))
  const isCode = (path: string) => (path.startsWith('.github/workflows/') ? places.has(path) : touches(path))
  return (await changedFiles(base, head)).filter(isCode)
}

/** Values of `uses` that stand in the repository, as paths. Read as text: a workflow that is no YAML runs nothing. */
async function localUses(tree: Tree, file: string): Promise<readonly string[]> {
  const entry = await tree.read(file)
  if (entry.type !== 'file') return []
  const text = new TextDecoder().decode(entry.bytes)
  return [...text.matchAll(/\buses["']?\s*:\s*["']?(?:\.|\$)\/([^\s"'#@]+)/g)].map(([, path = '']) =>
    path.replace(/\/$/, ''),
  )
}

const parentOf = (path: string) => path.slice(0, Math.max(path.lastIndexOf('/'), 0))
