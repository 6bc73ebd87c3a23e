import { expect, test } from 'vitest'
import type { ProfileAnswer, SenderProfiles } from '#shared/channel/profiles/sender-profile.ts'
import { humanPlease, openCustomerDesk, threadId } from '#tests/support/customer-desk.ts'
import { ann } from '#tests/support/desk.ts'
import { inbound } from '#tests/support/inbound.ts'

const day = 86_400_000
const told: ProfileAnswer = { kind: 'told', profile: { name: 'Ada Lovelace', locale: 'de-DE' } }
const nameless = { id: 'U1', verified: {} }

const open = (answer: ProfileAnswer | undefined = told) => {
  const desk = openCustomerDesk()
  const asked: string[] = []
  const profiles: SenderProfiles = {
    ask: async (_, senderId) => {
      asked.push(senderId)
      return answer
    },
  }
  Object.assign(desk.ports, { profiles })
  const says = (text: string, sender: ReturnType<typeof inbound>['sender'] = nameless) =>
    desk.turn([inbound({ text, sender, receivedAt: desk.ports.clock() })])
  return { ...desk, asked, says }
}

test('who writes without a name is asked for, and the agent reads it', async () => {
  const desk = open()

  await desk.says(humanPlease)

  const { handoff } = await desk.claimed(ann)
  expect(handoff.brief.customer).toMatchObject({ id: 'U1', name: 'Ada Lovelace', verified: {} })
  expect((await desk.ports.threads.readMessages(threadId))[0]?.author).toMatchObject({ name: 'Ada Lovelace' })
})

test('what the provider says of the language counts where the words do not tell it', async () => {
  const desk = open()

  await desk.says('ok')

  expect(await desk.state()).toMatchObject({ language: 'de-DE' })
})

test('whose message names them is asked for by nobody', async () => {
  const desk = open()

  await desk.says('Hello', { ...nameless, name: 'Grace' })

  expect(desk.asked).toEqual([])
  expect(await desk.state()).toMatchObject({ customerName: 'Grace' })
})

test('whom the company has told all of is asked for by nobody', async () => {
  const desk = open()
  await desk.ports.customers.write({ id: 'U1', name: 'Grace', language: 'it', updatedAt: 1 })

  await desk.says('ok')

  expect(desk.asked).toEqual([])
  expect(await desk.state()).toMatchObject({ customerName: 'Grace', language: 'it' })
})

test.each<[string, ProfileAnswer, number]>([
  ['told', told, 7 * day],
  ['refused', { kind: 'refused', cause: 'missing_scope' }, day],
  ['did not come', { kind: 'unreachable', cause: 'TimeoutError' }, 900_000],
])('an answer that was %s is kept for its time, and then asked for again', async (_, answer, lasts) => {
  const desk = open(answer)

  await desk.says('one')
  await desk.says('two')
  desk.ports.clock.advance(lasts - 3_000)
  await desk.says('three')
  expect(desk.asked).toHaveLength(1)
  desk.ports.clock.advance(3_000)
  await desk.says('four')

  expect(desk.asked).toHaveLength(2)
})

test('it is known on another thread of the same account, and not on another channel', async () => {
  const desk = open()
  await desk.says('one')
  const known = (await desk.ports.customers.read('U1')).known?.[0]

  expect(known).toMatchObject({ channel: 'standard', account: 'standard', name: 'Ada Lovelace' })
  await desk.ports.customers.remember('U1', { channel: 'line', account: 'L1', name: 'Other', until: 9e12 })
  await desk.says('two')

  expect(desk.asked).toHaveLength(1)
  expect(await desk.state()).toMatchObject({ customerName: 'Ada Lovelace' })
})

test('a turn does not fail because a name cannot be kept, and is not asked for on its third try', async () => {
  const desk = open()
  desk.ports.customers.remember = () => Promise.reject(new Error('away'))

  await desk.says('ok')
  await desk.turn([inbound({ text: 'ok', sender: { ...nameless, id: 'U2' }, receivedAt: desk.ports.clock() })], {
    thirdTry: true,
  })

  expect(desk.asked).toEqual(['U1'])
  expect(desk.ports.events).toContainEqual({ event: 'sender.looked-up', channel: 'standard', outcome: 'told' })
})
