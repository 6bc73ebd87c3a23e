import type { BatonConfig } from '../config/config.ts'
import { nextOpening } from '../routing/hours.ts'
import type { Message } from '../thread/message.ts'
import type { Waiting } from '../thread/thread-state.ts'
import { watchTimer } from '../thread/timer.ts'
import { toOutbound } from '../thread/to-outbound.ts'
import { announceWaiting } from './announce.ts'
import type { Change } from './change.ts'
import type { HandoffWithState } from './handoff-reader.ts'
import type { MoveOverflowPorts } from './move-overflow.ts'
import { outgoingMessage } from './outgoing.ts'

type WaitConfig = Pick<BatonConfig, 'teams' | 'notices' | 'company'>

/** Who was silent for so long is not written to again: channels close their windows, and people go to bed. */
const longestSilenceMs = 86_400_000
const minuteMs = 60_000

/** When the customer is told next that they still wait: an interval after the last word to them, once the team is there. */
export const updateAt = (
  { lastOutgoing, lastMessageAt, lastCustomerAt, team }: Omit<Waiting, 'timerAt'>,
  { notices, teams }: Pick<WaitConfig, 'teams' | 'notices'>,
  now: number,
): number | undefined => {
  const { updateEveryMinutes } = notices
  if (updateEveryMinutes === undefined) return undefined
  const due = (lastOutgoing?.at ?? lastMessageAt) + updateEveryMinutes * minuteMs
  const at = nextOpening(teams[team]?.hours, new Date(Math.max(due, now)))?.getTime()
  return at === undefined || at - lastCustomerAt >= longestSilenceMs ? undefined : at
}

/** When the sweep looks at whoever waits: now and then, and when there is something to tell. */
export const waitTimer = (
  state: Omit<Waiting, 'timerAt'>,
  config: Pick<WaitConfig, 'teams' | 'notices'>,
  now: number,
): number => Math.min(watchTimer(now), Math.max(updateAt(state, config, now) ?? Number.POSITIVE_INFINITY, now + 1))

/** Told under the fence of what was read: whoever was claimed, moved or written to meanwhile does not hear it. */
export const tellChanges = (state: Waiting, message: Message, config: WaitConfig, now: number): readonly Change[] => {
  const { threadId, epoch, handoffId, lastMessageAt } = state
  const spoken = { lastMessageAt: message.at, lastOutgoing: { id: message.id, at: message.at, by: 'sweep' as const } }
  return [
    { kind: 'message-added', message },
    {
      kind: 'thread-changed',
      threadId,
      patch: {
        expect: { status: 'waiting', epoch, lastMessageAt },
        set: { ...spoken, timerAt: waitTimer({ ...state, ...spoken }, config, now) },
        add: { messages: 1 },
      },
    },
    {
      kind: 'handoff-changed',
      handoffId,
      patch: { expect: { status: 'waiting', epoch }, set: {}, add: { updates: 1 } },
    },
  ]
}

/** Tells one customer that they still wait; false when somebody was quicker. */
export const tellOne = async (
  { transactions, outbound, clock, newId }: Pick<MoveOverflowPorts, 'transactions' | 'outbound' | 'clock' | 'newId'>,
  config: WaitConfig,
  state: Waiting,
  { handoff }: HandoffWithState,
): Promise<boolean> => {
  const now = clock()
  const text = announceWaiting({ team: state.team, trigger: handoff.trigger, language: handoff.language }, config)
  const message = outgoingMessage({ state, author: { kind: 'system' }, text, id: newId(), now })
  const { ok } = await transactions.commit(`told#${message.id}`, tellChanges(state, message, config, now))
  if (ok) await outbound.send([toOutbound(state.address, message)])
  return ok
}
