import type { LoggedTurn } from '#shared/report/logged-turn.ts'
import type { ReplayedTurn } from '#shared/report/what-if/compare.ts'
import type { Replayed } from '#shared/report/what-if/replayed.ts'
import { type Fired, failure, topic } from '#shared/triggers/trigger.ts'

const evidence = { score: 1, threshold: 0.5 }
export const angry: Fired = failure('frustration', evidence, 'sounds angry')
export const suing: Fired = topic('legal', evidence, 'threatens to sue')

export const loggedTurn = (at: number, more: Partial<LoggedTurn> = {}): LoggedTurn => ({
  threadId: 't',
  conversationId: 't.1',
  at,
  configVersion: 'v1',
  channel: 'standard',
  language: 'en',
  messages: [`asked at ${at}`],
  earlier: [],
  did: 'answered',
  fired: [],
  ...more,
})

export const handedOffTo = (team: string, fired: Fired = angry): Replayed => ({
  kind: 'handed-off',
  fired: [fired],
  team,
  rule: 'default',
})

const answered: Replayed = { kind: 'answered' }

/** `aHa`: what the log has of each turn, answered, handed off, or written while a person had it. */
export const stretch = (did: string, now: readonly Replayed[] = []): readonly ReplayedTurn[] =>
  [...did].map((letter, index) => {
    const at = 1_000 + index
    if (letter === 'H')
      return {
        turn: loggedTurn(at, { did: 'handed-off', fired: [angry], handoffId: `h${index}` }),
        now: now[index] ?? handedOffTo('support'),
        handoff: { id: `h${index}`, team: 'support', rule: 'default' },
      }
    return { turn: loggedTurn(at, { did: letter === 'w' ? 'appended' : 'answered' }), now: now[index] ?? answered }
  })
