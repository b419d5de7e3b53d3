// How long a program takes until a person reads something: from its start to its first line that is no command to the runner.
import { spawn } from 'node:child_process'

/** Seconds from the start of a command to its first useful line on stdout; the program is ended then. */
export function measureFirstLine(
  command: readonly [string, ...string[]],
  env: Readonly<Record<string, string>>,
): Promise<number> {
  const [program, ...args] = command
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: { ...env }, stdio: ['ignore', 'pipe', 'ignore'] })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const lines = said.split('\n').slice(0, -1)
      if (!lines.some((line) => line !== '' && !line.startsWith('::'))) return
      resolve((performance.now() - started) / 1000)
      child.kill('SIGKILL')
    })
    child.once('error', reject)
    child.once('close', () => reject(new Error(`${command.join(' ')} ended without a line: ${said}`)))
  })
}

/** What bump-image needs of a runner to say what it is about to do. Nothing listens at the address. */
export const bumpEnvironment: Readonly<Record<string, string>> = {
  PATH: process.env.PATH ?? '',
  GITHUB_ACTIONS: 'true',
  GITHUB_API_URL: 'http://127.0.0.1:9',
  GITHUB_REPOSITORY: 'your-org/platform',
  INPUT_IMAGES: 'ghcr.io/your-org/api:1.5.0',
  INPUT_ENVIRONMENTS: 'staging',
  INPUT_TOKEN: 'token',
}
