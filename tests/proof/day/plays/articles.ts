import { setTimeout } from 'node:timers/promises'
import { expect } from '#infra/local/demo/expect.ts'
import type { Day, Play } from '../day.ts'

const patienceMs = 20_000

/** A change lies in the queue; the door, called by hand, begins the job that settles it when the queue brings it. */
const synced: Play = {
  title: 'an article changes, and is settled by the job that began after it',
  play: async ({ cloud }: Day) => {
    const { stack, queues, functionNamed } = cloud.running
    const [changes] = stack.ofType('AWS::SQS::Queue').filter(({ id }) => id.startsWith('KnowledgeSyncChanges'))
    const queue = changes && queues.byArn(stack.arnOf(changes))
    expect(queue, 'the changes have a queue')
    queue.send({ body: '{}', delaySeconds: 3 })
    const attributes = { SentTimestamp: String(Date.now()), ApproximateReceiveCount: '1' }
    await setTimeout(10)
    await functionNamed('SyncKnowledge').invoke({
      Records: [{ messageId: 'm', receiptHandle: 'r', body: '{}', attributes }],
    })
    for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await setTimeout(100)) {
      const { visible, inFlight, delayed } = queue.depth()
      if (visible + inFlight + delayed === 0) return
    }
    throw new Error(`the change of an article was not settled: ${JSON.stringify(queue.depth())}`)
  },
}

/** Where Bedrock searches the articles. */
export const articlePlays: readonly Play[] = [synced]
