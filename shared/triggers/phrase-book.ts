import type { CompiledPhrases } from './compiled-phrases.ts'
import { negated } from './negation.ts'
import { type Found, PhraseIndex, type Span } from './phrase-index.ts'
import { excerpt, type Reading, type Word } from './reading.ts'
import { type Match, type Recognise, type Said, SURE } from './recognise.ts'
import { type Spoken, spokenTriggers } from './sayings.ts'

const WEIGHTS = { sure: SURE, likely: 0.7, hint: 0.35 } as const
// Enough to pass any threshold; what a long message adds to it changes nothing.
const ENOUGH = 3

/** Opens what `compilePhrases` made; a text is looked through once for all triggers. */
export const openPhraseBook = (compiled: CompiledPhrases): Recognise => {
  const index = new PhraseIndex(compiled)
  const known = new WeakMap<Reading, ReturnType<Recognise>>()
  return (reading) => {
    const before = known.get(reading)
    if (before !== undefined) return before
    const found = Map.groupBy(index.find(reading.words), ({ entry }) => entry.trigger)
    const said = (trigger: Spoken) => [trigger, saidIn(reading, found.get(trigger) ?? [])] as const
    const all = Object.fromEntries(spokenTriggers.map(said)) as Record<Spoken, Said>
    known.set(reading, all)
    return all
  }
}

const NOTHING: Said = { matches: [], denied: [] }

const saidIn = (reading: Reading, found: readonly Found[]): Said => {
  if (found.length === 0) return NOTHING
  const { words } = reading
  const masks = found.filter(({ entry }) => entry.strength === 'except')
  const masked = marks(words, masks)
  const turned = turnedIn(words, found)
  const turnedBy = marks(words, [...turned])
  const matches: Match[] = []
  const denied: Span[] = [...masks]
  let sure = 0
  for (const one of found) {
    const { strength, of } = one.entry
    if (strength === 'except') continue
    if (turned.has(one) || touches(turnedBy, one, of)) denied.push(one)
    else if (!touches(masked, one)) {
      matches.push({ weight: WEIGHTS[strength], matched: excerpt(reading, one.from, one.to) })
      if (strength === 'sure' && ++sure === ENOUGH) break
    }
  }
  return { matches, denied: denied.map((span) => offsets(words, span)) }
}

/**
 * Those that a "not" turns into their opposite. What stands within a phrase that says "not" itself is not turned by it: "why
 * can I not talk to a human" asks for one.
 */
const turnedIn = (words: readonly Word[], found: readonly Found[]): ReadonlySet<Found> => {
  const turned = found.filter((one) => one.entry.strength !== 'except' && negated(words, one, one.entry.negators))
  if (turned.length === 0) return NONE
  const all = new Set(turned)
  const knowing = found.filter((one) => one.entry.knowing && one.entry.strength === 'sure' && !all.has(one))
  if (knowing.length === 0) return all
  const reached = reaches(words, knowing)
  return new Set(turned.filter(({ from, to }) => (reached[from] ?? 0) < to))
}

const NONE: ReadonlySet<Found> = new Set()

/** For each word how far the spans go that have begun by then. */
const reaches = (words: readonly Word[], spans: readonly Span[]): Int32Array => {
  const reached = new Int32Array(words.length)
  for (const { from, to } of spans) reached[from] = Math.max(reached[from] ?? 0, to)
  for (let at = 1; at < reached.length; at++) reached[at] = Math.max(reached[at] ?? 0, reached[at - 1] ?? 0)
  return reached
}

const SEVERAL = -1
const NOBODY = -1

/** For each word whose sayings reach over it: 0 for none, one more than their place, or several. */
const marks = (words: readonly Word[], found: readonly Found[]): Int32Array => {
  const marked = new Int32Array(words.length)
  for (const { from, to, entry } of found)
    for (let at = from; at < to; at++) {
      const before = marked[at]
      marked[at] = before === 0 || before === entry.of + 1 ? entry.of + 1 : SEVERAL
    }
  return marked
}

/**
 * Whether other sayings than its own reach into a span. Neighbouring languages share words and not their "no": what one
 * of them hears negated, the others must not hear at all.
 */
const touches = (marked: Int32Array, { from, to }: Span, own = NOBODY): boolean => {
  for (let at = from; at < to; at++) if (marked[at] !== 0 && marked[at] !== own + 1) return true
  return false
}

const OPENING = 4

/** "I am" alone means nothing, and would yet be heard: a denial takes the words along that led to it. */
const offsets = (words: readonly Word[], { from, to }: Span): readonly [start: number, end: number] => {
  const clause = words[from]?.clause
  let at = from
  while (at > 0 && from - at < OPENING && words[at - 1]?.clause === clause) at--
  return [words[at]?.start ?? 0, words[to - 1]?.end ?? 0]
}
