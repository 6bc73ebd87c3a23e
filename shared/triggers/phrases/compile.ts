import { type Anchor, anchorOf } from '../anchor.ts'
import type { CompiledPhrase, CompiledPhrases, CompiledSayings } from '../compiled-phrases.ts'
import { strengths } from '../compiled-phrases.ts'
import { type Phrase, phrase, vocabulary } from '../phrase.ts'
import { type LanguageSayings, type Sayings, spokenTriggers } from '../sayings.ts'
import { fold } from '../spelling.ts'

interface Read {
  readonly entry: CompiledPhrase
  readonly steps: Phrase
}

/** Indexes phrases by the rarest words that each of them needs; throws for one that has none, or names an unknown set. */
export const compilePhrases = (languages: readonly LanguageSayings[]): CompiledPhrases => {
  const sayings: CompiledSayings[] = []
  const read: Read[] = []
  for (const trigger of spokenTriggers)
    for (const language of languages) {
      const said = language[trigger]
      if (said === undefined) continue
      const negators = words(said.negators).map(fold)
      read.push(...phrasesOf(said, sayings.length, negators))
      sayings.push({ trigger, sets: said.sets ?? {}, negators })
    }
  return { sayings, phrases: read.map(({ entry }) => entry), anchors: [...filed(read).values()] }
}

const phrasesOf = (said: Sayings, of: number, negators: readonly string[]): readonly Read[] =>
  strengths.flatMap((name, strength) =>
    lines(said[name]).map((source) => {
      const steps = phrase(source, said.sets)
      const contained = new Set(vocabulary(steps))
      const own = negators.filter((word) => contained.has(word))
      return { entry: { of, strength, source, ...(own.length > 0 && { own }) }, steps }
    }),
  )

interface Filed extends Omit<Anchor, 'reach'> {
  readonly filed: number[]
}

const filed = (read: readonly Read[]): ReadonlyMap<string, Filed> => {
  const anchors = new Map<string, Filed>()
  for (const [place, { steps }] of read.entries()) {
    const { words, stems, reach } = anchorOf(steps)
    const key = JSON.stringify([words, stems])
    const anchor = anchors.get(key) ?? { words: [...new Set(words)], stems: [...new Set(stems)], filed: [] }
    anchor.filed.push(place, reach)
    anchors.set(key, anchor)
  }
  return anchors
}

const words = (source = ''): readonly string[] => source.split(/\s+/).filter(Boolean)

const lines = (source = ''): readonly string[] =>
  source
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
