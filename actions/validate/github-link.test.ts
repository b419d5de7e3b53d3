import { expect, it } from 'vitest'
import { linkTo } from './github-link.ts'

it('points at a line, whatever the file is called', () => {
  const place = { server: 'https://github.com', repository: 'your-org/platform', commit: 'abc' }
  expect(linkTo(place, { file: 'a b/c)(#?|.md', line: 3 })).toBe(
    'https://github.com/your-org/platform/blob/abc/a%20b/c%29%28%23%3F%7C.md?plain=1#L3',
  )
  expect(linkTo(place, { file: 'x.yaml' })).toBe('https://github.com/your-org/platform/blob/abc/x.yaml?plain=1')
})
