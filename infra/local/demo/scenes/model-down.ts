import { expect } from '../expect.ts'
import type { Scene } from '../stage.ts'

export const modelDown: Scene = {
  title: 'The model is down',
  what: 'Bedrock throttles and fails: the customer is neither left in silence nor shown an error.',
  trigger: 'assistant-unavailable',
  needsMoods: true,
  play: async (stage) => {
    const xaver = stage.customer({ id: 'u-xaver', name: 'Xaver' })
    const ada = stage.agent('care-1', 'Ada')

    await stage.setMood('down')
    try {
      await xaver.says('Do you deliver to Switzerland and what does it cost?')
      await xaver.hears('system')
    } finally {
      await stage.setMood('normal')
    }
    const { handoff } = await ada.claims('care')

    expect(
      handoff.trigger === 'assistant-unavailable',
      `the trigger is assistant-unavailable (it is ${handoff.trigger})`,
    )
    await ada.resolves(handoff.id, 'solved')
  },
}
