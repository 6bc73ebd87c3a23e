import type { Element, Phrase } from './phrase.ts'
import type { Word } from './reading.ts'
import { canStart, is } from './starts.ts'

/**
 * Index after the last word of the phrase when it stands at `at`; undefined when it does not. All places that a step
 * may end at go on together, each once and the preferred first: no row of optional words can make it try again.
 */
export const matchAt = (words: readonly Word[], at: number, steps: Phrase): number | undefined =>
  endsOf(words, at, steps)[0]

const NOWHERE: readonly number[] = []

const endsOf = (words: readonly Word[], at: number, steps: Phrase): readonly number[] => {
  let places: readonly number[] = [at]
  for (const { element, optional } of steps) {
    places = onward(words, places, element, optional)
    if (places.length === 0) return NOWHERE
  }
  return places
}

const onward = (
  words: readonly Word[],
  places: readonly number[],
  element: Element,
  optional: boolean,
): readonly number[] => {
  const [only] = places
  if (places.length === 1 && only !== undefined && !optional) return step(words, only, element)
  const ends: number[] = []
  for (const place of places) {
    for (const end of step(words, place, element)) if (!ends.includes(end)) ends.push(end)
    if (optional && !ends.includes(place)) ends.push(place)
  }
  return ends
}

const step = (words: readonly Word[], at: number, element: Element): readonly number[] => {
  switch (element.kind) {
    case 'word': {
      const word = words[at]
      return word !== undefined && is(word, element) ? [at + 1] : NOWHERE
    }
    case 'either':
      return canStart(element.starts, words[at]) ? eitherOf(words, at, element.phrases) : NOWHERE
    case 'gap':
      return overGap(words, at, element.most)
    case 'edge':
      return isEdge(words, at) ? [at] : NOWHERE
  }
}

const eitherOf = (words: readonly Word[], at: number, phrases: readonly Phrase[]): readonly number[] => {
  let ends = NOWHERE
  for (const one of phrases) {
    const more = endsOf(words, at, one)
    if (more.length > 0) ends = ends.length === 0 ? more : [...new Set([...ends, ...more])]
  }
  return ends
}

const overGap = (words: readonly Word[], at: number, most: number): readonly number[] => {
  const ends: number[] = []
  for (let end = at; end <= at + most && end < words.length; end++) {
    if (end > at && words[end]?.sentence !== words[end - 1]?.sentence) break
    ends.push(end)
  }
  return ends
}

const isEdge = (words: readonly Word[], at: number): boolean =>
  at === 0 || at >= words.length || words[at]?.sentence !== words[at - 1]?.sentence
