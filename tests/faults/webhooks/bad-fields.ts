import { type BadWebhook, canary, eventWith } from './webhook.ts'

const texts = ['data.conversation.id', 'data.sender.id', 'data.message.id', 'data.message.text', 'data.sender.name']
const objects = ['', 'data', 'data.conversation', 'data.sender', 'data.sender.verified', 'data.message']
const attachmentTexts = ['name', 'contentType', 'url'].map((name) => `data.message.attachments.0.${name}`)

const notText = [null, true, 7, [canary], { text: canary }]
const notObject = [null, false, 7, canary, [canary]]
const notList = [null, true, 7, canary, { 0: canary }]
const notSize = [null, true, '12', -1, 1.5, 2 ** 53, 1e300, 1e-300, [12]]

const bad = (what: string, body: string): BadWebhook => ({ what, body, status: 400 })
const each = (paths: readonly string[], values: readonly unknown[]): readonly BadWebhook[] =>
  paths.flatMap((path) =>
    values.map((value) => bad(`has ${JSON.stringify(value)} at "${path}"`, eventWith(path, value as never))),
  )

const required = ['type', 'data', 'data.conversation', 'data.conversation.id', 'data.sender', 'data.sender.id']
const missing = [...required, 'data.message', 'data.message.id'].map((path) => bad(`has no ${path}`, eventWith(path)))

const many = (count: number, length: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, 'v'.repeat(length)]))

/** Each field with a value of every other type, too long, too many, or not at all. */
export const badFields: readonly BadWebhook[] = [
  ...each([...texts, 'timestamp', 'data.sender.verified.email', ...attachmentTexts], notText),
  ...each(objects, notObject),
  ...each(['data.message.attachments'], notList),
  ...each(['data.message.attachments.0'], notObject),
  ...each(['data.message.attachments.0.size'], notSize),
  ...each(['type'], notText),
  ...missing,
  ...texts.slice(0, 3).map((path) => bad(`has an empty ${path}`, eventWith(path, ''))),
  bad('has a thread id too long', eventWith('data.conversation.id', 'c'.repeat(513))),
  bad('has a sender id too long', eventWith('data.sender.id', 's'.repeat(257))),
  bad('has a message id too long', eventWith('data.message.id', 'm'.repeat(513))),
  bad('has a name too long', eventWith('data.sender.name', 'n'.repeat(257))),
  bad('vouches for a value too long', eventWith('data.sender.verified', { email: 'e'.repeat(513) })),
  bad('vouches for a name too long', eventWith('data.sender.verified', { ['k'.repeat(65)]: 'v' })),
  bad('vouches for a nameless value', eventWith('data.sender.verified', { '': 'v' })),
  bad('vouches for too much', eventWith('data.sender.verified', many(40, 500))),
  bad('has 21 attachments', eventWith('data.message.attachments', Array(21).fill({ name: 'a' }))),
  bad('has attachments too large', eventWith('data.message.attachments', [{ name: 'n'.repeat(70_000) }])),
  bad('has a text too long for a record', eventWith('data.message.text', 't'.repeat(300 * 1024 + 1))),
  bad('has a text too long in bytes', eventWith('data.message.text', '漢'.repeat(100 * 1024 + 1))),
  bad('has neither words nor attachments', eventWith('data.message', { id: 'm-1', text: ' \n\t', attachments: [] })),
]
