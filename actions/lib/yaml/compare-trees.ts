// Two readings of a document, node by node: what may differ is what was edited.
import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from 'yaml'
import type { DocumentTree } from './document-tree.ts'

/** Why an edit is not proved. */
export class Unproved extends Error {}

export function expectSame(one: unknown, other: unknown, otherwise: string): void {
  if (!Object.is(one, other)) throw new Unproved(otherwise)
}

/** A scalar that was edited, in the reading before and in the one after. */
export type EditedScalar = { readonly old: Scalar; readonly now: Scalar }

/**
 * Walks a document as it was and as it is, in the order of the text. All nodes must be the same, with the same text,
 * style, tag and anchor; aliases must repeat the same, and nothing that was edited.
 * @param isEdited whether a scalar of the document before was edited: its text and style are not compared
 * @returns the edited scalars that were met
 * @throws Unproved
 */
export function compareTrees(
  before: DocumentTree,
  after: DocumentTree,
  isEdited: (scalar: Scalar) => boolean,
): readonly EditedScalar[] {
  const edited: EditedScalar[] = []
  /** What anchored nodes have become; of those in which something was edited, nothing. */
  const become = new Map<Node, Node>()

  function compare(old: Node | null, now: Node | null): void {
    if (isAlias(old) && isAlias(now)) {
      compareAliases(old, now)
    } else if (old === null || now === null || isAlias(old) || isAlias(now)) {
      expectSame(old, now, 'an alias or a key without a value would change')
    } else {
      compareNodes(old, now)
    }
  }

  function compareNodes(old: Exclude<Node, Alias>, now: Exclude<Node, Alias>): void {
    const editedSoFar = edited.length
    expectSame(old.anchor, now.anchor, 'an anchor would change')
    expectSame(old.tag, now.tag, 'a tag would change')
    if (isMap(old) && isMap(now)) compareItems(old, now, comparePairs)
    else if (isSeq(old) && isSeq(now)) compareItems(old, now, compare)
    else if (isScalar(old) && isScalar(now)) compareScalars(old, now)
    else throw new Unproved('a value would become another kind of value')
    if (old.anchor !== undefined && editedSoFar === edited.length) become.set(old, now)
  }

  function compareAliases(old: Alias, now: Alias): void {
    const target = before.targets.get(old)
    const same = old.source === now.source && target !== undefined && become.get(target) === after.targets.get(now)
    expectSame(same, true, `what the alias *${old.source} repeats would change`)
  }

  function compareItems<Item>(
    old: { readonly items: readonly unknown[]; readonly flow?: boolean },
    now: { readonly items: readonly unknown[]; readonly flow?: boolean },
    compareItem: (old: Item, now: Item) => void,
  ): void {
    expectSame(old.items.length, now.items.length, 'a mapping or list would become longer or shorter')
    expectSame(old.flow === true, now.flow === true, 'a mapping or list would be written in another way')
    for (const [index, item] of old.items.entries()) compareItem(item as Item, now.items[index] as Item)
  }

  function comparePairs(old: Pair<Node, Node | null>, now: Pair<Node, Node | null>): void {
    const editedSoFar = edited.length
    compare(old.key, now.key)
    expectSame(edited.length, editedSoFar, 'a key would change')
    compare(old.value ?? null, now.value ?? null)
  }

  function compareScalars(old: Scalar, now: Scalar): void {
    if (isEdited(old)) {
      edited.push({ old, now })
      return
    }
    expectSame(old.source, now.source, 'another value would change')
    expectSame(old.type, now.type, 'the quotes of another value would change')
  }

  compare(before.root, after.root)
  return edited
}
