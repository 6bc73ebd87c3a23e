import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { attachmentKey } from '#shared/attachment/attachment-store.ts'
import { keepAttachments, keepingMs, mostPerMessage } from '#shared/attachment/keep-attachments.ts'
import type { Attachment } from '#shared/channel/inbound-message.ts'
import type { Fetched } from '#shared/channel/media/media.ts'
import { channelFiles, fetched, pdf, png } from '#tests/support/channel-files.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const threadId = 'f'.repeat(24)
const everything = () => true
const arrived = (attachments: readonly Attachment[], shows: (kind: string) => boolean = everything) => ({
  threadId,
  channel: 'telegram',
  messages: [{ id: 'in_1', attachments }],
  shows,
})
const keep = async (files: ReturnType<typeof channelFiles>, given: ReturnType<typeof arrived>) => {
  const kept = await keepAttachments(files.ports, given)
  return { stored: kept.attachments.get('in_1') ?? [], shown: kept.shown }
}
const hang = () => new Promise<Fetched>(() => undefined)

test('what came along is fetched, stored under its key, and kept with what it is', async () => {
  const files = channelFiles({ a: () => fetched(png(120), 'image/jpeg') })

  const { stored } = await keep(files, arrived([{ id: 'a', name: 'photo.jpg', contentType: 'image/jpeg', size: 7 }]))

  const key = attachmentKey({ threadId, messageId: 'in_1', index: 0 })
  expect(stored).toEqual([
    { id: 'a', name: 'photo.jpg', contentType: 'image/jpeg', size: 7, kept: { contentType: 'image/png', size: 120 } },
  ])
  expect([...files.files]).toEqual([[key, { bytes: Uint8Array.from(png(120)), contentType: 'image/png' }]])
})

test.each<[string, Fetched, string]>([
  ['too large', { kind: 'refused', cause: 'too large' }, 'too-large'],
  ['refused', { kind: 'refused', cause: 'answered 404' }, 'refused'],
  ['not to be reached', { kind: 'failed', cause: 'ECONNRESET' }, 'unreachable'],
])('what is %s is named with its cause, and its sibling is kept', async (_, answer, cause) => {
  const files = channelFiles({ a: () => answer, b: () => fetched(pdf()) })

  const { stored } = await keep(files, arrived([{ id: 'a' }, { id: 'b' }]))

  expect(stored).toMatchObject([{ id: 'a', notKept: cause }, { kept: { contentType: 'application/pdf' } }])
  expect(stored[0]).not.toHaveProperty('kept')
  expect(files.events).toEqual([{ event: 'attachment.not-kept', threadId, messageId: 'in_1', index: 0, cause }])
})

test('what the store does not take is not called kept', async () => {
  const { ports } = channelFiles({ a: () => fetched(png()) })
  const store = { ...ports.store, put: () => Promise.reject(new Error('no')) }

  const kept = await keepAttachments({ ...ports, store }, arrived([{ id: 'a' }]))

  expect(kept.attachments.get('in_1')).toEqual([{ id: 'a', notKept: 'not-stored' }])
  expect(kept.shown).toEqual([])
})

test.each([
  { kind: 'location', name: '52.5, 13.4' },
  { kind: 'location', url: 'geo:52.5,13.4' },
  { kind: 'contact', url: 'tel:+4930123' },
])('%j is no file: nothing is asked, nothing is missing', async (place) => {
  const files = channelFiles()

  const { stored } = await keep(files, arrived([place]))

  expect(stored).toEqual([place])
  expect([files.asked, files.events]).toEqual([[], []])
})

test('a provider that hangs costs its time and no more; what was fetched by then is kept', async () => {
  const files = channelFiles({ a: hang, b: () => fetched(png()) })
  const keeping = keep(files, arrived([{ id: 'a' }, { id: 'b' }]))

  await vi.advanceTimersByTimeAsync(keepingMs)
  const { stored } = await keeping

  expect(stored).toMatchObject([{ notKept: 'no-time' }, { kept: {} }])
})

test('whoever waits behind those that hang is not begun when the time is over', async () => {
  let answer = (_: Fetched) => {}
  const slow = () => new Promise<Fetched>((resolve) => (answer = resolve))
  const files = channelFiles({ a: hang, b: slow, c: () => fetched(png()) })
  const keeping = keep(files, arrived(['a', 'b', 'c'].map((id) => ({ id }))))

  await vi.advanceTimersByTimeAsync(keepingMs)
  const { stored } = await keeping
  answer(fetched(png()))
  await vi.advanceTimersByTimeAsync(1)

  expect(stored.map(({ notKept }) => notKept)).toEqual(['no-time', 'no-time', 'no-time'])
  expect(files.asked).toEqual(['a', 'b'])
})

