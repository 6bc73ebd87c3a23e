import { isFile, type KeepPorts, type KeptFiles, keepAttachments, nothingKept } from '../attachment/keep-attachments.ts'
import { messageIdOf } from '../channel/address.ts'
import type { InboundMessage } from '../channel/inbound-message.ts'
import type { BatonConfig } from '../config/config.ts'
import { modelReads } from '../config/model-reads.ts'
import type { Log } from '../log/log.ts'
import type { ThreadState } from '../thread/thread-state.ts'
import type { TurnInput } from './turn.ts'

export interface SentAlongPorts {
  readonly attachments?: Pick<KeepPorts, 'media' | 'store' | 'fetches' | 'room'>
  readonly log: Log
}

/** The files of a turn's messages: fetched and kept once, however often the turn has to be planned anew. */
export interface SentAlong {
  keep(fresh: readonly InboundMessage[], state: ThreadState | undefined): Promise<KeptFiles>
  /** Gives back the room of what the model was shown. */
  letGo(): void
}

/** Whatever became of the first two tries may have been the files: the third does not touch them. */
const untouched = (fresh: readonly InboundMessage[]): KeptFiles => ({
  attachments: new Map(
    fresh.map((inbound) => [
      messageIdOf(inbound),
      inbound.message.attachments.map((one) => ({ ...one, ...(isFile(one) && { notKept: 'no-time' as const }) })),
    ]),
  ),
  shown: [],
})

export const sentAlong = (
  { attachments: ports, log }: SentAlongPorts,
  { model }: Pick<BatonConfig, 'model'>,
  { threadId, thirdTry }: TurnInput,
): SentAlong => {
  const reads = modelReads(model)
  let kept: KeptFiles | undefined
  let began: number | undefined
  const letGo = () => {
    for (const { bytes } of kept?.shown ?? []) ports?.room.give(bytes.byteLength)
    kept = undefined
  }

  return {
    keep: async (fresh, state) => {
      const channel = fresh[0]?.address.channel ?? ''
      if (!ports?.media.keeps(channel) || fresh.every(({ message }) => message.attachments.length === 0))
        return nothingKept
      if (thirdTry) return untouched(fresh)
      // Gone since the last round: an erasure took the thread, and the files with it.
      if (began !== undefined && state === undefined) letGo()
      began = state?.startedAt
      const messages = fresh.map((inbound) => ({ id: messageIdOf(inbound), attachments: inbound.message.attachments }))
      const shows = (kind: 'image' | 'document') => reads.includes(`${kind}s`)
      kept ??= await keepAttachments({ ...ports, log }, { threadId, channel, messages, shows })
      return kept
    },
    letGo,
  }
}
