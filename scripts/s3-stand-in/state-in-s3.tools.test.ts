// States in S3 with `use_lockfile`, held to the same suite as those in files and behind HTTP.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { s3Backend } from '../../actions/lib/terraform/tool/testing/state-backends.ts'
import { stateSuite } from '../../actions/lib/terraform/tool/testing/state-suite.ts'
import { type S3, s3Program, startS3 } from './start-s3.ts'

const program = await s3Program()

describe.skipIf(program === undefined)('S3', () => {
  let server: S3
  beforeAll(async () => {
    server = await startS3(program ?? '', ['states'])
  })
  afterAll(() => server[Symbol.asyncDispose]())

  it('refuses to overwrite where it was asked not to: what locks stand on', async () => {
    const put = () =>
      fetch(`${server.endpoint}/states/once`, { method: 'PUT', headers: { 'if-none-match': '*' }, body: 'x' })
    expect([(await put()).status, (await put()).status]).toEqual([200, 412])
  })

  stateSuite('S3', () => s3Backend(server.endpoint, 'states'))
})
