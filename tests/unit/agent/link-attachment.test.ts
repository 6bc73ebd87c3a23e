import { expect, test } from 'vitest'
import { attachmentKey } from '#shared/attachment/attachment-store.ts'
import type { StoredAttachment } from '#shared/attachment/stored-attachment.ts'
import { tokenOf } from '#tests/support/agent-event.ts'
import { mondayMorning } from '#tests/support/test-clock.ts'
import { memoryApi } from './memory-api.ts'

const picture: StoredAttachment = {
  kind: 'image',
  name: 'Küche.png',
  contentType: 'text/plain',
  kept: { contentType: 'image/png', size: 4_711 },
}
const page: StoredAttachment = { name: 'page.html', kept: { contentType: 'text/html', size: 12 } }
const tooLarge: StoredAttachment = { name: 'film.mp4', notKept: 'too-large' }
const place: StoredAttachment = { kind: 'location' }

const apiWith = async (attachments: readonly StoredAttachment[], changed = {}) => {
  const api = memoryApi(changed)
  const { state, messages } = await api.waits({ attachments })
  const messageId = messages[0]?.id ?? ''
  const link = (index: number | string, path = {}, request = {}) =>
    api.call({
      route: 'GET /conversations/{id}/attachments/{messageId}/{index}',
      path: { id: state.conversationId, messageId, index: String(index), ...path },
      ...request,
    })
  return { ...api, state, messageId, link }
}

test('a kept file has a link, under its own name and as what its bytes say that it is', async () => {
  const { link, state, messageId } = await apiWith([tooLarge, picture])

  const { status, body } = await link(1)

  const { origin, pathname, searchParams } = new URL(body.url)
  expect({ status, origin, pathname }).toEqual({
    status: 200,
    origin: 'https://files.example.com',
    pathname: `/${attachmentKey({ threadId: state.threadId, messageId, index: 1 })}`,
  })
  expect(Object.fromEntries(searchParams)).toEqual({
    contentType: 'image/png',
    disposition: `attachment; filename="K_che.png"; filename*=UTF-8''K%C3%BCche.png`,
  })
  expect({ ...body, url: '' }).toEqual({
    url: '',
    expiresAt: new Date(mondayMorning + 300_000).toISOString(),
    name: 'Küche.png',
    contentType: 'image/png',
    size: 4_711,
  })
})

test('what a browser would run is served as bytes, and told by its true type', async () => {
  const { link } = await apiWith([page])

  const { body } = await link(0)

  expect(new URL(body.url).searchParams.get('contentType')).toBe('application/octet-stream')
  expect(body).toMatchObject({ contentType: 'text/html', name: 'page.html' })
})

test.each([
  [0, 'attachment-not-kept', /it is larger than what is kept/],
  [1, 'attachment-not-kept', /its channel has no file of it/],
  [2, 'unknown-attachment', /attachment 2 of message .* does not exist/],
])('attachment %i, of which there is no copy, is not found, with the cause', async (index, code, detail) => {
  const { link } = await apiWith([tooLarge, place])

  expect(await link(index)).toMatchObject({ status: 404, body: { code, detail: expect.stringMatching(detail) } })
})

test('another message, another thread and another team have nothing to open', async () => {
  const { link } = await apiWith([picture])
  const ben = { token: tokenOf('ben', ['billing']) }

  const codes = await Promise.all([
    link(0, { messageId: 'in-other' }),
    link(0, { id: `${'0'.repeat(24)}.1` }),
    link(0, {}, ben),
  ])

  expect(codes.map(({ status, body }) => [status, body.code])).toEqual([
    [404, 'unknown-attachment'],
    [404, 'unknown-conversation'],
    [404, 'unknown-conversation'],
  ])
})

test('a deployment without a bucket says that it keeps no files', async () => {
  const { link } = await apiWith([picture], { links: undefined })

  expect(await link(0)).toMatchObject({ status: 404, body: { detail: expect.stringMatching(/keeps no files/) } })
})

test.each(['-1', '1.5', 'x', '', '1000', '0x1'])('an index that is none is refused: %j', async (index) => {
  const { link } = await apiWith([picture])

  expect((await link(index)).status).toBe(400)
})

test('a claim and a conversation say of each attachment whether it is kept, and where its link is', async () => {
  const { call, state, messageId, link } = await apiWith([picture, tooLarge, place])
  const claimed = await call({ route: 'POST /teams/{team}/claim', path: { team: 'care' }, body: { claimId: 'c-1' } })
  const read = await call({ route: 'GET /conversations/{id}', path: { id: state.conversationId } })

  const path = `/conversations/${state.conversationId}/attachments/${messageId}/0`
  for (const message of [claimed.body.transcript[0], read.body.messages[0]])
    expect(message.attachments).toEqual([{ ...picture, link: path }, tooLarge, place])
  expect((await link(0)).status).toBe(200)
})
