import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createServer as createTcpServer } from 'node:net'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { Webhook } from 'standardwebhooks'
import { describe, expect, it, vi } from 'vitest'
import type { Ready } from '#infra/local/desk/ready.ts'

const projectFolder = fileURLToPath(new URL('../../../', import.meta.url))

const start = (...written: string[]): ChildProcess & { stdout: NodeJS.ReadableStream } => {
  const child = spawn(process.execPath, ['infra/local/start.ts', ...written], {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return child as ChildProcess & { stdout: NodeJS.ReadableStream }
}

const ends = async (child: ChildProcess) => {
  const [[code], errors] = await Promise.all([once(child, 'exit'), child.stderr ? text(child.stderr) : ''])
  return { code, errors: errors.trim() }
}

const portOf = (server: { address(): unknown }): number => (server.address() as { port: number }).port

const startCallback = async () => {
  const received: { headers: Record<string, string>; body: string }[] = []
  const server = createServer(async (incoming, response) => {
    received.push({ headers: incoming.headers as Record<string, string>, body: await text(incoming) })
    response.end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { url: `http://127.0.0.1:${portOf(server)}/callback`, received, close: () => server.close() }
}

const write = (ready: Ready, message: string): Promise<Response> => {
  const id = randomUUID()
  const at = new Date()
  const body = JSON.stringify({
    type: 'message.created',
    timestamp: at.toISOString(),
    data: { conversation: { id: 'c-1' }, sender: { id: 'u-1' }, message: { id, text: message } },
  })
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': new Webhook(ready.webhookSecret).sign(id, at, body),
  }
  return fetch(ready.webhookUrl, { method: 'POST', headers, body })
}

const isGone = (url: string) =>
  fetch(url).then(
    () => false,
    () => true,
  )

describe('npm start', () => {
  it('prints one line of JSON, answers a signed webhook at the callback, and ends without a trace', async () => {
    const callback = await startCallback()
    const child = start('--port', '0', '--callback', callback.url, '--ready-json')
    const lines: string[] = []
    const output = createInterface({ input: child.stdout }).on('line', (line) => lines.push(line))
    const ended = ends(child)
    const failed = ended.then(({ errors }) => Promise.reject(new Error(`it ended instead: ${errors}`)))
    await Promise.race([once(output, 'line'), failed])
    failed.catch(() => undefined)
    const ready: Ready = JSON.parse(lines[0] ?? '')

    const accepted = await write(ready, 'How do I return a lamp?')

    expect(accepted.status).toBeLessThan(300)
    await vi.waitFor(() => expect(callback.received.length).toBeGreaterThan(0), 15_000)
    const [reply] = callback.received
    expect(() => new Webhook(ready.callbackSecret).verify(reply?.body ?? '', reply?.headers ?? {})).not.toThrow()
    expect(Object.keys(ready.tokens)).toEqual(expect.arrayContaining(['supervisor', 'admin', `${ready.teams[0]}-1`]))

    child.kill('SIGTERM')
    expect((await ended).code).toBe(0)
    expect(await isGone(ready.url)).toBe(true)
    expect(lines).toHaveLength(1)
    callback.close()
  }, 60_000)

  it('tells in one line, with exit code 1, that its port is taken', async () => {
    const other = createTcpServer().listen(0, '127.0.0.1')
    await once(other, 'listening')

    const ended = await ends(start('--port', String(portOf(other))))

    expect(ended).toEqual({
      code: 1,
      errors: `port ${portOf(other)} is taken: stop what listens there, or choose another with --port N`,
    })
    other.close()
  })

  it('tells in one line, with exit code 1, what it does not understand', async () => {
    const [option, config] = await Promise.all([
      ends(start('--prot', '1')),
      ends(start('--port', '0', '--config', '/nowhere.ts')),
    ])

    expect(option).toEqual({ code: 1, errors: expect.stringMatching(/^Unknown option '--prot'[^\n]*$/) })
    expect(config).toEqual({ code: 1, errors: expect.stringMatching(/^config: \/nowhere.ts cannot be read[^\n]*$/) })
  }, 30_000)

  it('ends at once, and cleanly, when it is interrupted while starting', async () => {
    const child = start('--port', '0', '--ready-json')
    setTimeout(() => child.kill('SIGINT'), 1_000)

    expect((await ends(child)).errors).toBe('')
  }, 30_000)
})
