import type { Message } from '../thread/message.ts'
import type { ThreadReader } from '../thread/thread-reader.ts'
import { KeyReusedError, UnknownHandoffError } from './errors.ts'
import type { ChangedHandoff } from './held-handoff.ts'

/** What an agent's request asked to be stored. */
export interface AskedWrite {
  readonly messageId: string
  readonly text: string
}

/**
 * The message that this request stored, now or in a first try; that one is found by its id, and cannot be older than
 * the handoff. @throws KeyReusedError when the first try said something else | UnknownHandoffError when it is erased
 */
export const writtenOnce = async (
  threads: ThreadReader,
  { handoff, state, repeated }: ChangedHandoff,
  written: Message | undefined,
  { messageId, text }: AskedWrite,
): Promise<Message> => {
  const stored = repeated
    ? (await threads.readMessages(state.threadId, handoff.openedAt)).find(({ id }) => id === messageId)
    : written
  if (!stored) throw new UnknownHandoffError(handoff.id)
  if (stored.text !== text) throw new KeyReusedError(handoff.id)
  return stored
}
