import { expect } from '../expect.ts'
import type { Scene } from '../stage.ts'

export const modelDown: Scene = {
  title: 'The model is down',
  what: 'Bedrock throttles and fails: the customer is neither left in silence nor shown an error.',
  play: async (stage) => {
    const gus = stage.customer({ id: 'u-gus', name: 'Gus' })
    const mia = stage.agent('care-1', 'Mia')

    await stage.setMood('down')
    try {
      await gus.says('Do you deliver to Switzerland and what does it cost?')
      await gus.hears('system')
    } finally {
      await stage.setMood('normal')
    }
    const { handoff } = await mia.claims('care')

    expect(
      handoff.trigger === 'assistant-unavailable',
      `the trigger is assistant-unavailable (it is ${handoff.trigger})`,
    )
    await mia.resolves(handoff.id, 'solved')
  },
}
