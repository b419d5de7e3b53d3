// The same on a server that speaks S3, with `use_lockfile`.
import { test } from 'vitest'
import { s3Backend } from './testing/state-backends.ts'
import { stateSuite } from './testing/state-suite.ts'

/** Such as `http://127.0.0.1:9000/states`: a server and a bucket that is there and may be read by anybody. */
const address = process.env.SEAWORTHY_TEST_S3

if (address === undefined) test.skip('needs SEAWORTHY_TEST_S3')
else stateSuite('S3', () => s3Backend(new URL(address).origin, new URL(address).pathname.slice(1)))
