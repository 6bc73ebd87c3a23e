import { ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { expect } from '#infra/local/demo/expect.ts'
import { attachmentKey, threadPrefix } from '#shared/attachment/attachment-store.ts'
import { settledMs } from '#shared/handoff/erasure.ts'
import { reportPath } from '#shared/report/report-store.ts'
import { threadOf } from '#tests/support/inbound.ts'
import type { Day, Play } from '../day.ts'
import { handoffsOf, messagesOf, oweErasureNow, put } from '../table.ts'
import { asksWhatIf, handedOffLastWeek } from './reading.ts'

interface Receipt {
  readonly id: string
  readonly verifiedAt?: string
  readonly erased: Readonly<Record<string, number>>
}

/** The bucket of a door, in the operator's hand. */
const filesOf = ({ cloud }: Day, variable: string) => {
  const client = new S3Client({ ...cloud.operator, forcePathStyle: true })
  const Bucket = cloud.running.functionNamed('Sweep').definition.environment[variable]
  return {
    put: (Key: string, Body: string) => client.send(new PutObjectCommand({ Bucket, Key, Body })),
    count: async (Prefix: string) =>
      (await client.send(new ListObjectsV2Command({ Bucket, Prefix }))).Contents?.length ?? 0,
  }
}

/** What a turn and a report that were under way keep once their customer is erased. */
const keptMeanwhile = async (day: Day, thread: string, items: readonly Record<string, unknown>[]): Promise<void> => {
  const threadId = threadOf(thread)
  for (const item of items) await put(day, item)
  const file = attachmentKey({ threadId, messageId: 'meanwhile', index: 0 })
  await filesOf(day, 'ATTACHMENT_BUCKET').put(file, 'a picture')
  await filesOf(day, 'REPORT_BUCKET').put(reportPath('2026-W01', 'json'), JSON.stringify({ threadId }))
}

const lookAgain = async (day: Day, erasureId: string, agoMs = 0): Promise<void> => {
  await oweErasureNow(day, erasureId, agoMs)
  await day.cloud.sweep()
}

export const lookedAtAgain: Play = {
  title: 'an erasure is looked at again, and finds what was under way: words, a file, a report; a what-if goes at once',
  play: async (day) => {
    const admin = day.agent('admin', 'Admin')
    const { identity, thread } = await day.waitingFor('retention')
    await handedOffLastWeek(day, thread)
    const whatIf = await asksWhatIf(day.agent('supervisor', 'Sue'))
    const items = [...(await messagesOf(day, thread)), ...(await handoffsOf(day, thread))]
    const asked = await admin.call<Receipt>('DELETE', `/customers/${identity.id}`)
    expect(asked.status === 200, `${identity.id} is erased (answered ${asked.status})`)
    const quoting = await day.agent('supervisor', 'Sue').call('GET', `/what-if/${whatIf}`)
    expect(quoting.status === 404, `the what-if that quoted them is gone (answered ${quoting.status})`)

    await keptMeanwhile(day, thread, items)
    await lookAgain(day, asked.body.id)
    await lookAgain(day, asked.body.id, settledMs)

    const { body } = await admin.call<Receipt>('GET', `/erasures/${asked.body.id}`)
    expect(body.verifiedAt !== undefined, 'nothing was found any more')
    const { messages = 0, handoffs = 0, files, reports = 0 } = body.erased
    const before = asked.body.erased
    expect(messages > (before.messages ?? 0) && handoffs > (before.handoffs ?? 0), 'the words were found')
    expect(files === 1 && reports === (before.reports ?? 0) + 1, 'the file and the report were found')
    const left = await filesOf(day, 'ATTACHMENT_BUCKET').count(threadPrefix(threadOf(thread)))
    expect(left + (await messagesOf(day, thread)).length === 0, 'nothing is left of their thread')
  },
}
