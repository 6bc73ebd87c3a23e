import { fold } from '#shared/knowledge/words.ts'
import { baseLanguage } from './fields.ts'

export interface Comparable {
  readonly file: string
  readonly language: string
  readonly body: string
}

export interface Likeness {
  readonly one: string
  readonly other: string
  /** Of the runs of words that either has, the share that both have; 1: the same words. */
  readonly share: number
}

/** Alike from here on: seven in ten runs of four words are the same. */
export const alikeFrom = 0.7
const RUN_WORDS = 4
/** So many of an article's runs, always the same for the same run, find those that are worth comparing. */
const SAMPLED = 64
/** A run that more articles have is a greeting or a footer, and finds nothing. */
const MOST_SHARING = 200

/** Scripts that part no words are taken by the character. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu

interface Read extends Comparable {
  readonly runs: ReadonlySet<number>
}

const hashOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

const runsOf = (body: string): ReadonlySet<number> => {
  const words = fold(body).match(WORD) ?? []
  const last = Math.max(1, words.length - RUN_WORDS + 1)
  return new Set(Array.from({ length: last }, (_, at) => hashOf(words.slice(at, at + RUN_WORDS).join(' '))))
}

const shareOf = (one: ReadonlySet<number>, other: ReadonlySet<number>): number => {
  let both = 0
  for (const run of one) if (other.has(run)) both++
  return both / (one.size + other.size - both || 1)
}

/** Pairs that have one of their least runs in common; two that are much alike nearly always do. */
const candidates = (read: readonly Read[]): readonly (readonly [number, number])[] => {
  const holders = new Map<number, number[]>()
  for (const [at, { runs }] of read.entries())
    for (const run of [...runs].sort((a, b) => a - b).slice(0, SAMPLED)) {
      const known = holders.get(run)
      if (known) known.push(at)
      else holders.set(run, [at])
    }
  const pairs = new Map<number, readonly [number, number]>()
  for (const held of holders.values())
    if (held.length <= MOST_SHARING)
      for (const [at, one] of held.entries())
        for (const other of held.slice(at + 1)) pairs.set(one * read.length + other, [one, other])
  return [...pairs.values()]
}

/** Articles of one language that say nearly the same in the same words. */
export const alikeArticles = (articles: readonly Comparable[]): readonly Likeness[] => {
  const read = articles.map((article): Read => ({ ...article, runs: runsOf(article.body) }))
  return candidates(read).flatMap(([at, beside]) => {
    const [one, other] = [read[at], read[beside]]
    if (!one || !other || baseLanguage(one.language) !== baseLanguage(other.language)) return []
    const share = shareOf(one.runs, other.runs)
    return share >= alikeFrom ? [{ one: one.file, other: other.file, share }] : []
  })
}
