import { describe, expect, it } from 'vitest'
import type { PreparedBump } from '../lib/bump/prepare.ts'
import type { PlannedSite } from '../lib/bump/request.ts'
import { bodyCharacters } from '../lib/github/fit-markdown.ts'
import { pullText } from '../lib/github/pulls.ts'
import type { MergedBump } from './merged-bumps.ts'
import { branchBody, pullRequestBody, tellsAll } from './pull-request-body.ts'

const image = 'ghcr.io/your-org/api'
const site = (environment: string): PlannedSite => ({
  image,
  file: `overlays/${environment}/kustomization.yaml`,
  line: 4,
  column: 13,
  form: 'images',
  applications: [],
  environments: [environment],
  old: '1.4.0',
  new: '1.5.0',
  changed: true,
})

function prepared(environment = 'staging', promotedFrom?: string): PreparedBump {
  const sites = [site(environment)]
  const scope = { environments: [environment], applications: [], files: [], targets: [] }
  const version = { tag: '1.5.0' }
  const request = { image, version, scope, ...(promotedFrom !== undefined && { promotedFrom }) }
  return {
    calls: [
      {
        outcome: 'changed',
        sites,
        refusals: [],
        notes: ['it was proved'],
        bumps: [{ image, version, build: undefined, sites }],
        requests: [request],
      },
    ],
    files: [],
  }
}

const bump = (name: string, tag: string, environments: readonly string[]): MergedBump => ({
  image: `ghcr.io/your-org/${name}`,
  version: { tag },
  build: undefined,
  environments,
})
const lastParagraph = (body: string) => body.split('\n\n').at(-1)?.split('\n')

describe('the text of a pull request', () => {
  it('of one change tells that change', () => {
    const { title, body } = pullRequestBody(prepared(), '-a\n+b\n', [])
    expect(title).toBe('Bump api to 1.5.0 in staging')
    expect(body).toMatch(/\| `ghcr\.io\/your-org\/api` \| `1\.4\.0` \| `1\.5\.0` \|[\s\S]*it was proved[\s\S]*-a\n\+b/)
    expect(body).not.toContain('Earlier')
    expect(lastParagraph(body)).toEqual([`Seaworthy-Bump: image=${image} tag=1.5.0 environments=staging`])
  })

  it('of several tells all of them, and those in its place not twice', () => {
    const earlier = [
      bump('web', '2.0.0', ['production']),
      bump('api', '1.4.9', ['staging']),
      bump('db', '18', ['staging']),
    ]
    const { title, body } = pullRequestBody(prepared('staging', 'dev'), 'x', earlier)
    expect(title).toBe('Bump 3 images in production, staging')
    expect(body).toContain(
      '- `ghcr.io/your-org/web` to `2.0.0` in production\n- `ghcr.io/your-org/db` to `18` in staging\n',
    )
    expect(body).not.toContain('1.4.9')
    expect(lastParagraph(body)).toEqual([
      'Seaworthy-Bump: image=ghcr.io/your-org/web tag=2.0.0 environments=production',
      'Seaworthy-Bump: image=ghcr.io/your-org/db tag=18 environments=staging',
      `Seaworthy-Bump: image=${image} tag=1.5.0 environments=staging`,
    ])
  })

  it('takes nothing for a trailer that could be markup', () => {
    const { body } = pullRequestBody(prepared(), 'x', [bump('<img src=x>@your-org', '1', ['staging'])])
    expect(lastParagraph(body)).toEqual([`Seaworthy-Bump: image=${image} tag=1.5.0 environments=staging`])
  })

  it('names no version where one image has two', () => {
    const { title } = pullRequestBody(prepared(), 'x', [bump('api', '1.4.9', ['production'])])
    expect(title).toBe('Bump api in production, staging')
  })

  it('says that it promotes where it does nothing else', () => {
    expect(pullRequestBody(prepared('production', 'staging'), 'x', []).title).toBe('Promote api to 1.5.0 in production')
  })

  it('keeps the trailers when it is cut', () => {
    const many = Array.from({ length: 120 }, (_, index) => bump(`app-${index}`, '1', ['staging']))
    const { body } = pullText(pullRequestBody(prepared(), '+ long line of a diff\n'.repeat(10_000), many), [
      '0'.repeat(16),
    ])
    expect(body.length).toBeLessThanOrEqual(bodyCharacters)
    expect(body).toContain('are left out: GitHub takes no more text here.')
    expect(body.match(/^Seaworthy-Bump: /gm)).toHaveLength(121)
    expect(body.match(/<details>/g)).toHaveLength(body.match(/<\/details>/g)?.length ?? 0)
  })

  it('has the newest trailers where there are too many, and says so', () => {
    const many = Array.from({ length: 3000 }, (_, index) => bump(`app-${index}`, '1', ['staging']))
    const { body } = pullText(pullRequestBody(prepared(), 'x', many), [])
    expect(body.length).toBeLessThanOrEqual(bodyCharacters)
    const lines = body.match(/^Seaworthy-Bump: .*/gm) ?? []
    expect(lines.at(-1)).toContain(`image=${image} `)
    expect(body).toContain(
      `The builds of ${(3001 - lines.length).toLocaleString('en-US')} older bumps are not told below`,
    )
    expect(tellsAll(body, many)).toBe(false)
  })
})

describe('the text after others have written too', () => {
  const bumps = [bump('web', '2.0.0', ['production']), bump('api', '1.5.0', ['staging'])]

  it('tells all that the branch brings', () => {
    const { title, body } = branchBody(bumps)
    expect(title).toBe('Bump 2 images in production, staging')
    expect(tellsAll(pullText({ title, body }, ['0'.repeat(16)]).body.replaceAll('\n', '\r\n'), bumps)).toBe(true)
  })

  it('is needed where one is not told', () => {
    expect(tellsAll(branchBody(bumps.slice(1)).body, bumps)).toBe(false)
  })
})
