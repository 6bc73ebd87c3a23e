import { randomUUID } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import type { ClaimedHandoff } from '#infra/local/demo/agent.ts'
import { expect } from '#infra/local/demo/expect.ts'
import type { Day, Play } from '../day.ts'

/** Characters of every kind that JSON can carry and queues, tables or models may choke on. */
const strange = '\u0000\u0001\u001f\ufffe\uffff\u2028 \ud83d\ude00 <b>"\\'

/** As much as the channel takes: 300 KB of text, 64 KB of attachments, 16 KB of what the company vouches for, and a token of nobody's. */
const longest = (thread: string, sender: string, text: string) => {
  const room = 300 * 1_024 - Buffer.byteLength(text)
  return {
    type: 'message.created',
    data: {
      conversation: { id: thread },
      sender: {
        id: sender,
        name: 'é'.repeat(256),
        token: 't'.repeat(8_192),
        verified: Object.fromEntries(Array.from({ length: 28 }, (_, n) => [`claim-${n}`, 'v'.repeat(512)])),
      },
      message: {
        id: 'm'.repeat(512),
        text: text + '\u00fc'.repeat(Math.floor(room / 2)),
        attachments: Array.from({ length: 20 }, () => ({
          name: 'n',
          url: `https://example.com/${'u'.repeat(3_000)}`,
          size: 1,
        })),
      },
    },
  }
}

/** Signed and sent as it is: the demo's customers send less. */
const deliver = async ({ cloud }: Day, message: object, id: string): Promise<void> => {
  const body = JSON.stringify(message)
  const at = new Date()
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': new Webhook(cloud.ready.webhookSecret).sign(id, at, body),
  }
  const { status } = await fetch(cloud.ready.webhookUrl, { method: 'POST', headers, body })
  expect(status === 202, `the longest message is taken (answered ${status})`)
}

const claimsAtMost = 5

export const extremes: Play = {
  title: 'the longest ids and texts that the doors take, and the strangest characters',
  play: async (day) => {
    const asks = `${'t'.repeat(511)}?`
    await deliver(day, longest(asks, '😀'.repeat(128), `How do I return a lamp? ${strange}`), 'w'.repeat(256))
    await day.answerOn(asks)
    const wants = 'ö'.repeat(512)
    await deliver(day, longest(wants, 'ß'.repeat(256), `I want to talk to a human. ${strange}`), `w-${randomUUID()}`)
    await day.answerOn(wants)

    const ada = day.agent('care-1', 'Ada')
    for (let n = 1; n <= claimsAtMost; n += 1) {
      const claimId = `${n}${'😀'.repeat(63)}`
      const { status, body } = await ada.call<ClaimedHandoff>('POST', '/teams/care/claim', { claimId })
      if (status !== 200) break
      const path = `/handoffs/${body.handoff.id}`
      await ada.call('POST', `${path}/notes`, { text: strange })
      await ada.call('POST', `${path}/messages`, { text: `${strange}${'😀'.repeat(2_000)}` })
      const resolved = await ada.call('POST', `${path}/resolve`, { outcome: 'solved', note: strange })
      expect(resolved.status === 204, `it is resolved (answered ${resolved.status})`)
    }
    const admin = day.agent('admin', 'Admin')
    const path = `/customers/${encodeURIComponent('ß'.repeat(128))}`
    await admin.call('PUT', path, { name: strange, tier: 'x'.repeat(64), value: 0.1 })
    await admin.call('DELETE', path)
  },
}
