import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Step } from './step.ts'

const human = 'I want to talk to a human'
const charge = 'I was charged twice for one lamp'
const wishes: Readonly<Record<string, string | undefined>> = { [human]: 'care', [charge]: 'billing' }

export const thread = fc.constantFrom('ada', 'bo', 'cy', 'di', 'ed')
const words = fc.constantFrom(
  'How do I return a lamp?',
  'Hello',
  'Where is my order?',
  'When does my parcel come?',
  human,
  charge,
)

export const says = fc.tuple(thread, words).map(
  ([who, text]) =>
    new Step(wishes[text] ? 'handoff' : 'message', `${who} says "${text}"`, async (desk) => {
      await desk.says(who, text, wishes[text])
      return true
    }),
)

export const bursts = fc.tuple(thread, fc.array(words, { minLength: 2, maxLength: 4 })).map(
  ([who, texts]) =>
    new Step('burst', `${who} says at once ${texts.map((text) => `"${text}"`).join(', ')}`, async (desk) => {
      // Channels promise no order; two wishes at once may go to either team.
      const wanted = [...new Set(texts.flatMap((text) => wishes[text] ?? []))].slice(0, 1)
      const kept = texts.filter((text) => wishes[text] === undefined || wishes[text] === wanted[0])
      await desk.sayAll(kept.map((text) => ({ message: desk.named(who, text), wish: wishes[text] })))
      return true
    }),
)

export const repeats = fc.tuple(fc.nat(30), fc.constantFrom(1, 3)).map(
  ([which, times]) =>
    new Step('redelivery', `delivery ${which} comes ${times} times more`, async (desk) => {
      const { delivered } = desk.reference
      const again = delivered[which % Math.max(1, delivered.length)]
      if (!again || desk.reference.thread(again.thread).erased) return false
      for (let n = 0; n < times; n += 1)
        await desk.ask(() => desk.simulation.customers.says(again.thread, again.text, again.id))
      await desk.settle()
      return true
    }),
)

export const holdsBack = fc.tuple(thread, words).map(
  ([who, text]) =>
    new Step('held back', `"${text}" of ${who} is held back on its way`, async (desk) => {
      desk.heldBack.push({ message: desk.named(who, text), wish: wishes[text] })
      return true
    }),
)

export const arrives = fc.constant(
  new Step('reordering', 'what was held back arrives, the last first', async (desk) => {
    const late = desk.heldBack.splice(0).reverse()
    for (const one of late) if (!desk.reference.thread(one.message.thread).erased) await desk.sayAll([one])
    return late.length > 0
  }),
)

export const reopens = words.map(
  (text) =>
    new Step('reopen', `somebody whose conversation is over says "${text}"`, async (desk) => {
      const over = [...desk.reference.threads.values()].find(
        ({ status, startedAt }) => status === 'closed' && startedAt > 0,
      )
      if (over) await desk.says(over.key, text, wishes[text])
      return over !== undefined
    }),
)

export const erases = thread.map(
  (who) =>
    new Step('erase', `${who} is erased`, async (desk) => {
      const had = desk.reference.threads.has(who)
      const { status } = await desk.erase(who)
      assert.equal(status, 200)
      await desk.settle()
      return had
    }),
)
