import { expect } from '../expect.ts'
import type { Scene } from '../stage.ts'

export const repeatedQuestion: Scene = {
  title: 'The same question for the third time',
  what: 'Twice the assistant answers; the third time, in other words again, a person takes over.',
  trigger: 'repeated-question',
  play: async (stage) => {
    const uma = stage.customer({ id: 'u-uma', name: 'Uma' })
    const ada = stage.agent('care-1', 'Ada')

    await uma.says('How long does delivery to Germany take?')
    await uma.hears('assistant')
    await uma.says('So how long will the delivery to Germany take?')
    await uma.hears('assistant')
    await uma.says('I am asking how long delivery takes to Germany')
    await uma.hears('system')
    const { handoff } = await ada.claims('care')

    expect(handoff.trigger === 'repeated-question', `the trigger is repeated-question (it is ${handoff.trigger})`)
    expect(handoff.brief.tried.length > 0, 'the brief says what the assistant tried')
    await ada.resolves(handoff.id, 'solved')
  },
}
