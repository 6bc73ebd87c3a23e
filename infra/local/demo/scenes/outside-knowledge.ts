import { expect } from '../expect.ts'
import type { Scene } from '../stage.ts'

export const outsideKnowledge: Scene = {
  title: 'A question outside the knowledge',
  what: 'Nothing connected answers it, and the assistant does not make something up.',
  play: async (stage) => {
    const fay = stage.customer({ id: 'u-fay', name: 'Fay' })
    const mia = stage.agent('care-1', 'Mia')

    await fay.says('Which vaccinations does my dog need for a trip to Japan?')
    await fay.hears('system')
    const { handoff } = await mia.claims('care')

    expect(handoff.trigger === 'outside-knowledge', `the trigger is outside-knowledge (it is ${handoff.trigger})`)
    await mia.resolves(handoff.id, 'unsolved')
  },
}
