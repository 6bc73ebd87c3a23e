import type { Assistant, Draft, DraftRequest } from '#shared/assistant/assistant.ts'
import { AssistantUnavailableError } from '#shared/assistant/errors.ts'
import type { Signals } from '#shared/assistant/signals.ts'
import { noUsage } from '#shared/assistant/usage.ts'
import type { Random } from './random.ts'

/** How often the model's stand-in is wrong, each as a share of its drafts; written into the truth. */
export const errorRates = {
  /** No draft within its time. */
  unavailable: 0.0025,
  /** Claims to have answered what nothing answers. */
  inventsAnswer: 0.06,
  /** Says that it could not answer what an article answers. */
  missesAnswer: 0.012,
  /** Names another topic, or none. */
  wrongTopic: 0.08,
  /** Hears a wish for a person that is none. */
  hearsPerson: 0.001,
  /** Does not notice that the question comes again. */
  missesRepeat: 0.2,
  /** Promises a person in its draft. */
  promisesPerson: 0.0012,
} as const

/** What is true of the message, of which the stand-in says most. */
export interface AboutMessage {
  /** What it would be called, as coarse as the articles' own topics. */
  readonly topic: string
  readonly answerable: boolean
  /** Thanks, a greeting: nothing to answer. */
  readonly isSmallTalk: boolean
  readonly wantsHuman: boolean
  readonly isAngry: boolean
  readonly isAgain: boolean
}

const otherTopics = ['delivery', 'payment', 'returns', 'orders', 'lamps'] as const
const promise = 'I will forward this to a colleague, who will get back to you.'

const topicOf = ({ topic }: AboutMessage, random: Random): string | undefined => {
  if (!random.chance(errorRates.wrongTopic)) return topic
  return random.chance(0.5) ? random.pick(otherTopics) : undefined
}

const signalsOf = (about: AboutMessage, { messages }: DraftRequest, random: Random): Signals => {
  const topic = topicOf(about, random)
  const isRight = !random.chance(about.answerable ? errorRates.missesAnswer : errorRates.inventsAnswer)
  return {
    answered: about.isSmallTalk || about.answerable === isRight,
    ...(topic !== undefined && !about.isSmallTalk && { topic }),
    wantsHuman: about.wantsHuman || random.chance(errorRates.hearsPerson),
    // Models say such shares with two digits.
    frustration: Math.round(100 * (about.isAngry ? 0.6 + 0.35 * random.next() : 0.15 * random.next())) / 100,
    distress: false,
    restatesEarlierQuestion: about.isAgain && !random.chance(errorRates.missesRepeat),
    wish: about.isSmallTalk ? '' : `Asks: ${messages.join(' ').slice(0, 200).toWellFormed()}`,
    ownTopics: [],
  }
}

const firstSentences = (text: string): string => text.split('\n')[0]?.slice(0, 240).toWellFormed() ?? ''

/** Answers from the best passage, as a model would, and is wrong as often as it says above. */
export const standIn = (about: AboutMessage, random: Random): Assistant => ({
  draft: async (request): Promise<Draft> => {
    if (random.chance(errorRates.unavailable))
      throw new AssistantUnavailableError(random.pick(['throttled', 'timed-out']))
    const signals = signalsOf(about, request, random)
    const [best] = request.passages
    const answer = about.isSmallTalk || !best ? 'With pleasure.' : firstSentences(best.text) || best.title
    return {
      reply: random.chance(errorRates.promisesPerson) ? `${answer} ${promise}` : answer,
      signals,
      sources: { passages: best && signals.answered ? [best] : [], records: [] },
      calls: 1,
      model: 'stand-in',
      usage: noUsage,
    }
  },
})
