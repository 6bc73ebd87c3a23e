import { followUpConversations } from './follow-up-conversations.ts'
import type { Phrasings } from './phrasings.ts'

/** A customer's side, oldest first, and whether its last message asks something for the third time. */
export interface Conversation {
  readonly messages: readonly string[]
  readonly repeats: boolean
}

const DIALOGUE_CUTS = 6

/** Conversations of each kind for each group of phrasings, and pieces of the authored dialogues. */
export const composeConversations = (
  phrasings: Phrasings,
  dialogues: readonly (readonly string[])[],
  rounds: number,
  random: () => number,
): readonly Conversation[] => {
  const amid = (messages: readonly string[], group: number) => withTalk(messages, group, phrasings, random)
  const composed: Conversation[] = []
  for (let at = 0; at < phrasings.count * rounds; at++) {
    const group = at % phrasings.count
    const asked = repeating(group, phrasings, random)
    if (asked !== undefined) composed.push({ messages: amid(asked, group), repeats: true })
    composed.push({ messages: amid(differing(group, phrasings), group), repeats: false })
  }
  return [
    ...composed,
    ...followUpConversations(phrasings, rounds, random),
    ...dialogues.flatMap((dialogue) => cuts(dialogue, phrasings)),
  ]
}

const OFTENER = 0.2
const INTERRUPTED = 0.4
const ECHOED = 0.2

/** One thing three or four times, sometimes with another question between. */
const repeating = (
  group: number,
  { several, one, again, another, maybe }: Phrasings,
  random: () => number,
): readonly string[] | undefined => {
  const worded = several(group, maybe(OFTENER) ? 4 : 3)
  if (worded.length < 3) return undefined
  const asked = maybe(ECHOED) ? [...worded.slice(1), again(worded[1] ?? '')] : worded
  return maybe(INTERRUPTED) ? inserted(asked, one(another(group)), random) : asked
}

const TWICE = 0.5
const BOTH_TWICE = 0.2

/** Different things; half the time one of them twice, or two of them. */
const differing = (group: number, { several, one, again, another, maybe, upTo }: Phrasings): readonly string[] => {
  const other = another(group)
  if (!maybe(TWICE)) return others(group, 3 + upTo(1), another).map(one)
  const [first = one(group), worded = one(group)] = several(group, 2)
  const second = maybe(ECHOED) ? again(first) : worded
  if (maybe(BOTH_TWICE)) return [...several(other, 2), first, second]
  return maybe(0.5) ? [first, second, one(other)] : [first, one(other), second]
}

const TRIES = 40

const others = (group: number, many: number, another: Phrasings['another']): readonly number[] => {
  const found = new Set([group])
  for (let tries = 0; found.size < many && tries < TRIES; tries++) found.add(another(group))
  return [...found].reverse()
}

const MOST_TALK = 2

const withTalk = (
  messages: readonly string[],
  group: number,
  { upTo, small }: Phrasings,
  random: () => number,
): readonly string[] =>
  Array.from({ length: upTo(MOST_TALK) }, () => small(group)).reduce(
    (all, line) => inserted(all, line, random),
    messages,
  )

/** Anywhere but at the end: the last message is the one that is judged. */
const inserted = (messages: readonly string[], line: string, random: () => number): readonly string[] =>
  messages.toSpliced(Math.floor(random() * messages.length), 0, line)

const KEPT = 0.9

const cuts = (dialogue: readonly string[], { maybe, upTo }: Phrasings): readonly Conversation[] =>
  Array.from({ length: DIALOGUE_CUTS }, (_, at) => ({
    messages: at === 0 ? dialogue : dialogue.slice(0, 3 + upTo(dialogue.length)).filter(() => maybe(KEPT)),
    repeats: false,
  }))
