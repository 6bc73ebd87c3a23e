import type { Ears } from './ears.ts'
import type { Heard, Listen, Stretch } from './listen.ts'
import { read } from './reading.ts'
import { type Match, type Said, SURE, score, strongest } from './recognise.ts'
import type { Spoken } from './sayings.ts'
import { tone } from './tone.ts'
import type { Evidence, Judged } from './trigger.ts'

/** From `certain` on the words fire alone, from `possible` on the model decides. */
export interface Band {
  readonly certain: number
  readonly possible: number
}

export interface Finding {
  readonly certainty: 'certain' | 'possible'
  readonly evidence: Evidence & { readonly matched: string }
}

/** Triggers that may be heard in how something is said, not only in what. */
const TONED: readonly Spoken[] = ['frustration']

/**
 * What the new messages say about one trigger. Phrases and the classifier are independent witnesses: either is enough,
 * and two weak ones add up. A burst is heard as one text, since people break a sentence over two messages.
 */
export const spoken = (
  { messages }: Judged,
  trigger: Spoken,
  { certain, possible }: Band,
  { listen, recognise }: Ears,
): Finding | undefined => {
  const said = messages.map((message) => recognise(read(message))[trigger])
  const toned = TONED.includes(trigger) ? messages.flatMap(tone) : []
  const phrases = [...said.flatMap(({ matches }) => matches), ...toned]
  const heard = hear(messages, said, trigger, listen)
  const total = 1 - (1 - score(phrases)) * (1 - heard.probability)
  if (total < possible) return undefined
  const certainty = total >= certain ? 'certain' : 'possible'
  const evidence = {
    ...telling(strongest(phrases), heard),
    score: Number(total.toFixed(3)),
    threshold: certainty === 'certain' ? certain : possible,
  }
  return { certainty, evidence }
}

const NOTHING = { probability: 0, matched: '' }

const hear = (
  messages: readonly string[],
  said: readonly Said[],
  trigger: Spoken,
  listen: Listen,
): Omit<Heard, 'head'> =>
  listen(messages.join('\n'), deniedIn(messages, said), trigger).find(({ head }) => head === trigger) ?? NOTHING

/** What the phrases know to be negated or something else, which no classifier is to hear: in the burst, in order, none twice. */
const deniedIn = (messages: readonly string[], said: readonly Said[]): readonly Stretch[] => {
  const denied: Stretch[] = []
  let [before, done] = [0, 0]
  for (const [at, message] of messages.entries()) {
    for (const [start, end] of said[at]?.denied.toSorted(([one], [other]) => one - other) ?? []) {
      if (before + end > done) denied.push([Math.max(before + start, done), before + end])
      done = Math.max(done, before + end)
    }
    before += message.length + 1
  }
  return denied
}

const telling = (phrase: Match | undefined, heard: Omit<Heard, 'head'>) =>
  phrase !== undefined && phrase.weight >= Math.min(heard.probability, SURE)
    ? { matched: phrase.matched, detail: 'by phrase' }
    : { matched: heard.matched, detail: 'by classifier' }
