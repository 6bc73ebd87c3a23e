import { parseArgs } from 'node:util'
import type { ChannelName } from '#shared/config/config.ts'
import { AgentAtWork } from './demo/agent.ts'
import { startCallback } from './demo/callback.ts'
import type { CustomerLine } from './demo/customer-line.ts'
import { playScenes } from './demo/play.ts'
import { providerLine } from './demo/provider-line.ts'
import { allScenes } from './demo/scenes/all-scenes.ts'
import { createStage } from './demo/stage.ts'
import { standardLine } from './demo/standard-line.ts'
import { silentTelling, tellTo } from './demo/telling.ts'
import { type LocalCloud, startLocalCloud } from './desk/local-cloud.ts'
import { channelsNamed, playableChannels } from './providers/provider-list.ts'

const usage = `npm run demo -- [options]
  --channel NAME  plays the scenes on this channel, its provider played here; may be given several times, or once as
                  "all": ${playableChannels.join(', ')} (default: a company's own system, by Standard Webhooks)`

const tell = tellTo(console.log, process.stdout.isTTY === true && process.env.NO_COLOR === undefined)

/** Plays every scene on one channel. Returns the titles of those that did not go as they should. */
const playOn = async (cloud: LocalCloud, name: string, line: CustomerLine): Promise<readonly string[]> => {
  const stage = createStage({ ready: cloud.ready, line, tell, setMood: async (mood) => cloud.setMood(mood) })
  const played = await playScenes(allScenes, stage, {
    begins: ({ title, what }, number) => tell.scene(number, title, what),
    ends: ({ failure }) => {
      if (failure !== undefined) tell.fact(`✗ ${failure}`)
    },
  })
  const failed = played.flatMap(({ scene, failure }) => (failure === undefined ? [] : [scene.title]))
  console.log(`\n${allScenes.length - failed.length} of ${allScenes.length} scenes went as they should${name}`)
  for (const title of failed) console.log(`  not: ${title}`)
  return failed
}

/** Against a company's own callback, as a deployment has it. */
const playStandard = async (): Promise<readonly string[]> => {
  const callback = await startCallback()
  const cloud = await startLocalCloud({ callbackUrl: callback.url }).catch(async (error: unknown) => {
    await callback.close()
    throw error
  })
  callback.trust(cloud.ready.callbackSecret)
  const failed = await playOn(cloud, '', standardLine(cloud.ready, callback))
  await cloud.close()
  await callback.close()
  return failed
}

/** One channel after the other, all connected to one cloud. */
const playThere = async (channels: readonly ChannelName[]): Promise<readonly string[]> => {
  const cloud = await startLocalCloud({ channels })
  const { url, tokens } = cloud.ready
  const reader = new AgentAtWork('Supervisor', { url, token: tokens.supervisor, tell: silentTelling })
  const failed: string[] = []
  for (const [channel, provider] of cloud.providers) {
    if (channels.length > 1) tell.scene(0, channel, `Everybody writes on ${channel} now.`)
    failed.push(...(await playOn(cloud, ` on ${channel}`, providerLine(provider, reader))))
  }
  await cloud.close()
  return failed
}

const main = async (): Promise<number> => {
  const { values } = parseArgs({ options: { channel: { type: 'string', multiple: true }, help: { type: 'boolean' } } })
  if (values.help) {
    console.log(usage)
    return 0
  }
  const channels = channelsNamed(values.channel ?? [])
  console.log(
    'Baton, played against the local cloud. The model is a stand-in that answers from the passages it is given.',
  )
  const failed = await (channels.length === 0 ? playStandard() : playThere(channels))
  return failed.length === 0 ? 0 : 1
}

process.exit(
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    return 1
  }),
)
