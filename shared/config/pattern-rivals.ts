import type { Row } from './pattern-tree.ts'

/** Longer runs are alike enough. */
const FAR = 64

/** The characters that a row begins with, one set after the other, as far as it has one length. */
const headOf = (row: Row, fits: (source: string) => bigint): readonly bigint[] => {
  const head: bigint[] = []
  for (const node of row) {
    if (node.kind === 'place') continue
    if (node.kind === 'group' || node.least !== node.most || head.length > FAR) break
    const one = fits(node.source)
    for (let time = 0; time < Math.min(node.least, FAR); time++) head.push(one)
  }
  return head
}

const areRivals = (one: readonly bigint[], other: readonly bigint[]): boolean =>
  one.every((bits, at) => other[at] === undefined || (bits & other[at]) !== 0n)

/** How many alternatives of a group may take the same text, or one its beginning, as in `a|aa`: each is another way to go on. */
export const rivalsIn = (alternatives: readonly Row[], fits: (source: string) => bigint): number => {
  if (alternatives.length === 1) return 1
  const heads = alternatives.map((row) => headOf(row, fits))
  return Math.max(...heads.map((head) => heads.filter((other) => areRivals(head, other)).length))
}
