import { roomFor, turnsOf } from '#shared/attachment/bounds.ts'
import type { KeepPorts } from '#shared/attachment/keep-attachments.ts'
import type { ChannelMedia, Fetched } from '#shared/channel/media/media.ts'
import type { LogEvent } from '#shared/log/log.ts'
import { type KeptFile, memoryAttachments } from './memory-attachments.ts'

export const png = (size = 100): Buffer =>
  Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(size - 8)])
export const pdf = (size = 100): Buffer => Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(size - 8)])
export const fetched = (bytes: Buffer, contentType?: string): Fetched => ({ kind: 'fetched', bytes, contentType })

/** A channel that hands out what the test gives it, and a store in memory. */
export const channelFiles = (
  answers: Readonly<Record<string, () => Fetched | Promise<Fetched>>> = {},
  roomBytes = 1e8,
) => {
  const files = new Map<string, KeptFile>()
  const asked: string[] = []
  const events: LogEvent[] = []
  const media: ChannelMedia = {
    keeps: () => true,
    get: async (_, { id = '' }) => {
      asked.push(id)
      return answers[id]?.() ?? { kind: 'refused', cause: 'answered 404' }
    },
  }
  const ports: KeepPorts = {
    media,
    store: memoryAttachments(files),
    fetches: turnsOf(2),
    room: roomFor(roomBytes),
    log: (event) => events.push(event),
  }
  return { ports, files, asked, events }
}
