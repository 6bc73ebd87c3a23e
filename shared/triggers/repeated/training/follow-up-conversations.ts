import type { Conversation } from './conversations.ts'
import type { Phrasings } from './phrasings.ts'

const SHUFFLED = 0.4
const LEFT_OUT = 0.3
const FEWEST = 3

/** One thing's questions as one customer asks them: each once, one of them twice, one of them three times. */
export const followUpConversations = (
  phrasings: Phrasings,
  rounds: number,
  random: () => number,
): readonly Conversation[] =>
  phrasings.matters.flatMap((questions) =>
    Array.from({ length: rounds }, () => [
      { messages: inTurn(questions, phrasings, random).map(phrasings.one), repeats: false },
      { messages: shuffled(questions, random).slice(0, FEWEST).map(phrasings.one), repeats: false },
      ...[2, 3].flatMap((times) => insistent(questions, times, phrasings, random)),
    ]).flat(),
  )

const inTurn = (questions: readonly number[], { maybe }: Phrasings, random: () => number): readonly number[] =>
  maybe(SHUFFLED) ? shuffled(questions, random) : questions

const shuffled = <T>(list: readonly T[], random: () => number): readonly T[] =>
  list
    .map((one) => ({ one, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ one }) => one)

/** One question so many times among the others, and last. */
const insistent = (
  questions: readonly number[],
  times: number,
  phrasings: Phrasings,
  random: () => number,
): readonly Conversation[] =>
  questions.flatMap((question) => {
    const [last, ...before] = phrasings.several(question, times)
    if (last === undefined || before.length + 1 < times) return []
    const others = questions.filter((other) => other !== question && !phrasings.maybe(LEFT_OUT)).map(phrasings.one)
    return [{ messages: [...shuffled([...before, ...others], random), last], repeats: times > 2 }]
  })
