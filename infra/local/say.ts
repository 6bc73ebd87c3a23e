import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { Webhook } from 'standardwebhooks'
import { defaultPort } from './desk/arguments.ts'
import type { Ready } from './desk/ready.ts'
import type { Reply } from './desk/replies.ts'

const firstReplyMs = 30_000
const furtherReplyMs = 1_500

const usage = `npm run say -- [options] TEXT
  --port N             port of the running local cloud (default ${defaultPort})
  --conversation NAME  the thread that the message belongs to (default say)
  --sender ID          who writes it (default u-say)
  --email ADDRESS      what the company vouches for of them, or "none" (default say@example.com)
  --channel NAME       where they write: a channel that npm start was given, too (default standard)`

const written = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        port: { type: 'string', default: String(defaultPort) },
        conversation: { type: 'string', default: 'say' },
        sender: { type: 'string', default: 'u-say' },
        email: { type: 'string', default: 'say@example.com' },
        channel: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`)
    return process.exit(1)
  }
}

const { values, positionals } = written()
const base = `http://127.0.0.1:${values.port}/_local`

const call = async <Answer>(path: string, init: RequestInit = {}): Promise<Answer> => {
  const response = await fetch(`${base}${path}`, init)
  const answer = (await response.json()) as Answer & { readonly message?: string }
  if (!response.ok) throw new Error(answer.message ?? `${path} answered ${response.status}`)
  return answer
}

const waitForReply = (thread: string, after: number, waitMs: number) => {
  const asked = { conversation: thread, after: String(after), waitMs: String(waitMs) }
  const query = new URLSearchParams({ ...asked, ...(values.channel && { channel: values.channel }) })
  return call<{ reply: Reply | null; last: number }>(`/replies?${query}`)
}

/** Through the provider that the local cloud plays: it knows the thread by another name. */
const sendThere = async (channel: string, text: string): Promise<string> => {
  const { conversation, sender } = values
  const body = JSON.stringify({ channel, conversation, sender, text })
  const { status, thread } = await call<{ status: number | null; thread: string }>('/say', { method: 'POST', body })
  if (status === null || status >= 300) throw new Error(`the webhook was refused: ${status ?? 'no answer'}`)
  return thread
}

const senderOf = ({ sender: id, email }: { readonly sender: string; readonly email: string }) =>
  email === 'none' ? { id } : { id, verified: { email } }

const send = async ({ webhookUrl, webhookSecret }: Ready, text: string): Promise<string> => {
  const id = `m-${randomUUID()}`
  const at = new Date()
  const body = JSON.stringify({
    type: 'message.created',
    timestamp: at.toISOString(),
    data: { conversation: { id: values.conversation }, sender: senderOf(values), message: { id, text } },
  })
  const response = await fetch(webhookUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new Webhook(webhookSecret).sign(id, at, body),
    },
    body,
  })
  if (!response.ok) throw new Error(`the webhook was refused: ${response.status} ${await response.text()}`)
  return values.conversation
}

/** Sends one signed customer message and prints what comes back: first an answer, then whatever follows it closely. */
const say = async (text: string) => {
  const { last } = await waitForReply('', Number.MAX_SAFE_INTEGER, 0)
  const thread = values.channel ? await sendThere(values.channel, text) : await send(await call<Ready>('/ready'), text)
  let answer = await waitForReply(thread, last, firstReplyMs)
  if (!answer.reply) console.log('no answer yet: a person has this conversation, or replies go to --callback')
  while (answer.reply) {
    console.log(`${answer.reply.author}: ${answer.reply.text}`)
    answer = await waitForReply(thread, answer.reply.number, furtherReplyMs)
  }
}

const run = async () => {
  if (values.help) return console.log(usage)
  if (!isPort(values.port)) throw new Error(`--port "${values.port}" is not allowed: must be a number from 1 to 65535`)
  if (positionals.length === 0) throw new Error(`what should the customer say?\n\n${usage}`)
  await say(positionals.join(' '))
}

const isPort = (port: string): boolean => /^\d+$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535

try {
  await run()
} catch (error) {
  const refused = error instanceof TypeError && 'cause' in error
  console.error(refused ? `no local cloud on port ${values.port}: npm start first` : (error as Error).message)
  process.exitCode = 1
}
