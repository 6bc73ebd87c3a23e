import { createHmac } from 'node:crypto'
import { capitals, counting, hexDigits, idOf, randomId } from './ids.ts'
import type {
  Acknowledged,
  Delivery,
  OwnPlace,
  Person,
  Provider,
  ProviderSide,
  Said,
  SentFile,
  Signing,
} from './provider.ts'
import { slackApi, slackFault, type Workspace } from './slack-api.ts'

/** https://docs.slack.dev/apis/events-api/#retries: at once, after one minute, after five. */
const retriesMs = [0, 60_000, 300_000]

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const signed = (body: string, { secrets, at }: Signing, more: Readonly<Record<string, string>> = {}): Delivery => {
  const timestamp = String(Math.floor(at / 1_000))
  const mac = createHmac('sha256', secrets.signingSecret ?? '')
    .update(`v0:${timestamp}:${body}`)
    .digest('hex')
  return {
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${mac}`,
      ...more,
    },
    body,
  }
}

const keepFile = ({ team, files }: Workspace, url: string, file: SentFile): object => {
  const { name, contentType, bytes } = file
  const id = `F${randomId(capitals, 10)}`
  files.set(id, file)
  const place = `${url}/files-pri/${team}-${id}/${encodeURIComponent(name)}`
  return { id, name, mimetype: contentType, size: bytes.byteLength, url_private: place }
}

/** A button's press comes to another address than messages do: here it is typed. */
const wordsOf = (workspace: Workspace, url: string, said: Said): object => {
  if (said.kind !== 'picture')
    return { text: escaped(said.kind === 'choice' ? said.title : said.text), client_msg_id: randomId(hexDigits, 32) }
  return { subtype: 'file_share', text: escaped(said.caption ?? ''), files: [keepFile(workspace, url, said.file)] }
}

const workspaceOf = ({ secrets, now }: OwnPlace): Workspace => {
  const team = `T${idOf(capitals, 10, 'team', secrets.signingSecret ?? '')}`
  const micros = counting(1)
  return {
    team,
    bot: `U${idOf(capitals, 10, 'bot', team)}`,
    botToken: secrets.botToken,
    people: new Map(),
    files: new Map(),
    userOf: ({ id }) => `U${idOf(capitals, 10, team, id)}`,
    time: (at) => `${Math.floor(at / 1_000)}.${String(micros() % 1_000_000).padStart(6, '0')}`,
    now,
  }
}

const deliver = (workspace: Workspace, url: string, person: Person, said: Said, signing: Signing): Delivery => {
  const { team, people, userOf, time } = workspace
  const channel = directMessageOf(workspace, person)
  people.set(channel, person)
  const ts = time(signing.at)
  const words = wordsOf(workspace, url, said)
  const event = { type: 'message', channel, channel_type: 'im', user: userOf(person), ts, event_ts: ts, team, ...words }
  const event_time = Math.floor(signing.at / 1_000)
  const body = { type: 'event_callback', team_id: team, event_id: `Ev${randomId(capitals, 10)}`, event_time, event }
  return signed(JSON.stringify(body), signing)
}

const directMessageOf = ({ team }: Workspace, { thread }: Person) => `D${idOf(capitals, 10, team, thread)}`

const handshake = (signing: Signing) => {
  const challenge = randomId(hexDigits, 32)
  return {
    delivery: signed(JSON.stringify({ type: 'url_verification', challenge }), signing),
    holds: (acknowledged: Acknowledged) => acknowledged?.status === 200 && acknowledged.body === challenge,
  }
}

const open = (own: OwnPlace): ProviderSide => {
  const workspace = workspaceOf(own)
  return {
    settings: { kind: 'slack', apiUrl: `${own.url}/api` },
    placeOf: (person) => ({
      account: workspace.team,
      key: directMessageOf(workspace, person),
      senderId: workspace.userOf(person),
    }),
    deliver: (person, said, signing) => [deliver(workspace, own.url, person, said, signing)],
    answer: slackApi(workspace),
    isSend: ({ path }) => path === '/api/chat.postMessage',
    busy: (seconds) => ({ ...slackFault('ratelimited'), status: 429, headers: { 'retry-after': String(seconds) } }),
    refusal: () => slackFault('is_archived'),
    failure: () => ({ ...slackFault('service_unavailable'), status: 503 }),
    again: (acknowledged, tries) =>
      acknowledged && acknowledged.status >= 200 && acknowledged.status < 300 ? undefined : retriesMs[tries - 1],
    repeated: ({ body }, tries, signing) =>
      signed(body, signing, { 'x-slack-retry-num': String(tries), 'x-slack-retry-reason': 'http_error' }),
    handshake,
  }
}

/** https://docs.slack.dev: the Events API and the Web API of one app in one workspace, in direct messages. */
export const slackProvider: Provider = {
  channel: 'slack',
  secrets: () => ({ signingSecret: randomId(hexDigits, 32), botToken: `xoxb-${randomId(capitals, 24)}` }),
  open,
}
