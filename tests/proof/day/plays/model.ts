import { malformations } from '#infra/local/model/malformed.ts'
import type { Day, Play } from '../day.ts'

/** Asks what only the model can answer, this many times, each time as somebody else; a handoff is resolved. */
const ask = async (day: Day, count: number): Promise<void> => {
  const agent = day.agent('care-1', 'Ada')
  for (let n = 0; n < count; n += 1) {
    const max = day.customer({ id: 'u-max', name: 'Max' })
    await max.says('Do you deliver sofas to Austria?')
    if ((await day.answerOn(max.thread)) === 'system')
      await agent.resolves((await agent.claims('care')).handoff.id, 'solved')
  }
}

export const wrongModel: Play = {
  title: 'a model that is down, obeys its customer, or answers in every wrong way',
  play: async (day) => {
    try {
      await day.setMood('down')
      await ask(day, 2)
      await day.setMood('obedient')
      await ask(day, 1)
      await day.setMood('malformed')
      await ask(day, Object.keys(malformations).length)
    } finally {
      await day.setMood('normal')
    }
  },
}
