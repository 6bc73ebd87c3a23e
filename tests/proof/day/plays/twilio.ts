import { setTimeout } from 'node:timers/promises'
import { expect } from '#infra/local/demo/expect.ts'
import { type Listening, listen } from '#infra/local/http/listen.ts'
import { threadIdOf } from '#shared/channel/address.ts'
import type { WebhookRequest } from '#shared/channel/channel.ts'
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

export interface PlayedTwilio extends Pick<Listening, 'url' | 'close'> {
  /** What it was asked to send. */
  readonly asked: URLSearchParams[]
}

/** One pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Takes every message, and has the picture of every customer. Its URL has to be known before the configuration is read. */
export const startTwilio = async (): Promise<PlayedTwilio> => {
  const asked: URLSearchParams[] = []
  const { url, close } = await listen(0, async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    if (request.method === 'GET') return response.writeHead(200, { 'content-type': 'image/png' }).end(picture)
    asked.push(new URLSearchParams(Buffer.concat(chunks).toString('utf8')))
    const sid = `SM${'0'.repeat(32)}`
    return response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ sid }))
  })
  process.env.BATON_TWILIO_URL = url
  return { url, close, asked }
}

const signed = (id: string, more: Readonly<Record<string, string>>): WebhookRequest =>
  signedForm(formOf({ MessageSid: `SM${id.repeat(32)}`, From: theirs, To: ours, ...more }))

/** A channel that tells what became of its messages: the receiving door hands it on to delivery. */
const receipts = (twilio: PlayedTwilio): Play => ({
  title: 'Twilio is answered, and says that the answer arrived',
  play: async (day) => {
    enterToken(day)
    await post(day, signed('1', { Body: 'How do I return a lamp?' }))
    const form = await until('the answer', () => twilio.asked[0])
    const { search } = new URL(form.get('StatusCallback') ?? '')
    const status = { MessageSid: `SM${'0'.repeat(32)}`, From: ours, To: theirs, MessageStatus: 'delivered' }
    await post(day, signedForm(formOf(status), search.slice(1)))
    await until('the receipt', async () =>
      (await messagesIn(day, threadIdOf(address))).find(({ delivery }) => delivery === 'delivered'),
    )
  },
})

/** What came along is looked at by an agent, and erased with its customer. */
const pictures = (twilio: PlayedTwilio): Play => ({
  title: 'Twilio brings a picture: an agent gets it, and it is erased with its customer',
  play: async (day) => {
    const [before, media] = [
      twilio.asked.length,
      { MediaUrl0: `${twilio.url}/media/1`, MediaContentType0: 'image/png' },
    ]
    await post(day, signed('2', { Body: 'I want to talk to a human', NumMedia: '1', ...media }))
    const ada = day.agent('care-1', 'Ada')
    await until('the notice', () => twilio.asked[before])
    const { handoff, transcript } = await ada.claims('care')
    const links = await Promise.all(
      transcript.map(({ id }) =>
        ada.call<{ readonly url?: string }>('GET', `/conversations/${handoff.conversationId}/attachments/${id}/0`),
      ),
    )
    const urls = links.flatMap(({ body }) => body.url ?? [])
    const files = await Promise.all(urls.map(async (url) => Buffer.from(await (await fetch(url)).arrayBuffer())))
    expect(files.length === 1 && files[0]?.equals(picture), 'the agent opens the picture, byte for byte')
    const { status } = await day.agent('admin', 'Admin').call('DELETE', `/customers/${encodeURIComponent(theirs)}`)
    expect(status === 200, `the customer is erased (answered ${status})`)
  },
})

export const twilioPlays = (twilio: PlayedTwilio): readonly Play[] => [receipts(twilio), pictures(twilio)]
