import { expect } from '../expect.ts'
import type { Scene } from '../stage.ts'

export const answeredQuestion: Scene = {
  title: 'A question that the knowledge answers',
  what: 'The assistant answers from the connected articles. Nobody is disturbed.',
  play: async (stage) => {
    const rosa = stage.customer({ id: 'u-rosa', name: 'Rosa' })

    await rosa.says('How many days do I have to return a lamp?')
    const answer = await rosa.hears('assistant')

    expect(/60 days/.test(answer.text), 'the answer comes from the article on returns')
    await stage.agent('care-1', 'Ada').findsNobody('care')
  },
}
