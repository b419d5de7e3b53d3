// Opens a sealed plan for a person who has its key.
import { existsSync } from 'node:fs'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { putBackCommands } from '../../lib/terraform/applying/put-back-state.ts'
import { placeCarried } from '../../lib/terraform/envelope/carry.ts'
import type { Envelope } from '../../lib/terraform/envelope/envelope.ts'
import { type PlanKey, readKeys } from '../../lib/terraform/envelope/keys.ts'
import { openPlan, readEnvelope } from '../../lib/terraform/envelope/open.ts'
import { holdsState, type Part } from '../../lib/terraform/envelope/seal.ts'
import { oneLine } from '../../lib/text/words.ts'
import { displayCommand } from '../../lib/toolkit/exec.ts'
import { errorMessage, UserError } from '../../lib/toolkit/user-error.ts'
import { type Arguments, exitCodes, type Terminal } from '../command.ts'
import { readBytes } from '../read-bytes.ts'
import { describeEnvelope } from './describe-envelope.ts'

const maxSealedBytes = 260 * 1024 * 1024
const maxKeyBytes = 64 * 1024
const keysVariable = 'SEAWORTHY_PLAN_KEYS'
const fileNames: Readonly<Record<Part['kind'], string>> = {
  plan: 'plan',
  json: 'plan.json',
  text: 'plan.txt',
  carried: 'carried',
  state: 'terraform.tfstate',
}

/** Returns the exit code. Throws a UserError where it cannot be opened; then nothing was written. */
export async function runOpen({ values, positionals }: Arguments, terminal: Terminal): Promise<number> {
  const [path] = positionals
  if (path === undefined)
    throw new UserError('Nothing says which plan.', { next: 'name a file of the artifact that the plans are in' })
  if (typeof values.out !== 'string')
    throw new UserError('Nothing says where to write.', { next: 'name a new folder: --out DIR' })
  if (path === '-' && values.keys === '-')
    throw new UserError('The plan and its key cannot both come by stdin.', { next: 'give one of them as a file' })
  const folder = resolve(terminal.cwd, values.out)
  await requireFree(folder)
  const bytes = await readBytes(terminal, path, {
    maxBytes: maxSealedBytes,
    next: 'name a file of the artifact that the plans are in',
  })
  const isSealed = readEnvelope(bytes, path).encryption.cipher !== 'none'
  const keys = isSealed ? await readPlanKeys(values.keys, terminal) : []
  const { envelope, parts } = openPlan(bytes, keys, { where: path, unencrypted: true })
  await writeParts(folder, parts)
  const isState = holdsState(envelope)
  const lines = [
    ...(isState ? [`This is the STATE of ${envelope.root}, which its backend did not take.`, ''] : []),
    ...describeEnvelope(envelope),
    '',
    `Written to ${folder}:`,
    ...written(parts).map((name) => `  ${name}`),
    '',
    ...(isState ? howToPutBack(envelope, folder) : howToLook(envelope, folder)),
  ]
  await terminal.write(`${lines.map(oneLine).join('\n')}\n`)
  if (!isSealed) terminal.warn('warning: It was not encrypted: nothing proves that nobody changed it.\n')
  const secret = isState
    ? 'terraform.tfstate holds every secret of the root'
    : 'plan and plan.json hold every secret of the plan'
  terminal.warn(`warning: ${secret} in clear. Remove the folder when you are done.\n`)
  return exitCodes.done
}

function howToLook({ path, tool, toolVersion }: Envelope, folder: string): readonly string[] {
  const place = path === '.' ? 'the root of the repository' : path
  return [
    `To look at it: plan.txt; or, in ${place} after \`${tool} init\`, with ${tool} ${toolVersion}:`,
    `  ${displayCommand(tool, ['show', join(folder, fileNames.plan)])}`,
  ]
}

function howToPutBack(envelope: Envelope, folder: string): readonly string[] {
  return [
    'Put it back before anything else is planned. In the clone, at that commit (where the settings have backend-config, give it to init):',
    ...putBackCommands(envelope, join(folder, fileNames.state)).map((command) => `  ${command}`),
  ]
}

async function readPlanKeys(given: Arguments['values'][string], terminal: Terminal): Promise<readonly PlanKey[]> {
  if (typeof given === 'string') {
    const next = 'name a file with the key; a key itself does not belong on a command line'
    const bytes = await readBytes(terminal, given, { maxBytes: maxKeyBytes, next })
    return readKeys(bytes.toString('utf8'), given === '-' ? 'stdin' : given)
  }
  const text = terminal.environment[keysVariable]
  if (text !== undefined && text !== '') return readKeys(text, keysVariable)
  throw new UserError('The plan is encrypted, and there is no key.', {
    next: `give the key that it was sealed with: --keys FILE, or the variable ${keysVariable}`,
  })
}

/** Throws a UserError where something is there already. */
async function requireFree(folder: string): Promise<void> {
  if (!existsSync(folder)) return
  const names = await readdir(folder).catch(() => undefined)
  if (names?.length === 0) return
  throw new UserError(names === undefined ? 'This is no folder that can be read.' : 'The folder is not empty.', {
    where: folder,
    next: 'name one that is not there yet',
  })
}

/** All of them or none. */
async function writeParts(folder: string, parts: readonly Part[]): Promise<void> {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 })
  const carried = parts.filter(({ kind }) => kind === 'carried')
  try {
    for (const { kind, bytes } of parts)
      if (kind !== 'carried') await writeFile(join(folder, fileNames[kind]), bytes, { flag: 'wx', mode: 0o600 })
    if (carried.length === 0) return
    await mkdir(join(folder, fileNames.carried), { mode: 0o700 })
    const forOneself = carried.map((part) => ({ ...part, mode: (part.mode ?? 0) & 0o100 ? 0o700 : 0o600 }))
    await placeCarried(join(folder, fileNames.carried), forOneself)
  } catch (cause) {
    for (const name of Object.values(fileNames)) await rm(join(folder, name), { recursive: true, force: true })
    if (made !== undefined) await rm(folder, { recursive: true, force: true })
    if (cause instanceof UserError) throw cause
    throw new UserError(`The plan cannot be written: ${errorMessage(cause)}`, {
      where: folder,
      next: 'name another folder',
      cause,
    })
  }
}

const written = (parts: readonly Part[]) =>
  parts.map(({ kind, path }) => (kind === 'carried' ? `${fileNames.carried}/${path}` : fileNames[kind]))
