import { join } from 'node:path'
import { projectFolder } from '#infra/bundle/door-entries.ts'
import { shippedRepeats } from '#infra/triggers/shipped.ts'
import { triggersSchema } from '#shared/config/triggers-schema.ts'
import { openRepeats } from '#shared/triggers/repeated/open-repeats.ts'
import { repeatedQuestion } from '#shared/triggers/repeated-question.ts'
import { type Held, heldConversations, type Kind } from './conversations.ts'

const config = triggersSchema.parse({})
const ears = { repeats: openRepeats(shippedRepeats) }

const firesAt = (messages: readonly string[], last: number): boolean =>
  repeatedQuestion({ messages: messages.slice(last, last + 1), earlier: messages.slice(0, last) }, config, ears) !==
  undefined

/** One that repeats must fire at its last message; one that does not must fire at none. */
const fires = ({ kind, messages }: Held): boolean =>
  kind === 'one thrice' ? firesAt(messages, messages.length - 1) : messages.some((_, last) => firesAt(messages, last))

const share = (fired: readonly boolean[]): string =>
  fired.length === 0 ? '   -' : (fired.filter(Boolean).length / fired.length).toFixed(2).padStart(4)

const row = (name: string, judged: readonly (Held & { readonly fired: boolean })[]): string => {
  const of = (kind: Kind) => judged.filter((one) => one.kind === kind).map(({ fired }) => fired)
  const [once, twice, thrice] = [of('each once'), of('one twice'), of('one thrice')]
  return `${name.padEnd(8)} R ${share(thrice)} of ${thrice.length}  FPR ${share(once)} of ${once.length}  FPR with one asked twice ${share(twice)} of ${twice.length}`
}

/** How the repeated question holds on conversations about one thing that nothing was trained on. */
for (const folder of ['held-out', 'unseen', 'unseen-2']) {
  const judged = heldConversations(join(projectFolder, 'tests/eval/repeats', folder)).map((one) => ({
    ...one,
    fired: fires(one),
  }))
  console.log(`${folder}\n${row('all', judged)}`)
  for (const [language, own] of Map.groupBy(judged, (one) => one.language)) console.log(row(language, own))
}
