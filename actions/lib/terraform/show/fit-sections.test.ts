import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitSections, neededRoom } from './fit-sections.ts'
import { bytesOf } from './markdown.ts'
import { blockSection, type Line, listSection, plain, prose, type Section } from './page.ts'
import { readMarkdown } from './testing/read-markdown.ts'

const item = (head: string, ...lines: readonly string[]) => ({ head, ...(lines.length > 0 && { body: () => lines }) })

describe('fitSections', () => {
  const sections = [
    ...blockSection('First', 'change', 'diff', [
      item('+ a', '+     x'),
      item('+ b', '+     y'),
      item('+ c'),
      item('+ d'),
      item('+ e'),
    ]),
    ...listSection('Second', 'remark', [['one'], ['two']]),
  ]

  it('shows all of it where there is room', () => {
    const { markdown, cut } = fitSections(sections, neededRoom(sections, Number.POSITIVE_INFINITY))
    expect(markdown).toBe(
      '**First**\n\n```diff\n+ a\n+     x\n+ b\n+     y\n+ c\n+ d\n+ e\n```\n\n**Second**\n\n- one\n- two\n',
    )
    expect(cut).toBe(false)
  })

  it('shows first what there is, then the details, and counts the rest', () => {
    const many = blockSection(
      'First',
      'change',
      'diff',
      Array.from({ length: 50 }, (_, index) => item(`+ ${index}`, '+     detail')),
    )
    const small = listSection('Second', 'remark', [['one']])
    const { markdown, cut } = fitSections([...many, ...small], 800)
    const { fences, prose: outside } = readMarkdown(markdown)
    expect(fences[0]?.lines.filter((line) => /^\+ \d/.test(line))).toHaveLength(50)
    const details = fences[0]?.lines.filter((line) => line.includes('detail')).length ?? 0
    expect(details).toBeGreaterThan(0)
    expect(outside).toContain(`Left out: the details of ${50 - details}.`)
    expect(outside).toContain('- one')
    expect(cut).toBe(true)
  })

  it('names a section that has no room at all', () => {
    const long = listSection('Long', 'remark', [[{ code: 'x'.repeat(900) }]])
    const { markdown } = fitSections([...sections, ...long], 900)
    expect(markdown).toContain('Left out, 1 section: Long.')
  })

  it('is empty where nothing fits', () => {
    expect(fitSections(sections, 50)).toEqual({ markdown: '', cut: true })
    expect(fitSections([], 50)).toEqual({ markdown: '', cut: false })
  })

  it('has a fence that is longer than the backticks of what is shown', () => {
    const [section] = blockSection('A', 'change', 'text', [item('a', 'x'), item('b', '`````')])
    if (section === undefined) throw new Error('no section')
    expect(fitSections([section], 1000).markdown).toContain('``````text\na\nx\nb\n`````\n``````\n')
  })

  it('never takes more than its room, whatever the sections', () => {
    const line = fc.oneof(
      fc.constantFrom('`'.repeat(200), '+ a', '', 'ü'),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
    )
    const visible = line.map((text) => text.replace(/[\r\n]/g, ' '))
    const body = fc.option(fc.array(visible, { minLength: 1, maxLength: 6 }), { nil: undefined })
    const items = fc.array(fc.tuple(visible, body), { minLength: 1, maxLength: 30 })
    const block = items.map((all): readonly Section[] =>
      blockSection(
        `Block (${all.length})`,
        'change',
        'diff',
        all.map(([head, lines]) => item(`+ ${head}`, ...(lines ?? []))),
      ),
    )
    const list = fc.array(visible, { minLength: 1, maxLength: 30 }).map((all): readonly Section[] =>
      listSection(
        'List',
        'remark',
        all.map((text): Line => [text]),
      ),
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(block, list), { maxLength: 6 }), fc.nat(2500), (all, room) => {
        const { markdown, cut } = fitSections(all.flat(), room)
        if (bytesOf(markdown) > room) throw new Error(`${bytesOf(markdown)} bytes in a room of ${room}`)
        readMarkdown(markdown)
        if (neededRoom(all.flat(), room) <= room) expect(cut).toBe(false)
      }),
      { numRuns: 1500, interruptAfterTimeLimit: 10_000 },
    )
  })
})

describe('prose', () => {
  it.each<[string, Line]>([
    ['plain', ['plain']],
    ['a `b` c', ['a ', { code: 'b' }, ' c']],
    ['`b`', [{ code: 'b' }]],
    ['a ` b', ['a ', '` b']],
    ['`a` ` b', [{ code: 'a' }, ' ', '` b']],
    ['', []],
  ])('reads %j', (text, line) => {
    expect(prose(text)).toEqual(line)
  })

  it('keeps every character but the marks of code', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(plain(prose(text)).replaceAll('`', '')).toBe(text.replaceAll('`', ''))
      }),
    )
  })
})
