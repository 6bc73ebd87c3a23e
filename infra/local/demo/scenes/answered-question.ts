import { expect } from '../expect.ts'
import type { Scene } from '../stage.ts'

export const answeredQuestion: Scene = {
  title: 'A question that the knowledge answers',
  what: 'The assistant answers from the connected articles. Nobody is disturbed.',
  play: async (stage) => {
    const ada = stage.customer({ id: 'u-ada', name: 'Ada' })

    await ada.says('How many days do I have to send back a lamp I do not like?')
    const answer = await ada.hears('assistant')

    expect(/60 days/.test(answer.text), 'the answer comes from the article on returns')
    await stage.agent('care-1', 'Mia').findsNobody('care')
  },
}
