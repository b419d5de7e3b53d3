// node scripts/schemas.ts update | verify | pin NAME VERSION | add FILE: the schemas that verdicts are made with.
import { parseArgs } from 'node:util'
import { UserError } from '../actions/lib/toolkit/user-error.ts'
import { addCrds } from './schemas/add.ts'
import { verify } from './schemas/lock.ts'
import { writePin } from './schemas/modules.ts'
import { sources } from './schemas/sources.ts'
import { update } from './schemas/update.ts'

const usage = `Usage: node scripts/schemas.ts COMMAND

  update            make schemas/bundle and schemas.lock.json again from the pinned modules (needs Go and the network)
  verify            compare bundle, lock and pins (no network)
  pin NAME VERSION  pin a source to another version of its module, then run update (needs Go and the network)
  add FILE...       check CustomResourceDefinitions and put them into schemas/crds`

async function main(command: string | undefined, args: readonly string[]): Promise<void> {
  const say = (line: string) => console.log(line)
  if (command === 'update' && args.length === 0) return update(say)
  if (command === 'verify' && args.length === 0) {
    const problems = verify()
    if (problems.length > 0) {
      throw new UserError(`The schemas are stale:\n${problems.map((line) => `  - ${line}`).join('\n')}`, {
        next: 'run: node scripts/schemas.ts update, look at the difference, and commit it',
      })
    }
    return say(`schemas: ${sources.length} sources, bundle as locked`)
  }
  const [name, version] = args
  if (command === 'pin' && name !== undefined && version !== undefined && args.length === 2) {
    const source = sources.find((candidate) => candidate.name === name)
    if (source === undefined) {
      throw new UserError(`There is no source ${name}.`, {
        next: `use one of: ${sources.map((item) => item.name).join(', ')}`,
      })
    }
    const pin = await writePin(source, version)
    return say(`${name}: ${pin.module} ${pin.version}`)
  }
  if (command === 'add' && args.length > 0) {
    for (const file of args) for (const line of addCrds(file)) say(line)
    return
  }
  throw new UserError(usage)
}

try {
  const { positionals } = parseArgs({ allowPositionals: true })
  await main(positionals[0], positionals.slice(1))
} catch (error) {
  if (!(error instanceof UserError) && !(error instanceof TypeError && 'code' in error)) throw error
  console.error(error.message)
  process.exitCode = error instanceof UserError && error.message === usage ? 2 : 1
}
