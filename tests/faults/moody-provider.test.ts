import { expect, test } from 'vitest'
import { talkOverMoodyProvider } from './provider-answers.ts'

test.each([0, 2, 3, 9])(
  'over the moods of provider %i nothing is lost or too early, and agents hear of what is refused',
  async (seed) => {
    const { answers, ...run } = await talkOverMoodyProvider(seed)

    expect(run).toMatchObject({ violations: [], tooEarly: 0, unheard: 0 })
    expect(run.refused).toBeGreaterThan(0)
    expect(answers.size).toBeGreaterThanOrEqual(4)
  },
)
