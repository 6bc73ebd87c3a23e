import type { Caller } from './callers.ts'
import { isAnswerable, isAsked, type Matter, matterOf, matters } from './matters.ts'
import { type Random, weighted } from './random.ts'
import type { AboutMessage } from './stand-in.ts'
import { sayingOf, type Wording } from './wording.ts'

const minuteMs = 60_000

/** What a customer does next, each as a share of those in the same place. */
const reactions = {
  satisfied: { thanks: 0.3, another: 0.16, again: 0.02, person: 0.012 },
  unsatisfied: { again: 0.6, person: 0.2, anger: 0.08 },
} as const
/** How often somebody asks the same again before they stop. */
const mostTries = 4

/** One conversation as its customer sees it. */
export interface Visit {
  readonly caller: Caller
  readonly wording: Wording
  /** What they want now. */
  matter: Matter
  /** How often they have asked for it. */
  tries: number
  /** What they came for. */
  readonly first: Matter
}

export interface Saying {
  readonly text: string
  readonly about: AboutMessage
  readonly afterMs: number
}

const choices = new Map<string, readonly (readonly [Matter, number])[]>()

/** What is asked in a language in a week: planted matters by their share, whatever is written down takes the rest. */
const choicesOf = ({ phrasing }: Caller, week: number): readonly (readonly [Matter, number])[] => {
  const key = `${phrasing.language} ${week}`
  const known = choices.get(key)
  if (known) return known
  const asked = matters.filter((matter) => phrasing.matters.has(matter.id) && isAsked(matter, week))
  const planted = asked.filter(({ kind }) => kind !== 'covered')
  const covered = asked.filter(({ kind }) => kind === 'covered')
  const rest = 1 - planted.reduce((sum, { weight }) => sum + weight, 0)
  const all = covered.reduce((sum, { weight }) => sum + weight, 0)
  const chosen = [
    ...planted.map((matter) => [matter, matter.weight] as const),
    ...covered.map((matter) => [matter, (matter.weight * rest) / all] as const),
  ]
  choices.set(key, chosen)
  return chosen
}

export const chooseMatter = (caller: Caller, week: number): Matter =>
  weighted(caller.random, choicesOf(caller, week)) ?? matterOf('one-off')

export const beginVisit = (caller: Caller, matter: Matter): Visit => ({
  caller,
  wording: caller.wording(),
  matter,
  tries: 0,
  first: matter,
})

const aboutMatter = ({ matter, tries }: Visit, week: number): AboutMessage => ({
  topic: matter.topic,
  answerable: isAnswerable(matter, week),
  isSmallTalk: false,
  wantsHuman: matter.id === 'ask-human',
  isAngry: matter.id === 'frustration',
  isAgain: tries > 0,
})

/** Their matter, in other words each time. */
export const askMatter = (visit: Visit, week: number, afterMs = 0): Saying => {
  const saying = { text: visit.wording.ask(visit.matter.id, visit.tries), about: aboutMatter(visit, week), afterMs }
  visit.tries += 1
  return saying
}

const thanks = ({ caller, matter }: Visit, afterMs: number): Saying => ({
  text: sayingOf(caller.phrasing, 'thanks', caller.random),
  about: {
    topic: matter.topic,
    answerable: true,
    isSmallTalk: true,
    wantsHuman: false,
    isAngry: false,
    isAgain: false,
  },
  afterMs,
})

const turnTo = (visit: Visit, matter: Matter, week: number, afterMs: number): Saying => {
  visit.matter = matter
  visit.tries = 0
  return askMatter(visit, week, afterMs)
}

const pickReaction = (random: Random, shares: Readonly<Record<string, number>>): string | undefined => {
  let left = random.next()
  for (const [name, share] of Object.entries(shares)) {
    left -= share
    if (left < 0) return name
  }
  return undefined
}

/** After an answer of the assistant's; nothing where the customer is silent. */
export const reactTo = (visit: Visit, wasSmallTalk: boolean, week: number): Saying | undefined => {
  const { caller, matter } = visit
  const { random } = caller
  if (wasSmallTalk) return undefined
  const isSatisfied = isAnswerable(matter, week) && visit.tries < 2
  const reaction = pickReaction(random, isSatisfied ? reactions.satisfied : reactions.unsatisfied)
  const afterMs = random.lognormal(1.2, 0.7) * minuteMs
  if (reaction === 'thanks') return thanks(visit, afterMs)
  if (reaction === 'another') return turnTo(visit, chooseMatter(caller, week), week, afterMs)
  if (reaction === 'person') return turnTo(visit, matterOf('ask-human'), week, afterMs)
  if (reaction === 'anger') return turnTo(visit, matterOf('frustration'), week, afterMs)
  return reaction === 'again' && visit.tries < mostTries ? askMatter(visit, week, afterMs) : undefined
}

/** Written in the line, by whoever has waited for too long. */
export const inLineWords = ({ caller, matter }: Visit, afterMs: number): Saying => ({
  text: sayingOf(caller.phrasing, caller.random.chance(0.4) ? 'never-mind' : 'still-there', caller.random),
  about: {
    topic: matter.topic,
    answerable: false,
    isSmallTalk: true,
    wantsHuman: false,
    isAngry: false,
    isAgain: false,
  },
  afterMs,
})
