// `npm run bench`: what the verdict costs, beside the alternative, in one run. Figures are medians of whole processes; memory is that of one run more.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bumpEnvironment, measureFirstLine } from './bench/first-line.ts'
import { fleet, writeFleet } from './bench/fleet.ts'
import { measureMemory, measureTime, median, type Time } from './bench/measure.ts'
import { alternative, hasKubectl, nativeKubeconform } from './bench/native-tools.ts'
import { barePlans, largePlan, writeRoots } from './bench/terraform.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    applications: { type: 'string', default: '500' },
    /** `terraform`: its rows alone. */
    only: { type: 'string' },
  },
})
const runs = Number(values.runs)
const applications = Number(values.applications)
const root = join(import.meta.dirname, '..')
const cli = join(root, 'actions/dist/cli.js')
const scratch = mkdtempSync(join(tmpdir(), 'seaworthy-bench-'))

type Row = { readonly work: string; readonly figures: Time; readonly peakMiB: number; readonly target: string }

async function repeated(work: string, command: readonly string[], cwd: string, target: string): Promise<Row> {
  const times: Time[] = []
  for (let run = 0; run < runs; run += 1) {
    process.stderr.write(`\r${work}: run ${run + 1} of ${runs} …\x1b[K`)
    times.push(await measureTime(command, cwd))
  }
  process.stderr.write(`\r${work}: memory …\x1b[K`)
  const peakMiB = await measureMemory(command, cwd)
  process.stderr.write('\r\x1b[K')
  return { work, figures: median(times), peakMiB, target }
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

const middle = (times: readonly number[]) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN

function table(rows: readonly Row[]): void {
  console.log(line(['work', 'wall s', 'CPU s', 'peak MiB', 'target']))
  console.log(line(['---', '---:', '---:', '---:', '---']))
  for (const { work, figures, peakMiB, target } of rows) {
    console.log(line([work, figures.wallSeconds.toFixed(2), figures.cpuSeconds.toFixed(2), peakMiB.toFixed(0), target]))
  }
}

async function terraformRows(): Promise<void> {
  const count = 50
  const parallel = 2
  const folder = writeRoots(join(scratch, 'roots'), count)
  const plan = join(scratch, 'plan.json')
  writeFileSync(plan, largePlan(5000))
  const command = [process.execPath, cli, 'terraform', 'plan', '--parallel', String(parallel)]
  const ours = await repeated(
    `${count} roots planned, ${parallel} at a time`,
    command,
    folder,
    '≤ 1.3 times the bare tool',
  )
  const bare = await repeated('the bare tool: init, plan, show -json', barePlans(scratch, parallel), folder, '')
  const explain = [process.execPath, cli, 'terraform', 'explain', plan]
  table([ours, bare, await repeated('report of a plan with 5,000 changes', explain, folder, '≤ 2 s, ≤ 300 MiB')])
  const ratio = ours.figures.wallSeconds / bare.figures.wallSeconds
  console.log(`\nPlanning takes ${ratio.toFixed(2)} times as long as the bare tool.`)
}

async function everything(): Promise<void> {
  const fleetDirectory = join(scratch, 'fleet')
  const files = fleet({ applications, objects: 10, seed: 42 })
  writeFleet(fleetDirectory, files)
  const gitEnvironment = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
  const identity = ['-c', 'user.name=bench', '-c', 'user.email=bench@seaworthy.invalid']
  for (const args of [
    ['init', '-q', '-b', 'main'],
    ['add', '-A'],
    [...identity, 'commit', '-q', '-m', 'fleet'],
  ]) {
    execFileSync('git', args, { cwd: fleetDirectory, env: gitEnvironment, stdio: 'pipe' })
  }
  const overlays = [...files.keys()]
    .filter((path) => /^gitops\/services\/[^/]+\/kustomization\.yaml$/.test(path))
    .map((path) => path.replace('/kustomization.yaml', ''))

  const rows = [
    await repeated('verdict on this repository, cold', [process.execPath, cli, 'check'], root, '≤ 2.5 s'),
    await repeated(
      `${applications} Applications, ${applications * 10} objects, cold`,
      [process.execPath, cli, 'check'],
      fleetDirectory,
      '≤ 8 s (goal 6), ≤ 1.2 GiB',
    ),
  ]
  const bumped = ['0001', '0200', '0499'].flatMap((number) => ['--application', `service-${number}`])
  const bump = [process.execPath, cli, 'bump', '--image', 'registry.example.com/web:2.0.0', ...bumped]
  const bumps =
    applications < 500
      ? []
      : [await repeated('three images bumped in that tree, without the engine', bump, fleetDirectory, '≤ 1.5 s')]
  const firstLines: number[] = []
  const starts: number[] = []
  for (let run = 0; run < Math.max(runs, 5); run += 1) {
    firstLines.push(
      await measureFirstLine([process.execPath, join(root, 'actions/dist/bump-image.js')], bumpEnvironment),
    )
    starts.push(await measureFirstLine([process.execPath, '-e', 'console.log("x")'], bumpEnvironment))
  }
  const kubeconform = nativeKubeconform()
  if (kubeconform === undefined || !hasKubectl()) {
    console.log(
      'LEFT OUT: the alternative. It needs kubectl on PATH, and native kubeconform, which is built with Go.\n',
    )
  } else {
    rows.push(
      await repeated(
        'the same overlays: forked `kubectl kustomize` piped to kubeconform, two processes',
        alternative(scratch, kubeconform, overlays),
        fleetDirectory,
        'at least twice ours',
      ),
    )
  }
  table([...rows, ...bumps])
  const [, ours, theirs] = rows
  if (ours !== undefined && theirs !== undefined) {
    console.log(
      `\nThe alternative takes ${(theirs.figures.wallSeconds / ours.figures.wallSeconds).toFixed(1)} times as long and ${(theirs.figures.cpuSeconds / ours.figures.cpuSeconds).toFixed(1)} times the CPU.`,
    )
  }
  console.log(
    `bump-image says its first line after ${middle(firstLines).toFixed(2)} s (target ≤ 0.3 s); Node alone takes ${middle(starts).toFixed(2)} s.`,
  )
}

try {
  if (values.only !== 'terraform') await everything()
  await terraformRows()
  console.log(`Medians of ${runs} runs on ${availableParallelism()} cores, Node ${process.version}.`)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
