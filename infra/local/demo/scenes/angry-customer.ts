import { expect } from '../expect.ts'
import type { Scene } from '../stage.ts'

export const angryCustomer: Scene = {
  title: 'An angry customer',
  what: 'Anger at the service is a failure, too: no further reply from the assistant.',
  trigger: 'frustration',
  play: async (stage) => {
    const viktor = stage.customer({ id: 'u-viktor', name: 'Viktor' })
    const eva = stage.agent('retention-1', 'Eva')

    await viktor.says('This is absolutely ridiculous!! Your service is useless and I am fed up with it')
    await viktor.hears('system')
    const { handoff } = await eva.claims('retention')

    expect(handoff.trigger === 'frustration', `the trigger is frustration (it is ${handoff.trigger})`)
    await eva.resolves(handoff.id, 'solved')
  },
}
