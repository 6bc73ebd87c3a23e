import { accept } from '#shared/handoff/accept.ts'
import { addNote } from '#shared/handoff/add-note.ts'
import { giveBack } from '#shared/handoff/give-back.ts'
import { heartbeat } from '#shared/handoff/heartbeat.ts'
import type { HeldCommand } from '#shared/handoff/held-handoff.ts'
import { resolve } from '#shared/handoff/resolve.ts'
import { returnToAssistant } from '#shared/handoff/return-to-assistant.ts'
import { sendMessage } from '#shared/handoff/send-message.ts'
import { transfer } from '#shared/handoff/transfer.ts'
import { ann, type Desk, openDesk } from './desk.ts'
import type { WaitingConversation } from './waiting-conversation.ts'

export const leaseMs = 120_000

export interface HeldDesk {
  readonly desk: Desk
  /** Started 90 minutes ago, claimed by Ann. */
  readonly held: WaitingConversation
  /** Started 5 minutes ago, still waiting: what every verb has to leave alone. */
  readonly other: WaitingConversation
  readonly id: string
  /** A second before now. */
  readonly claimedAt: number
}

export const openHeldDesk = async (): Promise<HeldDesk> => {
  const desk = openDesk()
  const [held, other] = [await desk.waits(90), await desk.waits(5)]
  const claimedAt = desk.ports.clock()
  await desk.claimed(ann)
  desk.ports.clock.advance(1_000)
  return { desk, held, other, id: held.handoff.id, claimedAt }
}

/** Every verb that needs a held handoff, by its name. */
export const verbs: Readonly<Record<string, (desk: Desk, command: HeldCommand) => Promise<unknown>>> = {
  accept: ({ ports, config }, command) => accept(ports, config, command),
  heartbeat: ({ ports, config }, command) => heartbeat(ports, config, command),
  release: ({ ports }, command) => giveBack(ports, 'release', command),
  decline: ({ ports }, command) => giveBack(ports, 'decline', command),
  'send-message': ({ ports, config }, command) =>
    sendMessage(ports, config, { ...command, text: 'Hello', messageId: `message-${command.attemptId}` }),
  'add-note': ({ ports }, command) =>
    addNote(ports, { ...command, text: 'a note', messageId: `note-${command.attemptId}` }),
  transfer: ({ ports, config }, command) =>
    transfer(ports, config, { ...command, team: 'billing', reason: 'an invoice', noteId: 'note', noticeId: 'notice' }),
  'return-to-assistant': ({ ports, config }, command) =>
    returnToAssistant(ports, config, { ...command, noticeId: 'notice' }),
  resolve: ({ ports, config }, command) => resolve(ports, config, { ...command, outcome: 'solved', noteId: 'note' }),
}
