// Puts a user's CustomResourceDefinitions into schemas/crds, where they come before the bundle.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { UserError } from '../../actions/lib/toolkit/user-error.ts'
import { readCrds } from './crds.ts'
import { isRecord, record } from './json.ts'
import { schemasFolder } from './sources.ts'

const maxBytes = 16 * 1024 * 1024

/**
 * Checks every CustomResourceDefinition of a YAML file and writes each as `<folder>/<plural>.<group>.yaml`, as it stands in the
 * file. Returns one line for each. Throws when there is none, when one is broken, or when the file is missing or too large.
 */
export function addCrds(file: string, folder = join(schemasFolder, 'crds')): readonly string[] {
  if (!existsSync(file) || !statSync(file).isFile()) {
    throw new UserError('There is no such file.', { where: file, next: 'give the path of a YAML file' })
  }
  if (statSync(file).size > maxBytes) {
    throw new UserError('The file is larger than 16 MiB.', { where: file, next: 'split it: one definition a file' })
  }
  const text = readFileSync(file, 'utf8')
  const kinds = readCrds(text, file, 'schemas/crds')
  if (kinds.size === 0) {
    throw new UserError('The file has no CustomResourceDefinition.', {
      where: file,
      next: 'give the CRD itself, not a resource of it',
    })
  }
  mkdirSync(folder, { recursive: true })
  return parseAllDocuments(text).flatMap((document) => {
    const value: unknown = document.toJS()
    if (!isRecord(value) || value.kind !== 'CustomResourceDefinition') return []
    // Checked: the name is <plural>.<group>, and the API server's names have no slash.
    const name = String(record(value.metadata).name)
    if (!/^[a-z0-9.-]+$/.test(name)) {
      throw new UserError(`${name} is no name for a CustomResourceDefinition.`, {
        where: file,
        next: 'use lower case letters, digits, - and .',
      })
    }
    const path = join(folder, `${name}.yaml`)
    const verb = existsSync(path) ? 'replaced' : 'added'
    writeFileSync(path, document.toString({ lineWidth: 0, directives: false }))
    return [`${verb} ${name}.yaml`]
  })
}
