// A plan as a unified diff, which `git apply` takes.
import { createTwoFilesPatch } from 'diff'
import type { FileChange } from '../request.ts'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** The diff of every file, in order. Carriage returns stay in the lines, as git has them. */
export function renderDiff(files: readonly FileChange[]): string {
  return files
    .map(({ path, before, after }) => {
      const from = before === undefined ? '/dev/null' : `a/${path}`
      const patch = createTwoFilesPatch(from, `b/${path}`, decoder.decode(before), decoder.decode(after), '', '', {
        context: 3,
        headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
      })
      const created = before === undefined ? 'new file mode 100644\n' : ''
      return `diff --git a/${path} b/${path}\n${created}${patch}`
    })
    .join('')
}
