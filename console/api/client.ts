import createClient, { type Middleware } from 'openapi-fetch'
import type { paths } from './schema.ts'
import { heardTime } from './server-clock.ts'
import { TroubleError, troubleOf } from './trouble.ts'

export interface Session {
  /** A token that is good now. @throws TroubleError signed-out */
  token(): Promise<string>
  /** The API turned the token away; resolves with whether a fresh one could be had. */
  renew(): Promise<boolean>
}

/** Typed by the OpenAPI document, with the agent's token on every request. */
export const createApi = (baseUrl: string, session: Session) => {
  const signed: Middleware = {
    onRequest: async ({ request }) => {
      request.headers.set('authorization', `Bearer ${await session.token()}`)
      return request
    },
    onResponse: ({ response }) => heardTime(response.headers.get('date')),
  }
  const client = createClient<paths>({ baseUrl, fetch: (request) => send(request, session) })
  client.use(signed)
  return client
}

export type Api = ReturnType<typeof createApi>

const reach = async (request: Request): Promise<Response> => {
  try {
    return await fetch(request)
  } catch {
    throw new TroubleError({ kind: 'offline' })
  }
}

/** One more try with a fresh token: the old one may have ended while the request was on its way. */
const send = async (request: Request, session: Session): Promise<Response> => {
  const again = request.clone()
  const response = await reach(request)
  if (response.status !== 401 || !(await session.renew())) return response
  again.headers.set('authorization', `Bearer ${await session.token()}`)
  return reach(again)
}

interface Answer<Data> {
  readonly data?: Data
  readonly error?: unknown
  readonly response: Response
}

/** What an operation answered with; nothing where it answers with nothing. @throws TroubleError */
export const answered = async <Data>(asked: Promise<Answer<Data>>): Promise<Data | undefined> => {
  const { data, error, response } = await asked
  if (response.ok) return response.status === 204 ? undefined : data
  throw new TroubleError(
    troubleOf({ status: response.status, retryAfter: response.headers.get('retry-after'), body: error }),
  )
}

/** The same where an answer always has a body. @throws TroubleError */
export const found = async <Data>(asked: Promise<Answer<Data>>): Promise<Data> => {
  const data = await answered(asked)
  if (data === undefined) throw new TroubleError({ kind: 'refused', status: 204, code: 'empty', detail: undefined })
  return data
}
