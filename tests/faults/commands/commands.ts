import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { ComparedDesk } from './desk.ts'
import type { ReferenceThread } from './reference.ts'

type Check = (desk: ComparedDesk) => Promise<void>

/** One thing that happens, to the product and to the reference; afterwards both say the same. */
class Step implements fc.AsyncCommand<object, ComparedDesk> {
  readonly #name: string
  readonly #happens: Check

  constructor(name: string, happens: Check) {
    this.#name = name
    this.#happens = happens
  }

  check(): boolean {
    return true
  }

  async run(_: object, desk: ComparedDesk): Promise<void> {
    await this.#happens(desk)
    assert.deepEqual(desk.statuses(), desk.expected(), this.#name)
  }

  toString(): string {
    return this.#name
  }
}

const human = 'I want to talk to a human'
const charge = 'I was charged twice for one lamp'
const wishes: Readonly<Record<string, string | undefined>> = { [human]: 'care', [charge]: 'billing' }

const thread = fc.constantFrom('ada', 'bo', 'cy', 'di', 'ed')
const words = fc.constantFrom('How do I return a lamp?', 'Hello', human, charge)
const agent = fc.constantFrom('ann', 'ben', 'cid')
const team = fc.constantFrom('care', 'billing')

const says = fc.tuple(thread, words).map(
  ([who, text]) =>
    new Step(`${who} says "${text}"`, async (desk) => {
      await desk.says(who, text)
      desk.reference.says(who, wishes[text])
    }),
)

const bursts = fc.tuple(thread, fc.array(words, { minLength: 2, maxLength: 4 })).map(
  ([who, texts]) =>
    new Step(`${who} says at once ${texts.map((text) => `"${text}"`).join(', ')}`, async (desk) => {
      // Channels promise no order; two wishes at once may go to either team.
      const wanted = [...new Set(texts.flatMap((text) => wishes[text] ?? []))].slice(0, 1)
      const kept = texts.filter((text) => wishes[text] === undefined || wishes[text] === wanted[0])
      await desk.deliver(...kept.map((text) => desk.named(who, text)))
      await desk.settle()
      for (const text of kept) desk.reference.says(who, wishes[text])
    }),
)

const repeats = fc.tuple(fc.nat(30), fc.constantFrom(1, 3)).map(
  ([which, times]) =>
    new Step(`delivery ${which} comes ${times} times more`, async (desk) => {
      const { delivered } = desk.reference
      const again = delivered[which % Math.max(1, delivered.length)]
      if (!again || desk.reference.thread(again.thread).erased) return
      for (let n = 0; n < times; n += 1)
        await desk.ask(() => desk.simulation.customers.says(again.thread, again.text, again.id))
      await desk.settle()
    }),
)

const claims = fc.tuple(agent, team).map(
  ([who, where]) =>
    new Step(`${who} claims in ${where}`, async (desk) => {
      const wanted = desk.reference.claims(who, where, desk.now)
      const { status, body } = await desk.ask(() => desk.agent(who).claim(where))
      await desk.settle()
      if (wanted === 'nobody') assert.equal(status, 204)
      else if (wanted === 'full') assert.deepEqual([status, body.code], [409, 'at-capacity'])
      else {
        assert.equal(status, 200)
        wanted.handoffId = (body.handoff as { readonly id: string }).id
        if (wanted.hold) wanted.hold.leaseUntil = Date.parse(String(body.leaseUntil))
      }
    }),
)

const bodies: Readonly<Record<string, (thread: ReferenceThread) => unknown>> = {
  messages: () => ({ text: 'I am a person' }),
  notes: () => ({ text: 'A note' }),
  transfer: ({ team: here }) => ({ team: here === 'care' ? 'billing' : 'care', reason: 'Theirs' }),
  resolve: () => ({ outcome: 'solved' }),
}
const verbs = ['accept', 'heartbeat', 'messages', 'notes', 'release', 'decline', 'transfer', 'return', 'resolve']

const acts = fc.tuple(agent, thread, fc.constantFrom(...verbs)).map(
  ([who, whose, verb]) =>
    new Step(`${who}: ${verb} of ${whose}`, async (desk) => {
      const one = desk.reference.thread(whose)
      if (one.handoffId === undefined) return
      // Not in the very moment in which a lease ends.
      if (one.hold && Math.abs(one.hold.leaseUntil - desk.now) < 1_000) await desk.simulation.world.pass(2_000)
      const may = desk.reference.mayAct(who, one, desk.now)
      const { status, body } = await desk.ask(() => desk.agent(who).act(verb, one.handoffId ?? '', bodies[verb]?.(one)))
      await desk.settle()
      if (!may) assert.ok([404, 409, 410].includes(status), `${verb}: ${status}`)
      else {
        assert.ok(status < 300, `${verb}: ${status}`)
        desk.reference.acts(verb, one, desk.now)
        if (verb === 'heartbeat' && one.hold && !one.hold.accepted)
          one.hold.leaseUntil = Date.parse(String(body.leaseUntil))
      }
    }),
)

const passes = fc
  .constantFrom(1, 30, 117, 124, 600)
  .map((seconds) => new Step(`${seconds} s pass`, (desk) => desk.simulation.world.pass(seconds * 1_000)))

const sweeps = fc.constant(
  new Step('the sweep runs', async (desk) => {
    for (const { hold } of desk.reference.threads.values())
      if (hold && Math.abs(hold.leaseUntil - desk.now) < 1_000) await desk.simulation.world.pass(2_000)
    desk.reference.expire(desk.now)
    await desk.simulation.sweep()
    await desk.settle()
  }),
)

const erases = thread.map(
  (who) =>
    new Step(`${who} is erased`, async (desk) => {
      const { status } = await desk.erase(who)
      assert.equal(status, 204)
      await desk.settle()
    }),
)

/** Commands in the proportions of a busy day, an erasure among many. */
export const commands = fc.commands(
  [
    says,
    says,
    bursts,
    repeats,
    claims,
    claims,
    claims,
    acts,
    acts,
    acts,
    acts,
    passes,
    sweeps,
    fc.oneof({ weight: 4, arbitrary: says }, erases),
  ],
  { maxCommands: 60, size: 'max' },
)
