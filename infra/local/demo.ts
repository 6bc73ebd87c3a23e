import { startCallback } from './demo/callback.ts'
import { playScenes } from './demo/play.ts'
import { allScenes } from './demo/scenes/all-scenes.ts'
import { createStage } from './demo/stage.ts'
import { tellTo } from './demo/telling.ts'
import { startLocalCloud } from './desk/local-cloud.ts'

const tell = tellTo(console.log, process.stdout.isTTY === true && process.env.NO_COLOR === undefined)

/** Plays every scene against a local cloud of its own. Returns the titles of those that did not go as they should. */
const playAll = async (): Promise<readonly string[]> => {
  const callback = await startCallback()
  const cloud = await startLocalCloud({ callbackUrl: callback.url }).catch(async (error: unknown) => {
    await callback.close()
    throw error
  })
  callback.trust(cloud.ready.callbackSecret)
  const stage = createStage({ ready: cloud.ready, callback, tell, setMood: async (mood) => cloud.setMood(mood) })
  const played = await playScenes(allScenes, stage, {
    begins: ({ title, what }, number) => tell.scene(number, title, what),
    ends: ({ failure }) => {
      if (failure !== undefined) tell.fact(`✗ ${failure}`)
    },
  })
  await cloud.close()
  await callback.close()
  return played.flatMap(({ scene, failure }) => (failure === undefined ? [] : [scene.title]))
}

console.log(
  'Baton, played against the local cloud. The model is a stand-in that answers from the passages it is given.',
)
const failed = await playAll()
console.log(`\n${allScenes.length - failed.length} of ${allScenes.length} scenes went as they should`)
for (const title of failed) console.log(`  not: ${title}`)
process.exit(failed.length === 0 ? 0 : 1)
