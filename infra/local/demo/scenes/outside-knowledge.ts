import { expect } from '../expect.ts'
import type { Scene } from '../stage.ts'

export const outsideKnowledge: Scene = {
  title: 'A question outside the knowledge',
  what: 'Nothing connected answers it, and the assistant does not make something up.',
  trigger: 'outside-knowledge',
  play: async (stage) => {
    const wanda = stage.customer({ id: 'u-wanda', name: 'Wanda' })
    const ada = stage.agent('care-1', 'Ada')

    await wanda.says('Which vaccinations does my dog need for a trip to Japan?')
    await wanda.hears('system')
    const { handoff } = await ada.claims('care')

    expect(handoff.trigger === 'outside-knowledge', `the trigger is outside-knowledge (it is ${handoff.trigger})`)
    await ada.resolves(handoff.id, 'unsolved')
  },
}