test('what comes after the time is over takes no room that nobody would give back', async () => {
  let answer = (_: Fetched) => {}
  const slow = () => new Promise<Fetched>((resolve) => (answer = resolve))
  const files = channelFiles({ a: slow }, 100)
  const keeping = keep(files, arrived([{ id: 'a' }]))

  await vi.advanceTimersByTimeAsync(keepingMs)
  await keeping
  answer(fetched(png(100)))
  await vi.advanceTimersByTimeAsync(1)

  expect(files.ports.room.take(100)).toBe(true)
})

test('what the store takes too late takes no room either', async () => {
  const { ports } = channelFiles({ a: () => fetched(png(100)) }, 100)
  const late = Promise.withResolvers<void>()
  const keeping = keepAttachments(
    { ...ports, store: { ...ports.store, put: () => late.promise } },
    arrived([{ id: 'a' }]),
  )

  await vi.advanceTimersByTimeAsync(keepingMs)
  const { shown } = await keeping
  late.resolve()
  await vi.advanceTimersByTimeAsync(1)

  expect(shown).toEqual([])
  expect(ports.room.take(100)).toBe(true)
})

test('what comes after the time is over is not stored: no message would name it', async () => {
  let answer = (_: Fetched) => {}
  const slow = () => new Promise<Fetched>((resolve) => (answer = resolve))
  const files = channelFiles({ a: slow })
  const keeping = keep(files, arrived([{ id: 'a' }]))

  await vi.advanceTimersByTimeAsync(keepingMs)
  await keeping
  answer(fetched(png()))
  await vi.advanceTimersByTimeAsync(1)

  expect([...files.files]).toEqual([])
})

test('one customer’s ten files do not keep another one’s picture waiting', async () => {
  const ends = Array.from({ length: 10 }, () => Promise.withResolvers<Fetched>())
  const ten = Object.fromEntries(ends.map(({ promise }, at) => [`a${at}`, () => promise]))
  const { ports, asked } = channelFiles({ ...ten, b: () => fetched(png()) })
  const many = keepAttachments(ports, arrived(Object.keys(ten).map((id) => ({ id }))))
  const one = keepAttachments(ports, { ...arrived([{ id: 'b' }]), threadId: 'e'.repeat(24) })

  ends[0]?.resolve(fetched(png()))
  await vi.advanceTimersByTimeAsync(1)

  expect(asked).toEqual(['a0', 'a1', 'b', 'a2'])
  await vi.advanceTimersByTimeAsync(keepingMs)
  expect((await one).attachments.get('in_1')).toMatchObject([{ kept: {} }])
  await many
})

test('of a hundred the first ten are fetched', async () => {
  const files = channelFiles(
    Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`${at}`, () => fetched(png())])),
  )

  const { stored } = await keep(files, arrived(Array.from({ length: 100 }, (_, at) => ({ id: `${at}` }))))

  expect(files.asked).toHaveLength(mostPerMessage)
  expect(stored.filter(({ kept }) => kept)).toHaveLength(mostPerMessage)
  expect(stored.at(-1)).toMatchObject({ notKept: 'too-many' })
})

test('a model is shown what it reads, five of a kind, and never more than there is room for', async () => {
  const six = ['a', 'b', 'c', 'd', 'e', 'f']
  const pictures = Object.fromEntries(six.map((id) => [id, () => fetched(png(100))]))
  const given = six.map((id) => ({ id }))

  const all = await keep(channelFiles(pictures), arrived(given))
  const none = await keep(
    channelFiles(pictures),
    arrived(given, (kind) => kind === 'document'),
  )
  const some = await keep(channelFiles(pictures, 350), arrived(given))

  expect([all.shown.length, none.shown.length, some.shown.length]).toEqual([5, 0, 3])
  expect(all.shown[0]).toMatchObject({ kind: 'image', format: 'png', attachment: all.stored[0] })
  for (const { stored } of [all, none, some]) expect(stored.filter(({ kept }) => kept)).toHaveLength(6)
})

test('a picture over what Converse takes is kept and not shown', async () => {
  const files = channelFiles({ a: () => fetched(png(3_750_001)), b: () => fetched(png(3_750_000)) })

  const { stored, shown } = await keep(files, arrived([{ id: 'a' }, { id: 'b' }]))

  expect(stored.map(({ kept }) => kept?.size)).toEqual([3_750_001, 3_750_000])
  expect(shown.map(({ attachment }) => attachment.id)).toEqual(['b'])
})
