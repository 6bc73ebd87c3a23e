import { setTimeout } from 'node:timers/promises'
import { startCallback } from '#infra/local/demo/callback.ts'
import { createStage, type Stage } from '#infra/local/demo/stage.ts'
import { standardLine } from '#infra/local/demo/standard-line.ts'
import { silentTelling } from '#infra/local/demo/telling.ts'
import { type LocalCloud, startLocalCloud } from '#infra/local/desk/local-cloud.ts'

/** `TakeTurn dynamodb TransactWriteItems` → how often. */
export type CallsByOperation = Readonly<Record<string, number>>

export interface CallFigures {
  readonly perAnsweredMessage: CallsByOperation
  readonly perHandoff: CallsByOperation
  readonly perClaim: CallsByOperation
}

/** Deliveries are marked after they arrived; their last call ends a moment later. */
const settleMs = 700

/** The calls that the functions' own code makes while `play` runs; what the platform does for them is not theirs. */
const countCalls = async (cloud: LocalCloud, play: () => Promise<unknown>): Promise<CallsByOperation> => {
  await setTimeout(settleMs)
  cloud.resetCalls()
  await play()
  await setTimeout(settleMs)
  const own = cloud
    .calls()
    .filter(({ caller }) => !caller.endsWith('event source') && caller !== 'operator' && caller !== 'Sweep')
  return Object.fromEntries(
    own.map(({ caller, service, operation, count }) => [`${caller} ${service} ${operation}`, count]),
  )
}

const playCalls = async (cloud: LocalCloud, stage: Stage): Promise<CallFigures> => {
  const question = 'How many days do I have to send back a lamp?'
  // The first message of all warms what is fetched once per execution environment, such as secrets.
  const warm = stage.customer({ id: 'u-warm', name: 'Warm' })
  await warm.says(question)
  await warm.hears('assistant')

  const [asks, leaves] = [
    stage.customer({ id: 'u-ask', name: 'Ask' }),
    stage.customer({ id: 'u-leave', name: 'Leave' }),
  ]
  const agent = stage.agent('care-1', 'Care')
  const perAnsweredMessage = await countCalls(cloud, async () => {
    await asks.says(question)
    await asks.hears('assistant')
  })
  const perHandoff = await countCalls(cloud, async () => {
    await leaves.says('I want to talk to a person')
    await leaves.hears('system')
  })
  const perClaim = await countCalls(cloud, () => agent.claims('care'))
  return { perAnsweredMessage, perHandoff, perClaim }
}

/** Counts AWS calls, by function and operation, over the whole deployed way of a message. */
export const measureCalls = async (): Promise<CallFigures> => {
  const callback = await startCallback()
  const cloud = await startLocalCloud({ callbackUrl: callback.url })
  try {
    callback.trust(cloud.ready.callbackSecret)
    const setMood = async () => {}
    return await playCalls(
      cloud,
      createStage({ ready: cloud.ready, line: standardLine(cloud.ready, callback), tell: silentTelling, setMood }),
    )
  } finally {
    await cloud.close()
    await callback.close()
  }
}
