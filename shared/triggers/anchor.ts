import type { Element, Phrase } from './phrase.ts'

/** Words of which one must stand in a text for the phrase to stand there, and how far behind its beginning. */
export interface Anchor {
  readonly words: readonly string[]
  readonly stems: readonly string[]
  readonly reach: number
}

// Words of any message at all: a phrase is better found by another of its words.
const EVERYWHERE = new Set(
  'i a an the to me my you your it is are was be am do does did of in on for with and or not no can could would have has this that what how why when who we us our ich sie mit die der das ein eine nicht ist de la el un una con en que por no le les je vous ne pas est o os um com para eu il lo di per non e mi'.split(
    ' ',
  ),
)
const COMMON_WORD_COST = 40

/** The needed step whose words are rarest and fewest. */
export const anchorOf = (steps: Phrase): Anchor => {
  let reach = 0
  let best: (Anchor & { readonly cost: number }) | undefined
  for (const { element, optional } of steps) {
    const words = optional ? undefined : needed(element)
    if (words && (best === undefined || cost(words) < best.cost))
      best = { ...words, reach: reach + words.reach, cost: cost(words) }
    reach += longest(element)
  }
  if (best === undefined) throw new TypeError('a phrase needs at least one word that must be there')
  return best
}

// Sets are shared by many phrases: each is looked through once.
const anchors = new WeakMap<Phrase, Anchor>()

const sharedAnchor = (steps: Phrase): Anchor => {
  const anchor = anchors.get(steps) ?? anchorOf(steps)
  anchors.set(steps, anchor)
  return anchor
}

const needed = (element: Element): Anchor | undefined => {
  if (element.kind === 'word') return { words: [...element.exact], stems: element.stems, reach: 0 }
  if (element.kind !== 'either') return undefined
  const each = element.phrases.map(sharedAnchor)
  return {
    words: each.flatMap((one) => one.words),
    stems: each.flatMap((one) => one.stems),
    reach: Math.max(...each.map((one) => one.reach)),
  }
}

const cost = ({ words, stems }: Anchor): number =>
  stems.length + words.reduce((sum, word) => sum + (EVERYWHERE.has(word) ? COMMON_WORD_COST : 1), 0)

const longest = (element: Element): number => {
  if (element.kind === 'gap') return element.most
  if (element.kind === 'edge') return 0
  return element.kind === 'word' ? 1 : Math.max(...element.phrases.map(wordsIn))
}

const wordsIn = (steps: Phrase): number => steps.reduce((sum, { element }) => sum + longest(element), 0)
