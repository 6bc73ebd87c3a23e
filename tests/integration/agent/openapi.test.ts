import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agentRoutes, openApiRoute } from '#infra/constructs/agent-routes.ts'
import { startApi } from './api-under-test.ts'
import { documentedOperations, faultsOf } from './documented.ts'
import { ben, cleo, documentedRequests } from './documented-requests.ts'

let cloud: Awaited<ReturnType<typeof startApi>>
beforeAll(async () => {
  cloud = await startApi()
})
afterAll(() => cloud.stop())

const guarded = documentedOperations.filter(({ route }) => route !== openApiRoute)

const rowOf = (operationId: string) => {
  const row = documentedRequests[operationId]
  if (!row) throw new Error(`operation ${operationId} has no row in documented-requests.ts`)
  return row
}

test('the document has exactly the routes that the stack deploys', () => {
  const routes = documentedOperations.map(({ route }) => route)

  expect(routes.toSorted()).toEqual([...agentRoutes, openApiRoute].toSorted())
})

test('every documented operation has a row in the matrix, and every row an operation', () => {
  const ids = documentedOperations.map(({ operationId }) => operationId)

  expect(Object.keys(documentedRequests).toSorted()).toEqual(ids.toSorted())
})

describe.each(documentedOperations)('$operationId: $route', ({ operationId, route, statuses }) => {
  test('answers as documented to whom it is for', async () => {
    const { prepare, caller = cleo, status } = rowOf(operationId)
    const api = await cloud.fresh()
    const request = await prepare(api)

    const reply = await api.call({ ...request, route, ...(route !== openApiRoute && { token: caller }) })

    expect({ status: reply.status, text: status === 204 ? reply.text : '' }).toEqual({ status, text: '' })
    expect(faultsOf(operationId, reply)).toEqual([])
    expect(reply.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
  })

  test('answers an agent of another team as documented, with nothing of the other team in it', async () => {
    const { prepare, outsider } = rowOf(operationId)
    const api = await cloud.fresh()
    const request = await prepare(api)

    const reply = await api.call({ ...request, route, token: ben })

    expect(reply.status).toBe(outsider)
    expect(statuses).toContain(String(outsider))
    expect(faultsOf(operationId, reply)).toEqual([])
    if (route !== openApiRoute) expect(reply.text).not.toMatch(/a human|u-17|"team":"care"/)
  })
})

describe.each(guarded)('$operationId behind its token', ({ operationId, route }) => {
  test('answers 401 to a call that no authorizer vouches for, and does nothing', async () => {
    const api = await cloud.fresh()
    const request = await rowOf(operationId).prepare(api)

    const reply = await api.call({ ...request, route })

    expect(reply.status).toBe(401)
    expect(faultsOf(operationId, reply)).toEqual([])
  })

  test('refuses a query parameter that is not documented', async () => {
    const { prepare, caller = cleo } = rowOf(operationId)
    const api = await cloud.fresh()
    const request = await prepare(api)

    const reply = await api.call({ ...request, query: { ...request.query, bogus: '1' }, route, token: caller })

    expect(reply.status).toBe(400)
    expect(faultsOf(operationId, reply)).toEqual([])
    expect(reply.body.detail).toContain('bogus')
  })
})
