import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitMarkdown } from './fit-markdown.ts'

const notice = ({ lines, of }: { lines: number; of: number }) => `LEFT OUT ${lines} of ${of}`

describe('cuts', () => {
  it('nothing that fits', () => {
    expect(fitMarkdown('a\nb', { characters: 3 }, notice)).toBe('a\nb')
  })

  it('at the end of a line, and says so', () => {
    expect(fitMarkdown('one\ntwo\nthree three three three', { characters: 27 }, notice)).toBe(
      'one\ntwo\n\nLEFT OUT 1 of 3',
    )
  })

  it('with the fence closed by its own marks', () => {
    const text = ['````yaml', 'a: 1', '```', `b: ${'x'.repeat(50)}`, '````', 'end'].join('\n')
    expect(fitMarkdown(text, { characters: 45 }, notice)).toBe('````yaml\na: 1\n```\n````\n\nLEFT OUT 3 of 6')
  })

  it('with every <details> closed', () => {
    const text = ['<details>', '<summary>More</summary>', '', 'one', `two ${'x'.repeat(80)}`, '</details>'].join('\n')
    expect(fitMarkdown(text, { characters: 80 }, notice)).toBe(
      '<details>\n<summary>More</summary>\n\none\n\n</details>\n\nLEFT OUT 2 of 6',
    )
  })

  it('not in the middle of a summary or a comment', () => {
    const text = ['text', '<details><summary>', 'a title', `${'x'.repeat(99)}</summary>`, '</details>'].join('\n')
    expect(fitMarkdown(text, { characters: 70 }, notice)).toBe('text\n\nLEFT OUT 4 of 5')
    const comment = ['text', '<!--', 'hidden', `${'x'.repeat(99)}-->`].join('\n')
    expect(fitMarkdown(comment, { characters: 40 }, notice)).toBe('text\n\nLEFT OUT 3 of 4')
  })

  it('tags in code do not count', () => {
    const text = ['`<details>`', '```', '<details>', '```', 'x'.repeat(60)].join('\n')
    expect(fitMarkdown(text, { characters: 60 }, notice)).toBe('`<details>`\n```\n<details>\n```\n\nLEFT OUT 1 of 5')
  })

  it('by bytes', () => {
    expect(fitMarkdown('ää\nää\nää\nöööööööööööö', { bytes: 34 }, notice)).toBe('ää\nää\nää\n\nLEFT OUT 1 of 4')
  })

  it('everything, when not even the notice fits', () => {
    expect(fitMarkdown('some text', { characters: 5 }, notice)).toBe('')
  })
})

const line = fc.constantFrom(
  'text',
  '',
  '```',
  '```yaml',
  '````',
  '~~~',
  '~~~~ x',
  '   ```',
  '<details>',
  '<details open>',
  '<summary>s</summary>',
  '<details><summary>s</summary>',
  '</details>',
  '`<details>`',
  '<!-- comment -->',
  '<!-- open',
  'closed -->',
  '| a | b |',
  'ünïcödé 🚢 text',
  'x'.repeat(40),
  'carriage\r',
)
const markdown = fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n'))

it('is within its limit', () => {
  fc.assert(
    fc.property(markdown, fc.integer({ min: 0, max: 400 }), (text, limit) => {
      expect(fitMarkdown(text, { characters: limit }, notice).length).toBeLessThanOrEqual(limit)
      expect(Buffer.byteLength(fitMarkdown(text, { bytes: limit }, notice))).toBeLessThanOrEqual(limit)
    }),
    { numRuns: 1000 },
  )
})

it('says what was left out, and ends outside of fences', () => {
  fc.assert(
    fc.property(markdown, fc.integer({ min: 30, max: 400 }), (text, limit) => {
      const fitted = fitMarkdown(text, { characters: limit }, notice)
      if (fitted === text) return
      const lines = fitted.split('\n')
      expect(lines.at(-1)).toMatch(/^LEFT OUT \d+ of \d+$/)
      expect(openFence(lines)).toBeUndefined()
      const kept = text.split('\n').length - Number(/\d+/.exec(lines.at(-1) ?? '')?.[0])
      expect(lines.slice(0, kept)).toEqual(text.split('\n').slice(0, kept))
    }),
    { numRuns: 1000 },
  )
})

it('keeps tags balanced in text that is well formed', () => {
  const block: fc.Arbitrary<string> = fc.letrec((tie) => ({
    block: fc.oneof(
      { depthSize: 'small' },
      fc.constant('text'),
      fc.constantFrom('```\n<details>\ncode\n```', '~~~~\n```\ncode\n~~~~', '`</details>`'),
      fc.array(tie('block') as fc.Arbitrary<string>, { minLength: 1, maxLength: 4 }).map((some) => {
        return `<details>\n<summary>s</summary>\n\n${some.join('\n\n')}\n\n</details>`
      }),
    ),
  })).block as fc.Arbitrary<string>
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), fc.integer({ min: 40, max: 500 }), (blocks, limit) => {
      const fitted = fitMarkdown(blocks.join('\n\n'), { characters: limit }, notice)
      const prose = withoutCode(fitted.split('\n')).join('\n')
      const count = (tag: RegExp) => prose.match(tag)?.length ?? 0
      expect(count(/<details>/g)).toBe(count(/<\/details>/g))
      expect(count(/<summary>/g)).toBe(count(/<\/summary>/g))
    }),
    { numRuns: 1000 },
  )
})

/** The fence that is open at the end, by the rule of the specification alone. */
function openFence(lines: readonly string[]): string | undefined {
  let open: string | undefined
  let html = false
  let comment = false
  for (const raw of lines) {
    const text = raw.replace(/\r$/, '')
    if (open === undefined && /<!--/.test(text.replace(/`[^`]*`/g, ''))) comment = true
    const wasComment = comment
    if (open === undefined && /-->/.test(text)) comment = false
    if (wasComment) continue
    html = text.trim() === '' ? false : html || /^ {0,3}<\/?(details|summary)/.test(text)
    if (open !== undefined) {
      const close = /^ {0,3}([`~]{3,})\s*$/.exec(text)?.[1]
      if (close?.startsWith(open) && new Set(close).size === 1) open = undefined
    } else if (!html) {
      open = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(text)?.[1]
    }
  }
  return open
}

function withoutCode(lines: readonly string[]): readonly string[] {
  let fence: string | undefined
  return lines.flatMap((text) => {
    const mark = /^(`{3,}|~{3,})/.exec(text)?.[1]
    if (fence !== undefined) {
      if (mark === fence) fence = undefined
      return []
    }
    fence = mark
    return mark === undefined ? [text.replace(/`[^`]*`/g, '')] : []
  })
}
