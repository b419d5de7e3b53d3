// Kustomizations as rules read them: parsed only where the text can hold what the rule looks for.
import type { JsonValue } from '../kubernetes/object.ts'
import type { SourceFile, World } from './rule.ts'
import { listAt } from './values.ts'

export type KustomizationDocument = {
  readonly file: SourceFile
  readonly document: number
  readonly content: JsonValue
}

/**
 * The documents of kustomizations whose text matches. Parsing all of them takes longer than all rules together, and
 * most have neither URLs nor charts nor secrets. An escape in a quoted text may spell anything, so a backslash matches.
 */
export function* kustomizations(world: World, pattern: RegExp): Iterable<KustomizationDocument> {
  for (const file of world.sources) {
    if (file.kind !== 'kustomization' || file.text === undefined) continue
    if (!file.text.includes('\\') && !pattern.test(file.text)) continue
    for (const [document, content] of listAt(file.documents).entries()) yield { file, document, content }
  }
}
