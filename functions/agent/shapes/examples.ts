// One story told in every example of the document: a customer was charged twice.
const threadId = '9f2c4e1a7b3d5f6081a2c3e4'
const conversationId = `${threadId}.1`
const id = `${threadId}.1795428012000.1`

const inbound = {
  id: 'in_3b1f9c0d2e4a5b6c7d8e',
  conversationId,
  at: '2026-11-23T10:00:00.000Z',
  author: { kind: 'customer', name: 'Ada' },
  text: 'I was charged twice',
  attachments: [
    {
      name: 'statement.jpg',
      kept: { contentType: 'image/jpeg', size: 81_204 },
      link: `/conversations/${conversationId}/attachments/in_3b1f9c0d2e4a5b6c7d8e/0`,
    },
  ],
}
const notice = {
  id: 'notice_1',
  conversationId,
  at: '2026-11-23T10:00:12.000Z',
  author: { kind: 'system' },
  text: 'I am passing you on to our Billing team.',
  delivery: 'sent',
}
export const messageExample = {
  id: 'msg_5d41402abc4b2a76b971',
  conversationId,
  at: '2026-11-23T10:01:30.000Z',
  author: { kind: 'agent', name: 'Cleo', id: 'billing-1' },
  text: 'I see the second charge. It is on its way back to you.',
  delivery: 'pending',
}
export const noteExample = {
  id: 'note_7d793037a0760186574b',
  conversationId,
  at: '2026-11-23T10:02:10.000Z',
  author: { kind: 'agent', name: 'Cleo', id: 'billing-1' },
  text: 'Refund approved by finance.',
  internal: true,
}

const reason = 'Topic: billing dispute: "charged twice"'

export const handoffExample = {
  id,
  threadId,
  conversationId,
  number: 1,
  team: 'billing',
  kind: 'topic',
  trigger: 'billing-dispute',
  topic: 'billing-dispute',
  reason,
  status: 'claimed',
  startedAt: inbound.at,
  handedOffAt: notice.at,
  claimedAt: '2026-11-23T10:01:00.000Z',
  leaseUntil: '2026-11-23T10:03:00.000Z',
  agent: { id: 'billing-1', name: 'Cleo' },
  firstClaimedAt: '2026-11-23T10:01:00.000Z',
  clocks: { waitBeforeSeconds: 1, waitToClaimSeconds: 59 },
  language: 'en',
  channel: 'standard',
  rule: 'disputed charges',
  configVersion: '4f1d2c3b5a69',
  fired: [
    {
      trigger: 'billing-dispute',
      kind: 'topic',
      topic: 'billing-dispute',
      reason,
      evidence: { matched: 'charged twice', score: 0.9, threshold: 0.5 },
    },
  ],
  counters: { claims: 1, releases: 0, declines: 0, expiries: 0, transfers: 0, overflows: 0 },
  brief: {
    summary: 'The customer wrote: "I was charged twice"',
    customer: {
      id: 'u-17',
      name: 'Ada',
      nameFrom: 'profile',
      tier: 'gold',
      verified: { email: 'ada@example.com' },
      verifications: [
        {
          what: 'email',
          value: 'ada@example.com',
          how: 'token',
          by: 'a token of https://shop.example.com',
          at: '2026-11-23T10:00:00.000Z',
        },
      ],
    },
    records: [],
    tried: [],
  },
}

export const claimExample = {
  leaseUntil: handoffExample.leaseUntil,
  handoff: {
    ...handoffExample,
    brief: { ...handoffExample.brief, receipt: { messages: 2, messageIds: [inbound.id, notice.id] } },
  },
  transcript: [inbound, notice],
}

export const lineExample = {
  team: 'billing',
  waiting: [
    {
      handoffId: id,
      conversationId,
      startedAt: inbound.at,
      totalSeconds: 42,
      waitSeconds: 30,
      kind: 'topic',
      trigger: 'billing-dispute',
      topic: 'billing-dispute',
      reason,
    },
  ],
}

export const teamsExample = {
  teams: [{ id: 'billing', name: 'Billing', languages: ['en', 'de'], open: true, waiting: 1, capacity: 3 }],
}

export const conversationExample = {
  id: conversationId,
  threadId,
  status: 'claimed',
  startedAt: inbound.at,
  channel: 'standard',
  language: 'en',
  customerId: 'u-17',
  messages: [inbound, notice],
  handoffs: [claimExample.handoff],
  previous: [],
}

export const attachmentLinkExample = {
  url: 'https://files.s3.eu-central-1.amazonaws.com/9f2c/5d41?X-Amz-Expires=300&X-Amz-Signature=3b1f',
  expiresAt: '2026-11-23T10:06:00.000Z',
  name: 'statement.jpg',
  contentType: 'image/jpeg',
  size: 81_204,
}

export const profileExample = {
  name: 'Ada',
  tier: 'gold',
  value: 1200,
  language: 'en',
  verified: { email: 'ada@example.com' },
}
export const customerExample = { ...profileExample, id: 'u-17', updatedAt: '2026-11-23T09:00:00.000Z' }

export const csvExample = `id,conversation_id,team,kind,trigger\r\n${id},${conversationId},billing,topic,billing-dispute\r\n`

const spread = { samples: 1, medianSeconds: 12, p90Seconds: 12 }
const figures = {
  handoffs: 1,
  conversations: 1,
  kinds: { topic: 1 },
  triggers: { 'billing-dispute': 1 },
  topics: { 'billing-dispute': 1 },
  teams: { billing: 1 },
  outcomes: { solved: 1 },
  open: 0,
  transfers: 0,
  returns: 0,
  repeats: 0,
  waitBefore: spread,
  waitToClaim: spread,
  waitToReply: spread,
  handle: spread,
}
export const reportExample = {
  week: '2026-W48',
  from: '2026-11-23T00:00:00.000Z',
  to: '2026-11-30T00:00:00.000Z',
  figures,
  before: { week: '2026-W47', figures },
  longerAfterThanBefore: false,
}

export const reportPageExample = '<!doctype html>…'
export const reportCsvExample = 'section,name,figure,now,before\r\ntotals,,handoffs,412,388\r\n'
