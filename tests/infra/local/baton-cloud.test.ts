import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type LocalCloud, startLocalCloud } from '#infra/local/desk/local-cloud.ts'

const projectFolder = fileURLToPath(new URL('../../../', import.meta.url))
let cloud: LocalCloud
const lines: string[] = []

beforeAll(async () => {
  cloud = await startLocalCloud({ writeLine: (name, line) => lines.push(`${name} ${line}`) })
})
afterAll(() => cloud?.close())

const call = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(`${cloud.url}${path}`, init)
  const body: unknown = await response.json()
  return { status: response.status, body }
}
const local = (method: string, path: string, body?: object) =>
  call(`/_local/${path}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) })

/** `npm run say`, as somebody at a terminal would use it. */
const say = async (conversation: string, message: string): Promise<string> => {
  const port = new URL(cloud.url).port
  const child = spawn(
    process.execPath,
    ['infra/local/say.ts', '--port', port, '--conversation', conversation, message],
    {
      cwd: projectFolder,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const [said] = await Promise.all([text(child.stdout), once(child, 'exit')])
  return said.trim()
}

describe('Baton on this machine', () => {
  it('answers a customer from the articles, within its roles', async () => {
    const answer = await say('answered', 'How do I return a lamp?')

    expect(answer).toMatch(/^assistant: .*return/i)
    expect(cloud.calls().filter(({ denied }) => denied > 0)).toEqual([])
  })

  it('hands a customer who asks for it to a person, whose ticket is in the queue', async () => {
    const answer = await say('human', 'I want to talk to a human')

    expect(answer).toMatch(/^system: /)
    const { body } = await local('GET', 'queues')
    const tickets = Object.entries(body as Record<string, { visible: number }>).filter(([name]) =>
      /^Linescare(?!Dead)/.test(name),
    )
    expect(tickets.map(([, { visible }]) => visible)).toEqual([1])
  })

  it('hands over when the model is told to be down, and answers again when it is not', async () => {
    const down = await local('POST', 'model', { mood: 'down' })
    const without = await say('down', 'What is the warranty on an oak table?')
    await local('POST', 'model', { mood: 'normal' })
    const withModel = await say('up', 'What is the warranty on an oak table?')

    expect(down).toEqual({ status: 200, body: { mood: 'down' } })
    expect(without).toMatch(/^system: /)
    expect(withModel).toMatch(/^assistant: /)
  })

  it('refuses a mood and an agent it does not know, saying which there are', async () => {
    const mood = await local('POST', 'model', { mood: 'sunny' })
    const agent = await local('GET', 'token?agent=nobody')

    expect(mood).toMatchObject({ status: 400, body: { message: expect.stringContaining('normal, down, slow') } })
    expect(agent).toMatchObject({ status: 404, body: { message: expect.stringContaining('supervisor') } })
  })

  it('runs the sweep when asked', async () => {
    const swept = await local('POST', 'sweep')

    expect(swept.status).toBe(200)
    expect(lines.some((line) => line.startsWith('Sweep ') && line.includes('sweep.done'))).toBe(true)
  })

  it('lets an agent in with a token of its own issuer, and nobody with an old one', async () => {
    const { body } = await local('GET', 'token?agent=care-1')
    const old = await cloud.token('care-1', -60)
    const teams = (token: string | undefined) =>
      vi.waitFor(() => call('/teams', { headers: { authorization: `Bearer ${token}` } }))

    expect((await teams((body as { token: string }).token)).status).toBe(200)
    expect(await teams(old)).toEqual({ status: 401, body: { message: 'Unauthorized' } })
  })

  it('counts what its functions call', async () => {
    await local('DELETE', 'calls')
    await say('counted', 'How do I return a lamp?')

    const { body } = await local('GET', 'calls')

    expect(body).toContainEqual({
      caller: 'ReceiveMessage',
      service: 'sqs',
      operation: 'SendMessage',
      count: 1,
      denied: 0,
    })
  })

  it('has nothing under /_local/ in what is deployed', () => {
    expect(JSON.stringify(cloud.running.api.routes)).not.toContain('_local')
    expect(cloud.running.stack.ofType('AWS::ApiGatewayV2::Route').length).toBeGreaterThan(10)
  })
})
