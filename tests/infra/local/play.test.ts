import { expect, test } from 'vitest'
import { playScenes } from '#infra/local/demo/play.ts'
import { allScenes, scenesOfRealModel } from '#infra/local/demo/scenes/all-scenes.ts'
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

test('a real model is not taken down and is not told of the orders of this machine; the log comes last in both', () => {
  const withoutThese = allScenes.filter(({ needsMoods, needsOrders }) => !needsMoods && !needsOrders)

  expect(withoutThese).toHaveLength(allScenes.length - 2)
  expect(scenesOfRealModel.map(({ title }) => title)).toEqual(withoutThese.map(({ title }) => title))
  expect(scenesOfRealModel.at(-1)?.title).toBe('The log of it all')
})
