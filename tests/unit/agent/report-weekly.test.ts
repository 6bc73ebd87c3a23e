import type { Context } from 'aws-lambda'
import { expect, test } from 'vitest'
import { answerAgent } from '#functions/agent/answer-agent.ts'
import type { AgentPorts } from '#functions/agent/ports.ts'
import { agentEvent, tokenOf } from '#tests/support/agent-event.ts'
import { memoryApi } from './memory-api.ts'

const head = tokenOf('hana', ['care', 'supervisor'], 'Hana')
const written: Readonly<Record<string, string>> = {
  '2026-W46 html': '<!doctype html><p>the page',
  '2026-W46 csv': 'section,name,figure,now,before\r\n',
  '2026-W46 json': '{"week":"2026-W46","clusters":{}}',
}
const reports: NonNullable<AgentPorts['reports']> = {
  read: async (week, form) => written[`${week} ${form}`],
}

const ask = async (accept: string, week: string, changed: Partial<AgentPorts> = { reports }, token = head) => {
  const handler = answerAgent(memoryApi(changed), '{}', { after: () => undefined })
  const event = agentEvent({ route: 'GET /reports/weekly', query: { week }, headers: { accept }, token })
  const { statusCode, headers, body = '' } = await handler(event, {} as Context)
  return { status: statusCode, headers, body }
}

test.each([
  ['text/html', 'text/html; charset=utf-8', '2026-W46 html'],
  ['text/csv', 'text/csv; charset=utf-8; header=present', '2026-W46 csv'],
  ['application/json', 'application/json', '2026-W46 json'],
])('%s is answered as it was written', async (accept, type, name) => {
  const { status, headers, body } = await ask(accept, '2026-W46')

  expect({ status, type: headers?.['content-type'], body }).toEqual({ status: 200, type, body: written[name] })
})

test('the page may run nothing and fetch nothing, wherever it is shown', async () => {
  const { headers } = await ask('text/html', '2026-W46')

  expect(headers?.['content-security-policy']).toBe(
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  )
  expect((await ask('text/csv', '2026-W46')).headers?.['content-security-policy']).toBeUndefined()
})

test.each(['text/html', 'text/csv'])(
  'a week that was not written is there as figures, and not as %s',
  async (accept) => {
    expect(await ask(accept, '2026-W40')).toMatchObject({ status: 404 })
    expect(await ask('application/json', '2026-W40')).toMatchObject({ status: 200 })
    expect(JSON.parse((await ask('application/json', '2026-W40')).body)).toMatchObject({ week: '2026-W40' })
  },
)

test('without a delivery there are the figures alone', async () => {
  expect(await ask('text/html', '2026-W46', {})).toMatchObject({ status: 404 })
  expect(await ask('application/json', '2026-W46', {})).toMatchObject({ status: 200 })
})

test('it is for supervisors', async () => {
  const cleo = tokenOf('cleo', ['care'], 'Cleo')

  expect(await ask('text/html', '2026-W46', { reports }, cleo)).toMatchObject({ status: 403 })
})
