import { expect, test } from 'vitest'
import { openCustomerDesk, threadId } from '#tests/support/customer-desk.ts'
import { inbound } from '#tests/support/inbound.ts'
import { testDeployed } from '#tests/support/test-config.ts'

const german = { id: 'u-17', name: 'Ada', verified: {}, locale: 'de-AT' }
const open = () => {
  const desk = openCustomerDesk(testDeployed())
  const says = (text: string, sender: ReturnType<typeof inbound>['sender'] = german) =>
    desk.turn([inbound({ text, sender, receivedAt: desk.ports.clock() })])
  return { ...desk, says, language: async () => (await desk.state()).language }
}

test.each(['ok', '👍', '', 'ORD-1234'])('%j is answered in what the sender’s app speaks', async (text) => {
  const { says, language } = open()

  await says(text)

  expect(await language()).toBe('de-AT')
})

test('words that tell their language count more than the app', async () => {
  const { says, language } = open()

  await says('Bonjour, je voudrais savoir où est ma commande')

  expect(await language()).toBe('fr')
})

test('what the company says of a customer counts more than the app', async () => {
  const { says, language, ports } = open()
  await ports.customers.write({ id: 'u-17', language: 'it', updatedAt: 1 })

  await says('ok')

  expect(await language()).toBe('it')
})

test('what was spoken before counts more than the app', async () => {
  const { says, language } = open()
  await says('Bonjour, je voudrais savoir où est ma commande')

  await says('ok')

  expect(await language()).toBe('fr')
})

test('where nobody knows, it is the company’s own', async () => {
  const { says, language } = open()

  await says('ok', { id: 'u-17', name: 'Ada', verified: {} })

  expect(await language()).toBe('en')
})

test('the notice of a handoff is in it, too', async () => {
  const { says, said } = open()

  await says('')

  expect((await said()).at(-1)).toMatch(/^system: .*(Team|Sie|wir)/)
})

test('when a message was sent is kept beside when it arrived', async () => {
  const { turn, ports } = open()
  const held = inbound({ text: 'Where is my lamp?', receivedAt: ports.clock() })

  await turn([{ ...held, message: { ...held.message, sentAt: held.receivedAt - 3_600_000 } }])

  const [message] = await ports.threads.readMessages(threadId)
  expect(message).toMatchObject({ at: held.receivedAt, sentAt: held.receivedAt - 3_600_000 })
})
