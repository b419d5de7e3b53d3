// The engine's packages run natively: the program of cmd/engine, which answers frames.
import { spawn } from 'node:child_process'

export type Call = readonly [operation: string, input: Uint8Array | string]

const frame = (bytes: Uint8Array) => {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(bytes.length)
  return Buffer.concat([length, bytes])
}

/**
 * The answers of one process to calls one after the other, as it wrote them. Files are read from `directory`.
 * Rejects when the program cannot be started; an operation that fails is an answer `{"error": …}`.
 */
export function callNative(program: string, directory: string, calls: readonly Call[]): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, { cwd: directory, stdio: ['pipe', 'pipe', 'inherit'] })
    const output: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => output.push(part))
    child.once('error', reject)
    child.once('close', () => resolve(answers(Buffer.concat(output))))
    for (const [operation, input] of calls)
      child.stdin.write(Buffer.concat([frame(Buffer.from(operation)), frame(Buffer.from(input))]))
    child.stdin.end()
  })
}

function answers(output: Buffer): readonly string[] {
  const texts: string[] = []
  for (let rest = output; rest.length > 0; ) {
    const end = 5 + rest.readUInt32LE(1)
    const text = rest.subarray(5, end).toString()
    texts.push(rest[0] === 1 ? text : JSON.stringify({ error: text }))
    rest = rest.subarray(end)
  }
  return texts
}
