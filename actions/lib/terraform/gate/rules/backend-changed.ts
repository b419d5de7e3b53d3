// Where the state is kept, against the base: a plan against another state shows everything as new, and the old state is left behind.
import type { HclBlock, HclBody, HclValue } from '../../hcl/body.ts'
import type { GateProblem, GateRule } from '../gate-rule.ts'
import type { GateRoot } from '../view.ts'

export const backendChanged: GateRule = {
  id: 'terraform-backend-changed',
  check: function* ({ head, base }): Iterable<GateProblem> {
    for (const root of head.roots) {
      const before = base?.roots.find(({ folder }) => folder === root.folder)
      // A root that was not there has no state to lose.
      if (before === undefined || (before.folders[0]?.files.length ?? 0) === 0) continue
      for (const kind of ['state', 'encryption'] as const) {
        const [old, now] = [blocksOf(before, kind), blocksOf(root, kind)]
        if (canonical(old) === canonical(now)) continue
        const at = now[0]?.at ?? { file: root.folders[0]?.files[0]?.file ?? root.root.at.file }
        yield { message: messageFor(root.root.name, kind, old[0], now[0]), at, value: `${kind} ${canonical(now)}` }
      }
    }
  },
}

type Kind = 'state' | 'encryption'

function blocksOf(root: GateRoot, kind: Kind): readonly HclBlock[] {
  const types = kind === 'state' ? ['backend', 'cloud'] : ['encryption']
  const settings = root.folders[0]?.files.flatMap(({ body }) => body.blocks.filter(({ type }) => type === 'terraform'))
  return (settings ?? []).flatMap(({ body }) => body.blocks.filter(({ type }) => types.includes(type)))
}

function messageFor(root: string, kind: Kind, old: HclBlock | undefined, now: HclBlock | undefined): string {
  const what = kind === 'state' ? 'Where the state is kept' : 'How the state is encrypted'
  const change =
    old === undefined
      ? `is now set by ${shown(now)}, where nothing was set`
      : now === undefined
        ? `was set by ${shown(old)}, which is removed`
        : old.type === now.type && old.labels[0] === now.labels[0]
          ? `changes inside ${shown(now)}`
          : `changes from ${shown(old)} to ${shown(now)}`
  return `${what} for ${root} ${change}: Terraform would plan against another state. Move the state first, by hand and reviewed; then let this one change through by an exemption in \`.github/seaworthy.yaml\` of the base branch for the rule \`terraform-backend-changed\` in this file.`
}

const shown = (block: HclBlock | undefined) =>
  block === undefined ? 'nothing' : [block.type, ...block.labels.map((label) => `"${label}"`)].join(' ')

/** The same for the same content, in whatever order and layout. */
const canonical = (blocks: readonly HclBlock[]) => JSON.stringify(blocks.map(plainBlock))

const plainBlock = ({ type, labels, body }: HclBlock): unknown => [type, labels, plainBody(body)]
const plainBody = ({ arguments: given, blocks }: HclBody): unknown => [
  given.map(({ name, value }) => [name, plainValue(value)]).sort(byText),
  blocks.map(plainBlock),
]

function plainValue(value: HclValue): unknown {
  switch (value.type) {
    case 'literal':
      return value.value
    case 'list':
      return value.items.map(plainValue)
    case 'object':
      return { of: value.entries.map((entry) => [entry.key ?? '', plainValue(entry.value)]).sort(byText) }
    default:
      return { text: value.text }
  }
}

const byText = (one: unknown, other: unknown) => {
  const [left, right] = [JSON.stringify(one), JSON.stringify(other)]
  return left < right ? -1 : left > right ? 1 : 0
}
