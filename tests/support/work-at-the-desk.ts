import { setTimeout as delay } from 'node:timers/promises'
import type { BatonConfig } from '#shared/config/config.ts'
import { type ClaimPorts, claim } from '#shared/handoff/claim.ts'
import { LeaseEndedError, NotHeldError } from '#shared/handoff/errors.ts'
import { giveBack } from '#shared/handoff/give-back.ts'
import type { Handoff } from '#shared/handoff/handoff.ts'
import { heartbeat } from '#shared/handoff/heartbeat.ts'
import { resolve } from '#shared/handoff/resolve.ts'
import { type TransferPorts, transfer } from '#shared/handoff/transfer.ts'
import type { Agent } from '#shared/line/agent.ts'
import { LineBusyError } from '#shared/line/errors.ts'

export interface Work {
  readonly ports: ClaimPorts & TransferPorts
  readonly config: BatonConfig
  readonly agent: Agent
  /** Uniform in [0, 1). */
  readonly random: () => number
  /** The starts of conversations that somebody resolved; work ends when there are as many as wanted. */
  readonly resolved: number[]
  readonly wanted: number
}

type Verb = 'release' | 'decline' | 'transfer' | 'heartbeat' | 'vanish' | 'resolve'

/** Half of all conversations are dealt with; the others come back in every way there is. */
const verbOf = (share: number): Verb => {
  const others: readonly Verb[] = ['release', 'decline', 'transfer', 'heartbeat', 'vanish']
  return share < 0.5 ? 'resolve' : (others[Math.floor((share - 0.5) * 2 * others.length)] ?? 'resolve')
}

const actOn = async (work: Work, handoff: Handoff, n: number): Promise<void> => {
  const { ports, config, agent, resolved } = work
  const request = { agent, handoffId: handoff.id, attemptId: `${agent.id}#${n}` }
  const [noteId, noticeId] = [`note-${agent.id}-${n}`, `notice-${agent.id}-${n}`]
  const verb = verbOf(work.random())
  if (verb === 'release' || verb === 'decline') return giveBack(ports, verb, request)
  if (verb === 'transfer') {
    const team = handoff.team === 'care' ? 'billing' : 'care'
    return transfer(ports, config, { ...request, team, reason: 'theirs', noteId, noticeId })
  }
  // Nothing more is heard of whoever vanishes; a heartbeat, and then nothing more, only takes longer.
  if (verb === 'heartbeat') await heartbeat(ports, config, request)
  if (verb !== 'resolve') return
  await resolve(ports, config, { ...request, outcome: 'solved', noteId })
  resolved.push(handoff.startedAt)
}

/** An agent of both teams who claims and does whatever comes to mind, until everything is resolved. */
export const workAtTheDesk = async (work: Work): Promise<void> => {
  const { ports, config, agent, random } = work
  for (let n = 0; work.resolved.length < work.wanted; n += 1) {
    const team = random() < 0.5 ? 'care' : 'billing'
    try {
      const found = await claim(ports, config, { agent, team, claimId: `claim-${n}`, waitSeconds: 0 })
      if (found) await actOn(work, found.handoff, n)
      else await delay(20)
    } catch (error) {
      const expected = [LineBusyError, LeaseEndedError, NotHeldError].some((kind) => error instanceof kind)
      if (!expected) throw error
    }
  }
}
