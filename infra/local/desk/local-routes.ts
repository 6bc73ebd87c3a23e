import type { IncomingMessage, ServerResponse } from 'node:http'
import { type HttpAnswer, ownAnswer, sendAnswer } from '../http/api-response.ts'
import type { Issuer } from '../http/issuer.ts'
import { readBody } from '../http/read-body.ts'
import { asObject, type Json } from '../json.ts'
import { type Mood, moods } from '../model/moods.ts'
import { sayThere, setProviderMoods } from './channel-routes.ts'
import type { LocalCloud } from './cloud.ts'
import { Refusal } from './refusal.ts'
import type { Replies } from './replies.ts'

interface Local {
  readonly cloud: Omit<LocalCloud, 'buildConsole'>
  readonly replies: Replies
  readonly issuer: Issuer
}

interface Asked {
  readonly query: URLSearchParams
  readonly text: string
  readonly headers: Record<string, string>
}

type LocalRoute = (local: Local, asked: Asked) => unknown | Promise<unknown>

const longestWaitMs = 30_000

const isMood = (value: unknown): value is Mood => moods.some((mood) => mood === value)

const setMood: LocalRoute = ({ cloud }, { text }) => {
  const { mood } = asObject(JSON.parse(text || '{}') as Json)
  if (!isMood(mood)) throw new Refusal(400, `mood "${String(mood)}" is not allowed: must be one of ${moods.join(', ')}`)
  cloud.setMood(mood)
  return { mood }
}

const token: LocalRoute = async ({ cloud }, { query }) => {
  const agent = query.get('agent') ?? ''
  const found = await cloud.token(agent)
  if (found) return { agent, token: found }
  throw new Refusal(404, `agent "${agent}" is not known: must be one of ${Object.keys(cloud.ready.tokens).join(', ')}`)
}

const takeReply: LocalRoute = ({ replies }, { text, headers }) => {
  try {
    return replies.receive(text, headers)
  } catch {
    throw new Refusal(401, 'the signature of this delivery is wrong')
  }
}

const answerOrder: LocalRoute = ({ cloud }, { text, headers }) => {
  try {
    return cloud.answerOrder(text, headers)
  } catch {
    throw new Refusal(401, 'the signature of this call is wrong')
  }
}

const nextReply: LocalRoute = async ({ replies }, { query }) => {
  const waitMs = Math.min(Number(query.get('waitMs') ?? 0), longestWaitMs)
  const [conversation, after] = [query.get('conversation') ?? '', Number(query.get('after') ?? 0)]
  const channel = query.get('channel') ?? 'standard'
  const reply = await replies.next(conversation, after, waitMs, channel === 'standard' ? undefined : channel)
  return { reply: reply ?? null, last: replies.all().at(-1)?.number ?? 0 }
}

const routes: Readonly<Record<string, LocalRoute>> = {
  'POST /_local/model': setMood,
  'POST /_local/sweep': async ({ cloud }) => ({ result: await cloud.sweep() }),
  'POST /_local/report': async ({ cloud }) => ({ result: await cloud.report() }),
  'GET /_local/queues': ({ cloud }) => cloud.queues(),
  'GET /_local/calls': ({ cloud }) => cloud.calls(),
  'DELETE /_local/calls': ({ cloud }) => cloud.resetCalls(),
  'GET /_local/token': token,
  'GET /_local/ready': ({ cloud }) => cloud.ready,
  'GET /_local/operator': ({ cloud: { operator, running } }) => ({
    ...operator,
    table: running.functionNamed('TakeTurn').definition.environment.BATON_TABLE,
  }),
  'POST /_local/callback': takeReply,
  'POST /_local/orders': answerOrder,
  'GET /_local/replies': nextReply,
  'POST /_local/say': ({ cloud }, { text }) => sayThere(cloud.providers, text),
  'POST /_local/provider': ({ cloud }, { text }) => setProviderMoods(cloud.providers, text),
  'GET /_local/issuer/.well-known/openid-configuration': ({ issuer }) => issuer.openIdConfiguration(),
  'GET /_local/issuer/.well-known/jwks.json': ({ issuer }) => issuer.keys,
}

export const isLocal = (url: string | undefined): boolean => url?.startsWith('/_local/') ?? false

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))

const answerOf = async (local: Local, incoming: IncomingMessage): Promise<HttpAnswer> => {
  const url = new URL(incoming.url ?? '/', 'http://local')
  const route = routes[`${incoming.method} ${url.pathname}`]
  if (!route) return ownAnswer(404, `no such local route: try ${Object.keys(routes).join(', ')}`)
  const body = await readBody(incoming)
  try {
    const asked = { query: url.searchParams, text: body?.toString('utf8') ?? '', headers: headersOf(incoming) }
    const result = (await route(local, asked)) ?? {}
    return { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify(result)) }
  } catch (error) {
    return ownAnswer(error instanceof Refusal ? error.status : 500, error instanceof Error ? error.message : 'failed')
  }
}

/** What only the local cloud has, under `/_local/`: moods, clocks, counts, tokens, the issuer, the callback and the providers. */
export const localRoutes = (local: Local) => async (incoming: IncomingMessage, response: ServerResponse) =>
  sendAnswer(response, await answerOf(local, incoming))
