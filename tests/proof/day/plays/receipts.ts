import { setTimeout } from 'node:timers/promises'
import { expect } from '#infra/local/demo/expect.ts'
import { threadIdOf } from '#shared/channel/address.ts'
import type { WebhookRequest } from '#shared/channel/channel.ts'
import { type ScriptedProvider, scriptedProvider } from '#tests/support/scripted-provider.ts'
import { formOf, signedForm, twilioAccount, twilioToken } from '#tests/support/twilio-request.ts'
import type { Day, Play } from '../day.ts'
import { messagesIn } from '../table.ts'

const patienceMs = 20_000
const [ours, theirs] = ['+18005551212', '+12349013030']
const address = { channel: 'twilio', account: twilioAccount, key: `${ours}:${theirs}` }

/** What Twilio would have handed out, entered where the door looks for it. */
const enterToken = ({ cloud }: Day): void => {
  const { environment } = cloud.running.functionNamed('ReceiveMessage').definition
  const ids: Readonly<Record<string, string>> = JSON.parse(environment.INBOUND_SECRET_IDS ?? '{}')
  cloud.running.secrets.enter(ids.twilio ?? '', JSON.stringify({ authToken: twilioToken }))
}

const post = async ({ cloud }: Day, { headers, rawQuery, body }: WebhookRequest): Promise<void> => {
  const response = await fetch(`${cloud.url}/webhooks/twilio?${rawQuery}`, {
    method: 'POST',
    headers: { ...(headers as Record<string, string>), 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString('utf8'),
  })
  expect(response.status === 200, `Twilio's webhook was answered ${response.status}`)
}

const until = async <T>(what: string, look: () => T | undefined | Promise<T | undefined>): Promise<T> => {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await setTimeout(50)) {
    const found = await look()
    if (found !== undefined) return found
  }
  throw new Error(`${what} did not come`)
}

/** Starts the provider that the configuration names; its URL has to be known before the configuration is read. */
export const startTwilio = async (): Promise<ScriptedProvider> => {
  const twilio = await scriptedProvider()
  twilio.answers({ status: 201, json: { sid: `SM${'0'.repeat(32)}` } })
  process.env.BATON_TWILIO_URL = twilio.url
  return twilio
}

/** A channel that tells what became of its messages: the receiving door hands it on to delivery. */
export const receipts = (twilio: ScriptedProvider): Play => ({
  title: 'Twilio is answered, and says that the answer arrived',
  play: async (day) => {
    enterToken(day)
    const said = { MessageSid: `SM${'1'.repeat(32)}`, From: theirs, To: ours, Body: 'How do I return a lamp?' }
    await post(day, signedForm(formOf(said)))
    const form = await until('the answer', () => twilio.asked.map(({ body }) => new URLSearchParams(body))[0])
    const { search } = new URL(form.get('StatusCallback') ?? '')
    const status = { MessageSid: `SM${'0'.repeat(32)}`, From: ours, To: theirs, MessageStatus: 'delivered' }
    await post(day, signedForm(formOf(status), search.slice(1)))
    await until('the receipt', async () =>
      (await messagesIn(day, threadIdOf(address))).find(({ delivery }) => delivery === 'delivered'),
    )
  },
})
