import type { DeployedConfig } from '#shared/config/read-config.ts'
import type { LoggedConversation } from '#shared/report/conversation-log.ts'
import { dynamoConversationLog } from '#shared/report/dynamo-conversation-log.ts'
import { seededRandom } from '#shared/words/training/random.ts'
import { languages, wordsIn } from '#tests/faults/briefs/conversation-texts.ts'
import { replyOf } from '#tests/simulation/model.ts'
import { Simulation } from '#tests/simulation/simulation.ts'
import { mondayMorning } from '#tests/support/test-clock.ts'

const second = 1_000
const threads = ['t0', 't1', 't2', 't3', 't4']
const angry = ['This is ridiculous, I have been waiting for hours!!', 'Nobody helps me, this is useless']

/** What the model says of a question hangs on its words alone: another turn about the same words hears the same. */
const modelSays = (asked: string) => {
  const random = seededRandom([...asked].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 99_991, 7))
  if (random() < 0.05) return undefined
  return replyOf({
    reply: random() < 0.05 ? 'A colleague will call you tomorrow.' : 'Within 30 days.',
    answered: random() < 0.92,
    wantsHuman: random() < 0.03,
    frustration: Math.round(random() * 60) / 100,
    distress: random() < 0.03,
    restatesEarlierQuestion: random() < 0.05,
    wish: 'Wants to return the lamp',
    ownTopics: [],
    ...(random() < 0.05 && { topic: 'cancellation' }),
    sources: random() < 0.95 ? ['1'] : [],
  })
}

/** A few threads of several conversations each, with people who return some of them. */
export const playWorld = async (seed: number, deployed?: DeployedConfig): Promise<Simulation> => {
  // What customers write does not hang on what becomes of it.
  const [random, fate] = [seededRandom(seed), seededRandom(seed + 1)]
  const pick = <T>(of: readonly T[], by = random): T => of[Math.floor(by() * of.length)] as T
  let asked = ''
  const simulation = new Simulation({ seed, ...(deployed && { deployed }), model: () => modelSays(asked) })
  const { world, customers } = simulation
  let ids = 0

  const says = async (thread: string, texts: readonly string[]): Promise<void> => {
    asked = texts.join('\n')
    for (const text of texts) {
      ids += 1
      await world.run(() => customers.says(thread, text, `m-${ids}`))
    }
    await world.pass(second)
  }
  const works = async (team: string, verb: 'return' | 'resolve' | 'keep'): Promise<void> => {
    const agent = simulation.agent(`${team}-${ids}`)
    const { status, body } = await world.run(() => agent.claim(team))
    if (status !== 200) return
    const { id } = (body as unknown as { handoff: { id: string } }).handoff
    await world.run(() => agent.act('messages', id, { text: 'I am looking into it' }))
    if (verb === 'return') await world.run(() => agent.act('return', id))
    if (verb === 'resolve')
      await world.run(() => agent.act('resolve', id, { outcome: pick(['solved', 'unsolved'], fate) }))
    await world.pass(second)
  }

  for (let round = 0; round < 4; round += 1) {
    for (const thread of threads) {
      const { asks, wants } = wordsIn[pick(languages)]
      await says(thread, random() < 0.3 ? [pick(asks), pick(asks)] : [pick(asks)])
      if (random() < 0.2) await says(thread, [pick(angry)])
      if (random() < 0.2) await says(thread, [pick(wants)])
    }
    for (const team of ['care', 'billing', 'care']) await works(team, pick(['return', 'resolve', 'keep'], fate))
  }
  return simulation
}

/** The same, read back from the table. */
export const playTurns = async (seed: number, deployed?: DeployedConfig): Promise<readonly LoggedConversation[]> => {
  const { world } = await playWorld(seed, deployed)
  const conversations: LoggedConversation[] = []
  const log = dynamoConversationLog(world.cloud.openClients().table, () => world.time.now())
  await world.run(async () => {
    for await (const one of log.read(mondayMorning - second, world.time.now() + second)) conversations.push(one)
  })
  return conversations
}
