import { hear, RARE } from '../asked.ts'
import type { Group } from './groups.ts'
import { tellingOf } from './telling.ts'

/** A word in this share of a language's lines is common. */
const COMMON = 0.004
/** Fewer lines than this tell nothing about a word. */
const FEWEST = 3
/** Levels that a nat has. */
const FINENESS = 4

/** `weight word word;weight word`: how much each common word of a language tells, as `readLexicon` reads it. */
export const writeCommon = (groups: readonly Group[], language: string): string => {
  const own = groups.filter((group) => group.language === language)
  const total = own.reduce((sum, { lines }) => sum + lines.length, 0)
  const common = tellingOf(own, (line) => hear(line).units).filter(
    ({ lines }) => lines >= Math.max(FEWEST, COMMON * total),
  )
  const levels = Map.groupBy(
    common,
    ({ weight }) => Math.round(Math.max(0, Math.min(RARE, weight)) * FINENESS) / FINENESS,
  )
  return [...levels]
    .sort(([one], [other]) => one - other)
    .map(([level, words]) => [level, ...words.map(({ what }) => what).sort()].join(' '))
    .join(';')
}
