import { buffer } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { listen } from '../../local/http/listen.ts'
import { asObject, type Json } from '../../local/json.ts'
import type { Meter } from './meter.ts'

export interface LoadCallback {
  readonly url: string
  /** Waits for a thread's message of that number, from 1; who wrote it. */
  heard(thread: string, number: number): Promise<string>
  close(): Promise<void>
}

const patienceMs = 15_000
const lookMs = 10

/** The company's end of the channel, where every byte that leaves is counted. */
export const startLoadCallback = async (meter: Meter, door: string): Promise<LoadCallback> => {
  const heard = new Map<string, string[]>()
  const server = await listen(0, async (incoming, out) => {
    const body = await buffer(incoming)
    const { conversation, author } = asObject(asObject(JSON.parse(body.toString('utf8')) as Json).data)
    const thread = String(asObject(conversation).id)
    heard.set(thread, [...(heard.get(thread) ?? []), String(asObject(author).kind)])
    meter.count(door, 'sentBytes', body.length + incoming.rawHeaders.join('  ').length)
    out.writeHead(204).end()
  })
  return {
    url: server.url,
    heard: async (thread, number) => {
      const deadline = Date.now() + patienceMs
      for (;;) {
        const author = heard.get(thread)?.[number - 1]
        if (author !== undefined) return author
        if (Date.now() > deadline) throw new Error(`thread ${thread} never heard message ${number}`)
        await setTimeout(lookMs)
      }
    },
    close: () => server.close(),
  }
}
