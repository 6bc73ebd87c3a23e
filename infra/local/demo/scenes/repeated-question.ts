import { expect } from '../expect.ts'
import type { Scene } from '../stage.ts'

export const repeatedQuestion: Scene = {
  title: 'The same question for the third time',
  what: 'Twice the assistant answers; the third time, in other words again, a person takes over.',
  play: async (stage) => {
    const dora = stage.customer({ id: 'u-dora', name: 'Dora' })
    const mia = stage.agent('care-1', 'Mia')

    await dora.says('How long does delivery to Germany take?')
    await dora.hears('assistant')
    await dora.says('So how long will the delivery to Germany take?')
    await dora.hears('assistant')
    await dora.says('I am asking how long delivery takes to Germany')
    await dora.hears('system')
    const { handoff } = await mia.claims('care')

    expect(handoff.trigger === 'repeated-question', `the trigger is repeated-question (it is ${handoff.trigger})`)
    expect(handoff.brief.tried.length > 0, 'the brief says what the assistant tried')
    await mia.resolves(handoff.id, 'solved')
  },
}
