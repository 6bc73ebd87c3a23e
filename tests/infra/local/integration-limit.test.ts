import { afterEach, describe, expect, it } from 'vitest'
import { createHttpApi } from '#infra/local/http/http-api.ts'
import { startIssuer } from '#infra/local/http/issuer.ts'
import { type Listening, listen } from '#infra/local/http/listen.ts'
import type { Json } from '#infra/local/json.ts'
import type { LocalFunction } from '#infra/local/lambda/local-function.ts'
import { openKeep } from '#infra/local/stack/keep.ts'

const api = { id: 'api', routes: [{ key: 'GET /', target: { functionId: 'F', scopes: [] } }], authorizers: [] }
let front: Listening
afterEach(() => front.close())

const serve = async (invoke: () => Promise<Json>) => {
  const functions = new Map([['F', { invoke } as unknown as LocalFunction]])
  const issuer = await startIssuer('http://issuer', openKeep(undefined))
  const handle = createHttpApi(api, functions, issuer, { integrationMs: 50 })
  front = await listen(0, (incoming, response) => void handle(incoming, response))
  return fetch(front.url)
}

describe('an integration', () => {
  it('that takes too long is given up on: 503', async () => {
    const response = await serve(() => new Promise(() => undefined))

    expect([response.status, await response.json()]).toEqual([503, { message: 'Service Unavailable' }])
  })

  it('that answers in time is answered', async () => {
    const response = await serve(async () => ({ statusCode: 204 }))

    expect(response.status).toBe(204)
  })
})
