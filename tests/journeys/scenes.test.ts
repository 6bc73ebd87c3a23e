import { afterAll, beforeAll, describe, test } from 'vitest'
import { type Callback, startCallback } from '#infra/local/demo/callback.ts'
import { allScenes } from '#infra/local/demo/scenes/all-scenes.ts'
import { createStage, type Stage } from '#infra/local/demo/stage.ts'
import { standardLine } from '#infra/local/demo/standard-line.ts'
import { silentTelling } from '#infra/local/demo/telling.ts'
import { type LocalCloud, startLocalCloud } from '#infra/local/desk/local-cloud.ts'

let callback: Callback
let cloud: LocalCloud
let stage: Stage

beforeAll(async () => {
  callback = await startCallback()
  cloud = await startLocalCloud({ callbackUrl: callback.url })
  callback.trust(cloud.ready.callbackSecret)
  stage = createStage({
    ready: cloud.ready,
    line: standardLine(cloud.ready, callback),
    tell: silentTelling,
    setMood: async (mood) => cloud.setMood(mood),
  })
})

afterAll(async () => {
  await cloud?.close()
  await callback?.close()
})

// The scenes expect for themselves; the last one reads the log of all before it, so they run in order.
describe('the demo, scene by scene', () => {
  for (const scene of allScenes) test(scene.title, () => scene.play(stage), 40_000)
})
