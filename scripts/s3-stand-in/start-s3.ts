// Starts an S3 server on loopback that keeps objects in memory and knows conditional writes.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { goProgram } from '../go-program.ts'

export type S3 = AsyncDisposable & { readonly endpoint: string }

/** Where the program is, built when it is not yet; undefined where that is not possible. */
export async function s3Program(): Promise<string | undefined> {
  const folder = await goProgram({ sources: import.meta.dirname, name: 's3-stand-in' })
  return folder === undefined ? undefined : join(folder, 's3-stand-in')
}

/** @param buckets that are there from the beginning */
export async function startS3(program: string, buckets: readonly string[]): Promise<S3> {
  const server = spawn(program, buckets, { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(server, 'exit')
  const [endpoint] = (await Promise.race([
    once(createInterface({ input: server.stdout }), 'line'),
    ended.then(() => Promise.reject(new Error('the S3 server ended before it said where it is'))),
  ])) as [string]
  return {
    endpoint,
    [Symbol.asyncDispose]: async () => {
      server.stdin.end()
      await ended
    },
  }
}
