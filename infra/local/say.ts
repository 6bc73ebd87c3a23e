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
  --sender ID          who writes it (default u-say)`

const written = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        port: { type: 'string', default: String(defaultPort) },
        conversation: { type: 'string', default: 'say' },
        sender: { type: 'string', default: 'u-say' },
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

const get = async <Answer>(path: string): Promise<Answer> => {
  const response = await fetch(`${base}${path}`)
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return (await response.json()) as Answer
}

const waitForReply = (after: number, waitMs: number) =>
  get<{ reply: Reply | null; last: number }>(
    `/replies?conversation=${encodeURIComponent(values.conversation)}&after=${after}&waitMs=${waitMs}`,
  )

const send = async ({ webhookUrl, webhookSecret }: Ready, text: string) => {
  const id = `m-${randomUUID()}`
  const at = new Date()
  const body = JSON.stringify({
    type: 'message.created',
    timestamp: at.toISOString(),
    data: { conversation: { id: values.conversation }, sender: { id: values.sender }, message: { id, text } },
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
}

/** Sends one signed customer message and prints what comes back: first an answer, then whatever follows it closely. */
const say = async (text: string) => {
  const { last } = await waitForReply(Number.MAX_SAFE_INTEGER, 0)
  await send(await get<Ready>('/ready'), text)
  let answer = await waitForReply(last, firstReplyMs)
  if (!answer.reply) console.log('no answer yet: a person has this conversation, or replies go to --callback')
  while (answer.reply) {
    console.log(`${answer.reply.author}: ${answer.reply.text}`)
    answer = await waitForReply(answer.reply.number, furtherReplyMs)
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
