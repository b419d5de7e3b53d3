// What a secret value holds: a document of credentials leaks by any of them, and rarely as a whole.
import { searchFor } from './sought.ts'

/** Above this a value is looked for as it is, and not read. */
const maxRead = 1024 * 1024
const maxDepth = 4
/** Of one value. */
const maxParts = 20_000

/** Under such a name a short value counts too. */
const secretName = /pass|pwd|secret|token|key|pin|auth|cred|private/i

/**
 * The value itself and what is secret inside it: leaves of JSON, what base64 stands for, the lines of a text, values in lines
 * such as `name: value` and `NAME=value`, the password in a URL. Of parts only those that `searchFor` looks for, and short ones
 * only under a name that says so.
 */
export function secretParts(value: string): readonly string[] {
  const found = new Set<string>([value])
  readText(value, found, 0)
  return [...found]
}

function readText(text: string, found: Set<string>, depth: number): void {
  if (depth > maxDepth || text.length > maxRead) return
  const add = (part: string, name = '') => {
    const search = searchFor(part)
    if (search === 'never' || (search === 'word' && !secretName.test(name))) return
    if (found.has(part) || found.size >= maxParts) return
    found.add(part)
    readText(part, found, depth + 1)
  }
  add(text.trim())
  const json = parseJson(text)
  if (json !== undefined) {
    addLeaves(json, add)
    return
  }
  const decoded = decodeBase64(text)
  if (decoded !== undefined) add(decoded)
  const password = urlPassword(text)
  if (password !== undefined) add(password, 'password')
  if (text.includes('\n')) for (const line of text.split(/\r?\n|\r/)) addLine(line.trim(), add)
}

function addLine(line: string, add: (part: string, name?: string) => void): void {
  const pair = /^(?:- +|export +)?["']?([\w.-]{1,100})["']?(?:: +| *= *|:$)(.*)$/.exec(line)
  // Base64 may end in `=` and fits the pattern, without a value.
  if (pair?.[2] === undefined || /^=*$/.test(pair[2])) {
    if (!/^[\w.-]+:$/.test(line)) add(line)
    return
  }
  const value = pair[2].replace(/[,;]$/, '').replace(/^(["'])(.*)\1$/, '$2')
  // Sentences are not secrets; the whole text is looked for all the same.
  if (!/\s/.test(value) || secretName.test(pair[1] ?? '')) add(value, pair[1])
}

function addLeaves(json: unknown, add: (part: string, name?: string) => void): void {
  const pending: [unknown, string][] = [[json, '']]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [value, name] = next
    if (typeof value === 'string') add(value, name)
    else if (typeof value === 'number') add(String(value), name)
    else if (Array.isArray(value)) for (const item of value) pending.push([item, name])
    else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) pending.push([item, key])
    }
  }
}

function parseJson(text: string): unknown {
  if (!/^\s*[[{"]/.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function decodeBase64(text: string): string | undefined {
  const compact = text.replace(/\s/g, '')
  if (!/^[\w+/-]{16,}={0,2}$/.test(compact)) return undefined
  try {
    const decoded = new TextDecoder('utf-8', { fatal: true }).decode(
      Buffer.from(compact.replaceAll('-', '+').replaceAll('_', '/'), 'base64'),
    )
    // biome-ignore lint/suspicious/noControlCharactersInRegex: bytes that happen to be UTF-8 are no text
    return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(decoded) ? undefined : decoded
  } catch {
    return undefined
  }
}

function urlPassword(text: string): string | undefined {
  const password = /^[a-z][a-z0-9+.-]*:\/\/[^\s/@:]*:([^\s/@]+)@/i.exec(text.trim())?.[1]
  try {
    return password === undefined ? undefined : decodeURIComponent(password)
  } catch {
    return password
  }
}
