// Which versions have passed a smoke test, as the records in the tree say.
import { type PassedVersion, parseSmokeRecord } from '../../contracts/smoke-record.ts'
import type { Version } from '../../images/version.ts'
import type { TreeFiles } from '../places/tree-files.ts'
import { recordPath } from './state-files.ts'

export type Records =
  | { readonly file: string; readonly passed: readonly PassedVersion[] }
  | { readonly message: string; readonly file: string; readonly line?: number; readonly column?: number }

/** The record of an image in an environment; without one nothing has passed. */
export async function readRecord(
  files: TreeFiles,
  state: string,
  environment: string,
  image: string,
): Promise<Records> {
  const file = recordPath(state, environment, image)
  const opened = await files.open(file)
  if (opened.type === 'missing') return { file, passed: [] }
  if (opened.type === 'refused') return { file, ...(opened.refusals[0] ?? { message: 'it cannot be read' }) }
  const parsed = parseSmokeRecord(new TextDecoder().decode(opened.yaml.bytes), file)
  if (!('record' in parsed)) return { ...(parsed.problems[0] ?? { message: 'it is not valid' }), file }
  const { record } = parsed
  if (record.environment !== environment) {
    return {
      file,
      message: `it is a record of ${record.environment}, but stands in the folder of ${environment}: move it, or correct it`,
    }
  }
  return { file, passed: record.passed }
}

/** The newest pass of a version. A digest that is known on both sides decides; a tag alone may be trusted less, and is. */
export function findPass(passed: readonly PassedVersion[], version: Version): PassedVersion | undefined {
  return passed.find((one) =>
    version.digest !== undefined ? one.digest === version.digest : version.tag !== undefined && one.tag === version.tag,
  )
}
