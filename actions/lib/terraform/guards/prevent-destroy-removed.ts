import { posix } from 'node:path'
import type { HclBlock, HclFile, HclValue } from '../hcl/body.ts'
import { addressSteps } from './address.ts'
import type { Guard, GuardContext, Judgement } from './define-guard.ts'
import { follow, moduleCalls, type ResourceBlock, resourceBlocks } from './locate-resource.ts'

export const preventDestroyRemoved: Guard = {
  id: 'prevent-destroy-removed',
  severity: 'error',
  what: 'A resource had `prevent_destroy` at the base and has it no more: the line is gone or false, or the whole block is gone, without a move to one that has it.',
  why: 'It is the last thing that stops a destruction, and the tool itself says nothing when it is taken away with the block. Whoever takes it away mostly destroys next.',
  allow: 'Keep `prevent_destroy`, or override.',
  judge: (context) => {
    if (context.base === undefined) return []
    const head = protections(context.head.configuration)
    const moves = movesOf(context.head.configuration)
    return [...protections(context.base.configuration)].flatMap(([key, was]) => {
      if (!was.isProtected) return []
      const is = head.get(key)
      if (is !== undefined) return is.isProtected ? [] : [weakened(was, is)]
      return isElsewhere(was, head, moves, context) ? [] : [gone(was, context)]
    })
  },
}

type Protection = { readonly block: ResourceBlock; readonly name: string; readonly isProtected: boolean }

/** By folder and name, since blocks move between files of one module freely. Override files come last, as for the tool. */
function protections(files: readonly HclFile[]): ReadonlyMap<string, Protection> {
  const found = new Map<string, Protection>()
  const isOverride = ({ file }: ResourceBlock) => /(^|[/_])override\.(tf|tofu)(\.json)?$/.test(file)
  for (const block of resourceBlocks(files).toSorted((a, b) => Number(isOverride(a)) - Number(isOverride(b)))) {
    const name = block.block.labels.join('.')
    const key = `${block.folder}\n${name}`
    const earlier = found.get(key)
    const said = preventDestroy(block.block)
    found.set(key, {
      block: earlier?.block ?? block,
      name,
      isProtected: said === undefined ? (earlier?.isProtected ?? false) : said,
    })
  }
  return found
}

/** Undefined where the block does not say. OpenTofu takes expressions: they may be true. */
function preventDestroy({ body }: HclBlock): boolean | undefined {
  const values = body.blocks
    .filter(({ type }) => type === 'lifecycle')
    .flatMap(({ body: inside }) => inside.arguments.filter(({ name }) => name === 'prevent_destroy'))
  const value = values.at(-1)?.value
  if (value === undefined) return undefined
  return value.type === 'literal' ? value.value === true || value.value === 'true' : value.type === 'expression'
}

type Moves = {
  readonly blocks: readonly { readonly folder: string; readonly from: string; readonly to: string }[]
  readonly calls: ReturnType<typeof moduleCalls>
}

function movesOf(files: readonly HclFile[]): Moves {
  const blocks = files.flatMap(({ file, body }) =>
    body.blocks
      .filter(({ type }) => type === 'moved')
      .map(({ body: inside }) => {
        const address = (wanted: string) => addressOf(inside.arguments.find(({ name }) => name === wanted)?.value)
        return { folder: posix.dirname(file), from: address('from'), to: address('to') }
      }),
  )
  return { blocks, calls: moduleCalls(files) }
}

/** An address as a `moved` block has it, without instance keys. */
function addressOf(value: HclValue | undefined): string {
  if (value?.type === 'expression') return addressSteps(value.text.trim()).join('.')
  return value?.type === 'literal' ? addressSteps(String(value.value)).join('.') : ''
}

/** Whether a block that is gone from its place is protected at another: by `moved`, or since its module's folder was renamed. */
function isElsewhere(
  was: Protection,
  head: ReadonlyMap<string, Protection>,
  moves: Moves,
  context: GuardContext,
): boolean {
  if (isDestroyed(was.name, context)) return false
  const { folder } = was.block
  const targets = moves.blocks
    .filter((move) => move.folder === folder && move.from === was.name)
    .flatMap(({ to }) => {
      const steps = to.split('.')
      const names = steps.slice(0, -2).filter((_, index) => index % 2 === 1)
      return [...follow(names, new Set([folder]), moves.calls)].map(
        (target) => `${target}\n${steps.slice(-2).join('.')}`,
      )
    })
  if (targets.some((key) => head.get(key)?.isProtected)) return true
  const base = new Set(context.base?.configuration.map(({ file }) => posix.dirname(file)))
  return [...head.values()].some(
    ({ name, isProtected, block }) => name === was.name && isProtected && !base.has(block.folder),
  )
}

/** By the end of the address: nobody knows for sure which module a folder is. Taken for destroyed rather too often. */
function isDestroyed(name: string, { plan }: GuardContext): boolean {
  return plan.changes.some((change) => change.destroys && `${change.type}.${change.name}` === name)
}

function weakened({ name }: Protection, { block }: Protection): Judgement {
  return {
    message: `${name} in ${block.file} is no longer protected by \`prevent_destroy\`. Put it back; where the object is to go, say so in the pull request.`,
    at: block.block.at,
  }
}

function gone({ name, block }: Protection, context: GuardContext): Judgement {
  const change = context.plan.changes.find((one) => one.destroys && `${one.type}.${one.name}` === name)
  const then = change === undefined ? '' : ` This plan would destroy ${change.address}.`
  const address = change === undefined ? {} : { address: change.address }
  return {
    message: `${name}, which had \`prevent_destroy\` in ${block.file} at the base, is gone from the configuration, and its protection with it.${then} Put it back, or add a \`moved\` block if it has a new address.`,
    ...address,
  }
}
