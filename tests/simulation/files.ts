import type { AttachmentStore } from '#shared/attachment/attachment-store.ts'
import type { ChannelMedia, MediaReference } from '#shared/channel/media/media.ts'
import type { Call } from './fault.ts'
import type { CallPath } from './simulated-calls.ts'

/** A provider that keeps customers' files, and the bucket that they are copied to. */
export interface SimulatedFiles {
  /** By key. */
  readonly kept: ReadonlyMap<string, Uint8Array>
  readonly media: ChannelMedia
  readonly store: AttachmentStore
}

/** What a client waits at most. */
const limitMs = 6_000

export interface SimulatedFile {
  readonly bytes: Buffer
  readonly contentType: string
}

export const photo = Buffer.from('89504e470d0a1a0a0000', 'hex')

/** What lies where a reference says, or the same everywhere. */
export type SimulatedSource = SimulatedFile | ((reference: MediaReference) => SimulatedFile)

const aPhoto: SimulatedFile = { bytes: photo, contentType: 'image/png' }

export const simulatedFiles = (calls: () => CallPath, file: SimulatedSource = aPhoto): SimulatedFiles => {
  const kept = new Map<string, Uint8Array>()
  const make = async (service: Call['service'], operation: string, answer: () => void): Promise<number> => {
    const { status } = await calls().make({
      service,
      operation,
      callId: undefined,
      limitMs,
      input: undefined,
      answer: () => {
        answer()
        return { status: 200, body: '' }
      },
      refusal: (fault) => ({ status: fault === 'throttled' ? 503 : 500, body: '' }),
    })
    return status
  }
  const stored = async (operation: string, answer: () => void): Promise<void> => {
    const status = await make('s3', operation, answer)
    if (status !== 200) throw new Error(`answered ${status}`)
  }

  return {
    kept,
    media: {
      keeps: () => true,
      get: async (_, reference) => {
        const status = await make('channel', 'GET', () => undefined).catch(() => 0)
        if (status !== 200) return { kind: 'failed', cause: `answered ${status}` }
        return { kind: 'fetched', ...(typeof file === 'function' ? file(reference) : file) }
      },
    },
    store: {
      put: (key, bytes) => stored('PutObject', () => kept.set(key, Uint8Array.from(bytes))),
      erase: async (prefix) => {
        let erased = 0
        await stored('DeleteObjects', () => {
          for (const key of [...kept.keys()]) if (key.startsWith(prefix) && kept.delete(key)) erased += 1
        })
        return erased
      },
    },
  }
}
