import type { Message } from '../thread/message.ts'
import type { ThreadReader } from '../thread/thread-reader.ts'
import type { Change } from './change.ts'
import { changeHeld, type HeldCommand, type HeldHandoff, type HeldPorts, heldFence } from './held-handoff.ts'
import { nextAt } from './outgoing.ts'
import { writtenOnce } from './written-once.ts'

export interface AddNotePorts extends HeldPorts {
  readonly threads: ThreadReader
}

export interface AddNoteCommand extends HeldCommand {
  readonly text: string
  readonly messageId: string
}

export const noteMessage = ({ state }: HeldHandoff, command: AddNoteCommand, now: number): Message => ({
  threadId: state.threadId,
  id: command.messageId,
  conversationId: state.conversationId,
  at: nextAt(state, now),
  author: { kind: 'agent', id: command.agent.id, name: command.agent.name },
  text: command.text,
  internal: true,
})

/** A note has its place in the thread's order, and does not count as an answer. */
export const noteChanges = (held: HeldHandoff, note: Message, key: string, now: number): readonly Change[] => {
  const fence = heldFence(held, now)
  return [
    { kind: 'write-seen', key, messageId: note.id, at: now },
    { kind: 'message-added', message: note },
    {
      kind: 'thread-changed',
      threadId: note.threadId,
      patch: {
        ...fence,
        expect: { ...fence.expect, lastMessageAt: held.state.lastMessageAt },
        set: { lastMessageAt: note.at },
        add: { messages: 1 },
      },
    },
  ]
}

/** @throws UnknownHandoffError | HandoffOverError | NotHeldError | LeaseEndedError | HandoffBusyError | KeyReusedError */
export const addNote = async (ports: AddNotePorts, command: AddNoteCommand): Promise<Message> => {
  let written: Message | undefined
  const changed = await changeHeld(ports, command, (held, now) => {
    written = noteMessage(held, command, now)
    return noteChanges(held, written, command.attemptId, now)
  })

  const stored = await writtenOnce(ports.threads, changed, written, command)
  const { handoff } = changed
  ports.log({
    event: 'handoff.changed',
    handoffId: handoff.id,
    verb: 'note',
    agentId: command.agent.id,
    team: handoff.team,
  })
  return stored
}
