import { misspell } from '../../../words/training/misspell.ts'
import { pick } from '../../../words/training/random.ts'
import { echo } from './echo.ts'
import type { Group } from './groups.ts'

/** Draws lines of groups as training composes pairs and conversations of them. */
export interface Phrasings {
  readonly count: number
  /** Groups that one customer asks in one conversation. */
  readonly matters: readonly (readonly number[])[]
  /** So many different lines of one group, or fewer if it has not so many. */
  readonly several: (group: number, many: number) => readonly string[]
  readonly one: (group: number) => string
  /** A line in nearly the same words. */
  readonly again: (line: string) => string
  /** Another group of the same language: often of the same family, where it is hardest to tell apart. */
  readonly another: (group: number) => number
  /** A line between questions, in the group's language. */
  readonly small: (group: number) => string
  readonly maybe: (chance: number) => boolean
  readonly upTo: (most: number) => number
}

const SLIPS = 0.15
const MISSPELT = 0.15
/** Fragments of a few words are drawn as seldom as customers write nothing else. */
const FEW_WORDS = 4
const FRAGMENTS = 0.1
const SAME_FAMILY = 0.55

export const phrasingsOf = (
  groups: readonly Group[],
  talk: Readonly<Record<string, readonly string[]>>,
  random: () => number,
): Phrasings => {
  const places = groups.map((group, at) => ({ ...group, at }))
  const families = Map.groupBy(places, ({ family }) => family)
  const languages = Map.groupBy(places, ({ language }) => language)
  const maybe = (chance: number) => random() < chance
  const kept = (line: string) => line.split(/\s+/).length >= FEW_WORDS || !/\s/.test(line) || maybe(FRAGMENTS)
  const slipped = (line: string) => (maybe(MISSPELT) ? misspell(line, SLIPS, random) : line)
  const several = (group: number, many: number): readonly string[] => {
    const lines = groups[group]?.lines ?? []
    const left = lines.filter(kept)
    const drawn = Array.from({ length: Math.min(many, left.length) }, () =>
      left.splice(Math.floor(random() * left.length), 1),
    )
    return drawn.flat().map(slipped)
  }
  const another = (group: number): number => {
    const { family = '', language = '' } = groups[group] ?? {}
    const near = maybe(SAME_FAMILY) ? families.get(family) : undefined
    const others = (near ?? []).filter(({ at }) => at !== group)
    return (pick(others, random) ?? pick(languages.get(language) ?? places, random))?.at ?? group
  }
  const again = (line: string) => slipped(echo(line, random))
  const one = (group: number) => several(group, 1)[0] ?? pick(groups[group]?.lines ?? [], random) ?? ''
  const small = (group: number) => pick(talk[groups[group]?.language ?? ''] ?? [], random) ?? ''
  const matters = [...families.values()].filter(([first]) => first?.together).map((own) => own.map(({ at }) => at))
  return {
    count: groups.length,
    matters,
    several,
    one,
    again,
    another,
    small,
    maybe,
    upTo: (most) => Math.floor(random() * (most + 1)),
  }
}
