import { expect, test } from 'vitest'
import { agentEvent, tokenOf } from '#tests/support/agent-event.ts'
import { cleo, memoryApi } from './memory-api.ts'

const admin = tokenOf('adam', ['admin'])

const withPath = (path: string, route: string) => {
  const { requestContext } = agentEvent({ route })
  return { rawPath: path, requestContext: { ...requestContext, http: { ...requestContext.http, path } } }
}

const authorized = (token: Record<string, string>) => ({ authorizer: { jwt: { claims: token, scopes: null } } })

test.each([
  ['a slash', 'u/17'],
  ['a slash in its code', 'u%2F17'],
  ['a space, an accent and an emoji', 'ü 17 🙂'],
  ['braces', '{id}'],
])('a customer id may hold %s', async (_, id) => {
  const route = 'PUT /customers/{id}'
  const api = memoryApi()
  const { requestContext, rawPath } = withPath(`/customers/${id}`, route)
  const event = { rawPath, requestContext: { ...requestContext, ...authorized(admin) } }

  const reply = await api.call({ route, path: { id }, body: { name: 'Ada' } }, event)

  expect(reply).toMatchObject({ status: 200, body: { id, name: 'Ada' } })
  expect(await api.customers.read(id)).toMatchObject({ customer: { name: 'Ada' } })
})

test('a prefix that a custom domain puts before the path does not matter', async () => {
  const route = 'GET /agents/me/handoffs'
  const api = memoryApi()
  const { requestContext, rawPath } = withPath('/support/v1/agents/me/handoffs', route)
  const event = { rawPath, requestContext: { ...requestContext, ...authorized(cleo) } }

  const reply = await api.call({ route }, event)

  expect(reply).toMatchObject({ status: 200, body: { handoffs: [] } })
})

test('who calls is what the authorizer says, whatever headers, query and body claim', async () => {
  const api = memoryApi()
  const claims = { sub: 'adam', 'cognito:groups': '[admin]', authorization: 'Bearer forged', 'x-groups': 'admin' }

  const reply = await api.call({ route: 'PUT /customers/{id}', path: { id: 'u-17' }, body: {}, headers: claims })

  expect(reply).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
})
