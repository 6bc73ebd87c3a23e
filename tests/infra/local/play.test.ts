import { expect, test } from 'vitest'
import { playScenes } from '#infra/local/demo/play.ts'
import { allScenes, scenesOfDeployment } from '#infra/local/demo/scenes/all-scenes.ts'
import type { Scene, Stage } from '#infra/local/demo/stage.ts'

const stage = {} as Stage
const scene = (title: string, play: () => Promise<void>): Scene => ({ title, what: '', play })

test('plays one after the other, and one that fails stops none', async () => {
  const order: string[] = []
  const scenes = [
    scene('first', async () => void order.push('first')),
    scene('second', async () => {
      throw new Error('expected that it ends')
    }),
    scene('third', async () => void order.push('third')),
  ]

  const played = await playScenes(scenes, stage, {
    begins: ({ title }, number) => order.push(`${number} ${title}`),
    ends: ({ scene: { title }, failure }) => order.push(`${title}: ${failure ?? 'fine'}`),
  })

  expect(order).toEqual([
    ...['1 first', 'first', 'first: fine'],
    ...['2 second', 'second: expected that it ends'],
    ...['3 third', 'third', 'third: fine'],
  ])
  expect(played.map(({ failure }) => failure)).toEqual([undefined, 'expected that it ends', undefined])
})

test.each([
  { moods: true, missing: ['The assistant looks something up'] },
  { moods: false, missing: ['The assistant looks something up', 'The model is down'] },
])('a deployment is played all but what only this machine has, the log last: %o', ({ moods, missing }) => {
  const titles = scenesOfDeployment({ moods }).map(({ title }) => title)

  expect(allScenes.map(({ title }) => title).filter((title) => !titles.includes(title))).toEqual(missing)
  expect(titles.at(-1)).toBe('The log of it all')
})
