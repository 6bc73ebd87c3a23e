import { readdirSync, readFileSync } from 'node:fs'
import { expand } from '../../words/training/expand.ts'
import { seededRandom } from '../../words/training/random.ts'
import { UsualQuestionsError } from '../errors.ts'

/** One matter that customers of a trade ask about, in their words. */
export interface UsualMatter {
  /** "bank: apple pay and google pay". */
  readonly name: string
  readonly lines: readonly string[]
}

const FOLDER = new URL('./usual-questions/', import.meta.url)
/** Sentences drawn from a line with slots, `{a|b}`. */
const DRAWN = 3
const SEED = 20261122

/** Reads `@ matter` and, below it, how customers say it; `#` begins a comment. */
export const readUsualMatters = (trade: string, content: string): readonly UsualMatter[] => {
  const random = seededRandom(SEED)
  const matters: { name: string; lines: string[] }[] = []
  for (const [at, written] of content.split('\n').entries()) {
    const line = written.trim()
    if (line === '' || line.startsWith('#')) continue
    if (line.startsWith('@ ')) matters.push({ name: `${trade}: ${line.slice(2)}`, lines: [] })
    else if (matters.length > 0) matters.at(-1)?.lines.push(...expand(line, DRAWN, random))
    else throw new UsualQuestionsError(`${trade}.txt:${at + 1}: "${line}" must stand below a line "@ matter"`)
  }
  return matters
}

/** What customers usually ask companies of many trades, authored for this project; read at synth only. */
export const usualMatters = (): readonly UsualMatter[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => readUsualMatters(file.replace(/\.txt$/, ''), readFileSync(new URL(file, FOLDER), 'utf8')))
