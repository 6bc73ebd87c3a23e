import type { Element, Phrase, WordElement } from './phrase.ts'
import type { Word } from './reading.ts'

/** Index after the last word of the phrase when it stands at `at`; undefined when it does not. */
export const matchAt = (words: readonly Word[], at: number, steps: Phrase): number | undefined =>
  follow(words, at, steps, 0, (end) => end)

type Rest = (at: number) => number | undefined

const follow = (words: readonly Word[], at: number, steps: Phrase, index: number, rest: Rest): number | undefined => {
  const step = steps[index]
  if (step === undefined) return rest(at)
  const next: Rest = (end) => follow(words, end, steps, index + 1, rest)
  const found = take(words, at, step.element, next)
  return found ?? (step.optional ? next(at) : undefined)
}

const take = (words: readonly Word[], at: number, element: Element, next: Rest): number | undefined => {
  switch (element.kind) {
    case 'word': {
      const word = words[at]
      return word !== undefined && is(word, element) ? next(at + 1) : undefined
    }
    case 'either':
      return first(element.phrases, (one) => follow(words, at, one, 0, next))
    case 'gap':
      return overGap(words, at, element.most, next)
    case 'edge':
      return isEdge(words, at) ? next(at) : undefined
  }
}

const is = (word: Word, { exact, stems }: WordElement): boolean =>
  exact.has(word.text) ||
  (exact.has('#') && /^\p{N}/u.test(word.text)) ||
  (word.respelt !== undefined && exact.has(word.respelt)) ||
  stems.some((stem) => word.text.startsWith(stem))

const overGap = (words: readonly Word[], at: number, most: number, next: Rest): number | undefined => {
  for (let end = at; end <= at + most && end < words.length; end++) {
    if (end > at && words[end]?.sentence !== words[end - 1]?.sentence) return undefined
    const found = next(end)
    if (found !== undefined) return found
  }
  return undefined
}

const isEdge = (words: readonly Word[], at: number): boolean =>
  at === 0 || at >= words.length || words[at]?.sentence !== words[at - 1]?.sentence

const first = <T>(list: readonly T[], find: (one: T) => number | undefined): number | undefined => {
  for (const one of list) {
    const found = find(one)
    if (found !== undefined) return found
  }
  return undefined
}
