import { detectLanguage } from '#shared/thread/detect-language.ts'
import { baseLanguage, languageTag } from './fields.ts'

export interface LanguageWitnesses {
  /** What the document says: `lang`, its front matter, a column, a sitemap's `hreflang`. */
  readonly declared?: string | undefined
  /** Its path or address: "de/konto.html". */
  readonly path: string
  readonly text: string
}

export interface ToldLanguage {
  readonly language: string
  /** Who says what, where they do not agree. */
  readonly contradiction?: string
}

/** Languages that addresses are sorted by. "my", "is" and "it" are words as well: two other witnesses outvote a path. */
const SPOKEN = new Set(
  'ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl no pl pt ro ru sk sl sr sv th tr uk vi zh'.split(
    ' ',
  ),
)
const PIECE_CHARACTERS = 500
const MOST_PIECES = 8

/** "konto.de.html" */
const SUFFIX = /\.([a-z]{2}(?:[-_][a-z]{2})?)\.\w+$/i

/** A folder "de" or "pt-br", or a file "konto.de.html"; a file "hi.md" is no Hindi. */
export const languageOfPath = (path: string): string | undefined =>
  [...path.split('/').slice(0, -1), SUFFIX.exec(path)?.[1] ?? ''].map(languageSegment).find((tag) => tag !== undefined)

export const languageSegment = (segment: string): string | undefined =>
  /^[a-z]{2}(?:[-_][a-z]{2})?$/i.test(segment) && SPOKEN.has(baseLanguage(segment.replace('_', '-')))
    ? languageTag(segment)
    : undefined

/** Names and code are Latin in every script's texts: from this share of its letters on, the other script tells. */
const OTHER_SCRIPT = 0.15

const withoutLatin = (piece: string): string => {
  const other = piece.replace(/\p{Script=Latin}+/gu, ' ')
  const letters = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0
  return letters(other) > letters(piece) * OTHER_SCRIPT ? other : piece
}

/** What most pieces of a text are written in; nothing where no language leads. */
export const languageOfText = (text: string): string | undefined => {
  const bare = text.replace(/\]\([^)]*\)|`[^`]*`/g, ' ')
  const step = Math.max(PIECE_CHARACTERS, Math.floor(bare.length / MOST_PIECES))
  const pieces = Array.from({ length: Math.min(MOST_PIECES, Math.ceil(bare.length / step)) }, (_, at) =>
    detectLanguage(withoutLatin(bare.slice(at * step, at * step + PIECE_CHARACTERS))),
  )
  const found = [...Map.groupBy(pieces, (language) => language)]
    .flatMap(([language, votes]) => (language === undefined ? [] : [{ language, votes: votes.length }]))
    .sort((one, other) => other.votes - one.votes)
  const [first, second] = found
  return first && first.votes > (second?.votes ?? 0) ? first.language : undefined
}

/**
 * The language that most witnesses name; where all differ, what the document says goes before its path, and that before
 * its words. Undefined where nobody says anything, and no fallback is given.
 */
export const tellLanguage = (witnesses: LanguageWitnesses, fallback?: string): ToldLanguage | undefined => {
  const declared = languageTag(witnesses.declared)
  const said = [
    { who: 'it says', tag: declared },
    { who: 'its path says', tag: languageOfPath(witnesses.path) },
    { who: 'its words are', tag: languageOfText(witnesses.text) },
  ].flatMap(({ who, tag }) => (tag === undefined ? [] : [{ who, tag }]))
  const [first] = said
  const agreed = (tag: string): number => said.filter((one) => baseLanguage(one.tag) === baseLanguage(tag)).length
  const chosen = said.reduce(
    (best, one) => (agreed(one.tag) > agreed(best.tag) ? one : best),
    first ?? { who: '', tag: '' },
  )
  if (first === undefined) return fallback === undefined ? undefined : { language: fallback }
  const differ = said.some(({ tag }) => baseLanguage(tag) !== baseLanguage(chosen.tag))
  const told = said.map(({ who, tag }) => `${who} ${tag}`).join(', ')
  return { language: chosen.tag, ...(differ && { contradiction: `${told}; taken as ${chosen.tag}` }) }
}
