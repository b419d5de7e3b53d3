// The settings of a tree, where what cannot be read must not count as nothing: it may be what forbids the thing that is done.
import type { Tree } from '../git/tree.ts'
import { UserError } from '../toolkit/user-error.ts'
import { parseSettings, type Settings } from './settings.ts'

export const settingsFile = '.github/seaworthy.yaml'

/** The settings and their text; empty where there is no file. Throws a UserError for one that cannot be read or is not valid. */
export async function readSettings(tree: Tree): Promise<{ readonly settings: Settings; readonly text: string }> {
  const entry = await tree.read(settingsFile)
  if (entry.type === 'missing') return { settings: {}, text: '' }
  if (entry.type !== 'file') {
    const why =
      entry.type === 'refused' ? entry.reason : `it is a ${entry.type === 'link' ? 'symbolic link' : 'folder'}`
    throw new UserError(`The settings cannot be read: ${why}.`, { where: settingsFile, next: 'make it a plain file' })
  }
  const text = new TextDecoder().decode(entry.bytes)
  return { settings: settingsOfText(text), text }
}

/** Settings out of their text. Throws a UserError with every problem at its line. */
export function settingsOfText(text: string, file = settingsFile): Settings {
  const { settings, problems } = parseSettings(text, file)
  if (settings !== undefined) return settings
  const lines = problems.map(({ file: at, line, column, message }) => `  ${at}:${line}:${column} ${message}`)
  throw new UserError(`The settings are not valid:\n${lines.join('\n')}`, {
    next: 'mend them; schemas/seaworthy.schema.json of Seaworthy’s repository describes every field',
  })
}
