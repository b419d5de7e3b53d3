// Runs every case and writes what came of it: `node actions/lib/terraform/plan/testing/record-plans.ts TOOL…`, each a name of `toolMakers`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Recording } from './plan-case.ts'
import { toolMakers } from './real-tools.ts'
import { runPlanCases } from './run-plan-case.ts'

const fileOf = (tool: string) => join(import.meta.dirname, '../__fixtures__', `${tool}.jsonl`)

/** The recordings of a tool by the names of the cases; none where there is no file. One case a line. */
export function recordingsOf(tool: string): ReadonlyMap<string, Recording> {
  const file = fileOf(tool)
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : []
  return new Map(lines.map((line) => JSON.parse(line) as Recording).map((recording) => [recording.name, recording]))
}

if (import.meta.main) {
  for (const name of process.argv.slice(2)) {
    const tool = await toolMakers[name]?.()
    if (tool === undefined) throw new Error(`${name} is not to be had here`)
    const recordings = await runPlanCases(tool.cases, tool)
    writeFileSync(fileOf(name), recordings.map((recording) => `${JSON.stringify(recording)}\n`).join(''))
    console.log(`${name}: ${recordings.length} plans`)
  }
}
