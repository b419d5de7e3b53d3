// Our pages as GitHub's own parser of Markdown reads them (cmark-gfm, through its Python package).
import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { pythonWith } from '../../testing/native-tools.ts'
import { commentLimit, renderComment } from './comment.ts'
import { smallestPage } from './page-markdown.ts'
import { hostile, rootOf } from './testing/hostile.ts'
import {
  difference,
  makeChange,
  makePlan,
  makeRoot,
  makeTerraformReport,
  realisticReport,
} from './testing/terraform-report.ts'

const python = pythonWith('cmarkgfm', '2025.10.22')

/** Each text to HTML, and that to its elements: what is opened (with the kind of an address), closed, and the text between. */
const reader = `
import json, sys, cmarkgfm
from cmarkgfm.cmark import Options
from html.parser import HTMLParser
class Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.events = []
    def handle_starttag(self, tag, attrs): self.events.append(['open', tag, dict(attrs)])
    def handle_endtag(self, tag): self.events.append(['close', tag])
    def handle_data(self, data): self.events.append(['text', data])
    def handle_comment(self, data): self.events.append(['comment', data])
def read(markdown):
    html = cmarkgfm.github_flavored_markdown_to_html(markdown, Options.CMARK_OPT_UNSAFE)
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader.events
json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)
`

type Event = readonly ['open', string, Record<string, string | null>] | readonly ['close' | 'text' | 'comment', string]

function read(texts: readonly string[]): readonly (readonly Event[])[] {
  const output = execFileSync(python ?? '', ['-c', reader], { input: JSON.stringify(texts), maxBuffer: 1 << 28 })
  return JSON.parse(output.toString('utf8'))
}

const voidTags = new Set(['hr', 'br', 'img', 'input'])

/** Names of elements in order, or an error where they do not nest. */
function outline(events: readonly Event[]): readonly string[] {
  const open: string[] = []
  const tags: string[] = []
  for (const event of events) {
    if (event[0] === 'comment') tags.push('comment')
    if (event[0] === 'open') {
      tags.push(event[1])
      if (!voidTags.has(event[1])) open.push(event[1])
    }
    if (event[0] === 'close' && open.pop() !== event[1]) throw new Error(`</${event[1]}> closes nothing`)
  }
  if (open.length > 0) throw new Error(`${open.join(', ')} left open`)
  return tags
}

/** What a reader sees between the tags of one name. */
function textsOf(events: readonly Event[], tag: string): readonly string[] {
  const texts: string[] = []
  let depth = 0
  for (const event of events) {
    if (event[0] === 'open' && event[1] === tag) {
      depth += 1
      texts.push('')
    } else if (event[0] === 'close' && event[1] === tag) depth -= 1
    else if (event[0] === 'text' && depth > 0) texts[texts.length - 1] += event[1]
  }
  return texts
}

describe.skipIf(python === undefined)('GitHub’s own parser', () => {
  it('sees the realistic comment as it is meant', () => {
    const [events = []] = read([renderComment(realisticReport())])
    const tags = outline(events)
    expect(tags.filter((tag) => tag === 'details')).toHaveLength(4)
    expect(textsOf(events, 'th')).toEqual([
      '',
      'Root',
      'Create',
      'Update',
      'Replace',
      'Destroy',
      'Other',
      'Wave',
      'Guards',
    ])
    expect(textsOf(events, 'td')).toHaveLength(5 * 9)
    expect(textsOf(events, 'pre')).toContain(
      '+ ionoscloud_s3_bucket.thumbnails\n+     name = "content-thumbnails"\n+     region = "eu-central-3"\n',
    )
    expect(new Set(tags)).toEqual(
      new Set([
        'h2',
        'table',
        'thead',
        'tr',
        'th',
        'tbody',
        'td',
        'code',
        'details',
        'summary',
        'b',
        'ul',
        'li',
        'p',
        'strong',
        'pre',
      ]),
    )
  })

  it('finds the same elements whatever the names and values are', () => {
    const page = (text: string) =>
      renderComment(makeTerraformReport({ roots: [rootOf(text)], unaffected: [text] }), { override: () => text })
    const [harmless = [], ...rest] = read(['harmless', ...hostile].map(page))
    // Backticks in a message mean code; a bar or a backslash shows a name as plain text.
    const shape = (events: readonly Event[]) => outline(events).filter((tag) => tag !== 'code')
    for (const [index, events] of rest.entries())
      expect([hostile[index], shape(events)]).toEqual([hostile[index], shape(harmless)])
  })

  it('shows each hostile value of a change as it is, line by line', () => {
    const value = (text: string) => text.replaceAll('\r\n', '\n')
    const texts = hostile.filter(
      (text) =>
        !/[\p{Cc}\p{Bidi_Control}]/u.test(text.replaceAll('\n', '')) && text.isWellFormed() && !text.includes('::'),
    )
    const pages = read(
      texts.map((text) => {
        const changes = [makeChange({ address: 'a.b', differences: [difference('x', undefined, text)] })]
        return renderComment(makeTerraformReport({ roots: [makeRoot({ plan: makePlan({ changes }) })] }))
      }),
    )
    expect(texts.length).toBeGreaterThan(12)
    for (const [index, events] of pages.entries()) {
      const lines = value(texts[index] ?? '').split('\n')
      const shown = lines.length === 1 ? ` ${lines[0]}` : lines.map((line) => `\n+       ${line}`).join('')
      expect(textsOf(events, 'pre')).toEqual([`+ a.b\n+     x =${shown}\n`])
    }
  })

  it('finds every page whole, whatever its budget', () => {
    const changes = Array.from({ length: 400 }, (_, index) =>
      makeChange({
        address: `a.b[${index}]`,
        action: index % 3 === 0 ? 'delete' : 'create',
        differences: [difference('x', '```', '<b>')],
      }),
    )
    const roots = [
      ...realisticReport().roots,
      ...hostile.map(rootOf),
      makeRoot({ root: 'large', plan: makePlan({ changes }) }),
    ]
    const budgets = Array.from(
      { length: 20 },
      (_, index) => smallestPage + index * Math.floor((commentLimit - smallestPage) / 20),
    )
    const pages = read(budgets.map((limit) => renderComment(makeTerraformReport({ roots }), { limit })))
    for (const events of pages) {
      const tags = new Set(outline(events))
      for (const tag of ['script', 'img', 'a', 'h1', 'failure', 'em', 'del', 'hr', 'blockquote'])
        expect(tags).not.toContain(tag)
    }
  })
})
