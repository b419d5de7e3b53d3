// Every scalar of every object that kubectl renders is asked for, and the line that is answered must hold it.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SourceLocation } from '../../findings/finding.ts'
import { hasKubectl, kubectlBuild, leavesOf, readBelow } from './kubectl-build.ts'
import { createLocator } from './locator.ts'

const repository = resolve(import.meta.dirname, '../../../..')
const fixtures = resolve(import.meta.dirname, '__fixtures__')
const overlays: readonly (readonly [string, string])[] = [
  ...['overlays/prod', 'overlays/staging', 'overlays/prod-mesh', 'monitoring'].map(
    (path) => [resolve(repository, 'gitops/aiwfe'), path] as const,
  ),
  [fixtures, 'shop/overlays/live'],
]

const withKubectl = hasKubectl()
if (!withKubectl) console.warn('kubectl is missing: no rendered leaf was compared with its source')

describe.skipIf(!withKubectl)('every leaf that kubectl renders', () => {
  it.each(overlays.filter(([root, path]) => existsSync(`${root}/${path}`)))('%s %s', async (root, path) => {
    const readText = readBelow(root)
    const locator = createLocator(readText)
    const wrong: string[] = []
    let leaves = 0
    for (const { object, origin } of kubectlBuild(root, path)) {
      for (const [pointer, value] of leavesOf(object)) {
        leaves += 1
        const at = await locator.locate({ origin: {}, object, pointer, source: { type: 'kustomize', path } })
        const line = await lineAt(readText, at)
        if (!holds(line, value, pointer, origin.generator !== undefined)) {
          wrong.push(
            `${object.kind} ${object.metadata.name} ${pointer} = ${JSON.stringify(value)?.slice(0, 80)} → ${at.file}:${at.line} ${line}`,
          )
        }
      }
    }
    console.info(`${path}: ${leaves - wrong.length} of ${leaves} leaves`)
    expect(wrong).toEqual([])
  })
})

async function lineAt(readText: (path: string) => Promise<string | undefined>, at: SourceLocation): Promise<string> {
  return at.line === undefined ? '' : ((await readText(at.file))?.split(/\r?\n/)[at.line - 1] ?? '')
}

/** Whether a line of the source says the value, or is an entry of a kustomization that makes it. */
function holds(line: string, value: unknown, pointer: string, isGenerated: boolean): boolean {
  const written = line.trim().replace(/^- /, '')
  const text = String(value)
  if (written.includes(text) || written.includes(JSON.stringify(value))) return true
  const key = (pointer.split('/').at(-1) ?? '').replaceAll('~1', '/').replaceAll('~0', '~')
  // Text over several lines starts below its key.
  if (/[|>][+-]?$/.test(written) && text.includes('\n')) return /^[|>]/.test(written) || written.startsWith(`${key}:`)
  const says = written.replace(/^[^:]*:\s*/, '').replaceAll(/^["']|["']$/g, '')
  if (/^(newTag|newName|digest|namePrefix|nameSuffix|count):/.test(written)) return text.includes(says)
  // A reference by name takes the prefixes, suffixes and hash of what it refers to.
  if (/name$/i.test(key) && /^[a-zA-Z]*name:/i.test(written) && text.includes(says)) return true
  if (/^(fieldPaths: )?[\w.[\]=*/\\-]+$/.test(written) && new RegExp(`\\.${key}\\]?$`).test(written)) return true // a field path of a replacement
  if (!isGenerated) return false
  if (pointer === '/kind' || pointer === '/apiVersion') return written.startsWith('name:')
  return (
    /^\/(data|binaryData)\//.test(pointer) &&
    (written.startsWith(`${key}=`) || written.endsWith(`/${key}`) || written === key)
  )
}
