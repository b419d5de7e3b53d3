// Which document of a file a line belongs to.
import type { YamlDocument, YamlSource } from '../../yaml/source-document.ts'

/** The document that contains a line, or starts last before it; the only one when no line is known. */
export function documentAtLine({ documents }: YamlSource, line: number | undefined): YamlDocument | undefined {
  if (line === undefined) return documents.length === 1 ? documents[0] : undefined
  return (
    documents.find((document) => document.startLine <= line && line <= document.endLine) ??
    documents.findLast((document) => document.startLine <= line) ??
    // Content may start below the line that its reader counts as the first, after a tag or an anchor.
    documents[0]
  )
}
