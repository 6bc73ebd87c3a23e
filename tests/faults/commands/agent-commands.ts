import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Answered } from '#tests/simulation/people.ts'
import { thread } from './customer-commands.ts'
import type { ComparedDesk } from './desk.ts'
import type { ReferenceThread } from './reference.ts'
import { Step } from './step.ts'

const agent = fc.constantFrom('ann', 'ben', 'cid')
const team = fc.constantFrom('care', 'billing')

const isTaken = (one: ReferenceThread, { status, body }: Answered): void => {
  assert.equal(status, 200)
  const handoff = body.handoff as { readonly id: string; readonly conversationId: string }
  assert.equal(one.conversationId, handoff.conversationId)
  one.handoffId = handoff.id
  if (one.hold) one.hold.leaseUntil = Date.parse(String(body.leaseUntil))
}

export const claims = fc.tuple(agent, team).map(
  ([who, where]) =>
    new Step('claim', `${who} claims in ${where}`, async (desk) => {
      await desk.notAsALeaseEnds()
      const wanted = desk.reference.claims(who, where, desk.now)
      const answer = await desk.ask(() => desk.agent(who).claim(where))
      await desk.settle()
      if (wanted === 'nobody') assert.equal(answer.status, 204)
      else if (wanted === 'full') assert.deepEqual([answer.status, answer.body.code], [409, 'at-capacity'])
      else isTaken(wanted, answer)
      return typeof wanted === 'object'
    }),
)

const bodies: Readonly<Record<string, (thread: ReferenceThread) => unknown>> = {
  messages: () => ({ text: 'I am a person' }),
  notes: () => ({ text: 'A note' }),
  transfer: ({ team: here }) => ({ team: here === 'care' ? 'billing' : 'care', reason: 'Theirs' }),
  resolve: () => ({ outcome: 'solved' }),
}
const verbs = ['accept', 'heartbeat', 'messages', 'notes', 'release', 'decline', 'transfer', 'return', 'resolve']

/** Asks for it, holds the answer to what the reference allows, and lets the reference do the same. */
const act = async (desk: ComparedDesk, who: string, one: ReferenceThread, verb: string): Promise<boolean> => {
  await desk.notAsALeaseEnds()
  const may = desk.reference.mayAct(who, one, desk.now)
  const { status, body } = await desk.ask(() => desk.agent(who).act(verb, one.handoffId ?? '', bodies[verb]?.(one)))
  await desk.settle()
  if (!may) {
    assert.ok([404, 409, 410].includes(status), `${verb}: ${status}`)
    return false
  }
  assert.ok(status < 300, `${verb}: ${status}`)
  desk.reference.acts(verb, one, desk.now)
  if (verb === 'heartbeat' && one.hold && !one.hold.accepted) one.hold.leaseUntil = Date.parse(String(body.leaseUntil))
  return true
}

/** Of anybody's, mostly in vain. */
export const acts = fc.tuple(agent, thread, fc.constantFrom(...verbs)).map(
  ([who, whose, verb]) =>
    new Step(verb, `${who}: ${verb} of ${whose}`, async (desk) => {
      const one = desk.reference.thread(whose)
      return one.handoffId === undefined ? false : act(desk, who, one, verb)
    }),
)

/** Of one that an agent holds. */
export const handles = fc.tuple(fc.nat(5), fc.constantFrom(...verbs)).map(
  ([which, verb]) =>
    new Step(verb, `held ${which}: ${verb}`, async (desk) => {
      const held = [...desk.reference.threads.values()].filter(({ hold }) => hold !== undefined)
      const one = held[which % Math.max(1, held.length)]
      return one?.hold === undefined ? false : act(desk, one.hold.agent, one, verb)
    }),
)

/** Several ask at once: each gets one of the first, and nobody the same as another. */
export const race = fc.tuple(team, fc.constantFrom(2, 3)).map(
  ([where, count]) =>
    new Step('claims at once', `${count} agents claim at once in ${where}`, async (desk) => {
      await desk.notAsALeaseEnds()
      desk.reference.expire(desk.now, where)
      const all = ['ann', 'ben', 'cid'].slice(0, count)
      const able = all.filter((who) => desk.reference.holds(who).length < desk.reference.capacity)
      const first = desk.reference.waiting(where).slice(0, able.length)
      const answers = await desk.ask(() => Promise.all(able.map((who) => desk.agent(who).claim(where))))
      await desk.settle()
      const taken = answers.flatMap(({ status, body }, at) =>
        status === 200 ? [{ who: able[at] ?? '', answer: { status, body }, id: idOf(body) }] : [],
      )
      assert.deepEqual(new Set(taken.map(({ id }) => id)), new Set(first.map(({ conversationId }) => conversationId)))
      for (const { who, answer, id } of taken) {
        const one = first.find(({ conversationId }) => conversationId === id)
        if (!one) continue
        Object.assign(one, { status: 'claimed', hold: { agent: who, leaseUntil: 0, accepted: false } })
        isTaken(one, answer)
      }
      return taken.length > 1
    }),
)

const idOf = (body: Answered['body']): string => (body.handoff as { readonly conversationId: string }).conversationId

/** The customer writes in the moment in which the agent ends it: before, and it was said to a person; or after, and it begins anew. */
export const crossing = fc.tuple(fc.nat(5), fc.constantFrom('resolve', 'return')).map(
  ([which, verb]) =>
    new Step(`message beside ${verb}`, `held ${which}: the customer writes beside its ${verb}`, async (desk) => {
      await desk.notAsALeaseEnds()
      const held = [...desk.reference.threads.values()].filter(
        (thread) => thread.hold && desk.reference.mayAct(thread.hold.agent, thread, desk.now),
      )
      const one = held[which % Math.max(1, held.length)]
      if (!one?.hold) return false
      const { agent: who } = one.hold
      const message = desk.named(one.key, 'How do I return a lamp?')
      const [{ status }] = await desk.ask(() =>
        Promise.all([
          desk.agent(who).act(verb, one.handoffId ?? '', bodies[verb]?.(one)),
          desk.simulation.customers.says(message.thread, message.text, message.id),
        ]),
      )
      desk.reference.delivered.push(message)
      await desk.settle()
      assert.ok(status < 300, `${verb}: ${status}`)
      desk.reference.acts(verb, one, desk.now)
      if (desk.conversationOf(one.key) !== one.conversationId) desk.begins(one, undefined)
      return true
    }),
)
