import { setTimeout } from 'node:timers/promises'
import type { AgentAtWork, MessageView } from '../agent.ts'
import { expect } from '../expect.ts'
import type { Scene } from '../stage.ts'

const burst = [
  'Hi there',
  'the lamp I bought from you in spring flickers',
  'and the second one has a scratch',
  'please let me talk to a person',
]
const lookMs = 100
const looks = 100

const wordsOf = async (agent: AgentAtWork, conversationId: string): Promise<readonly string[]> => {
  const { body } = await agent.call<{ messages: MessageView[] }>('GET', `/conversations/${conversationId}`)
  return body.messages.flatMap(({ author, text }) => (author.kind === 'customer' ? [text] : []))
}

export const inAHurry: Scene = {
  title: 'Four messages in a hurry',
  what: 'Written faster than anybody answers: nothing is lost, and all of it stays in its order.',
  play: async (stage) => {
    const lars = stage.customer({ id: 'u-lars', name: 'Lars' })
    const ada = stage.agent('care-1', 'Ada')

    for (const text of burst) await lars.says(text)
    await lars.hearsUntil('system')
    const { handoff } = await ada.claims('care')
    // The handoff may have come before the last of them was read.
    let told = await wordsOf(ada, handoff.conversationId)
    for (let look = 0; look < looks && told.length < burst.length; look += 1) {
      await setTimeout(lookMs)
      told = await wordsOf(ada, handoff.conversationId)
    }

    expect(told.join(' | ') === burst.join(' | '), `they stand as they were written (${told.join(' | ')})`)
    await ada.resolves(handoff.id, 'solved')
  },
}
