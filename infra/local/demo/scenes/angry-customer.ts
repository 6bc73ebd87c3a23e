import { expect } from '../expect.ts'
import type { Scene } from '../stage.ts'

export const angryCustomer: Scene = {
  title: 'An angry customer',
  what: 'Anger at the service is a failure, too: no further reply from the assistant.',
  play: async (stage) => {
    const emil = stage.customer({ id: 'u-emil', name: 'Emil' })
    const ines = stage.agent('retention-1', 'Ines')

    await emil.says('This is absolutely ridiculous!! Your service is useless and I am fed up with it')
    await emil.hears('system')
    const { handoff } = await ines.claims('retention')

    expect(handoff.trigger === 'frustration', `the trigger is frustration (it is ${handoff.trigger})`)
    await ines.resolves(handoff.id, 'solved')
  },
}
