import { replyingModel } from '#tests/simulation/model.ts'
import type { Simulation } from '#tests/simulation/simulation.ts'
import { passageOf } from '#tests/support/fixed-knowledge.ts'

/** One for each thing that a customer, an agent or an article says; all of them begin alike, so that none is missed. */
export const canary = 'zebra'
const mark = (what: string): string => `${canary}-${what}`

/** Articles with a canary in every field that holds words. */
export const plantedPassages = [
  passageOf({
    title: `Return an item ${mark('title')}`,
    text: `You can return an item in 30 days ${mark('article')}.`,
  }),
]

/** Answers with what it was asked, and with words of its own. */
export const plantedModel = (request: unknown): unknown =>
  JSON.parse(
    JSON.stringify(replyingModel(request))
      .replaceAll('An answer', `An answer ${mark('wish')}`)
      .replaceAll('"why":"asked"', `"why":"${mark('why')}"`)
      .replaceAll('You asked:', `You asked ${mark('draft')}:`),
  )

/** Whoever withdraws says nothing else. */
const withdrawn = /^Never mind/

const marked = (body: unknown, what: string): unknown =>
  body === undefined
    ? undefined
    : Object.fromEntries(
        Object.entries(body as object).map(([name, value]) =>
          ['text', 'note', 'reason'].includes(name) ? [name, `${value} ${mark(what)}`] : [name, value],
        ),
      )

/** From here on everybody in it says canaries, is called by them and sends them along. */
export const plant = (simulation: Simulation): Simulation => {
  const { customers } = simulation
  const says = customers.says.bind(customers)
  customers.says = (thread, text, id, sender = `customer-${thread}`, { file, verified } = {}) =>
    says(
      `${thread}-${mark('key')}`,
      withdrawn.test(text) ? text : `${text} ${mark('text')}`,
      id,
      `${sender}-${mark('sender')}`,
      {
        name: mark('name'),
        ...((file ?? text.includes('photo')) ? { file: `${mark('file')}.png` } : {}),
        ...(verified && { verified: { email: `${mark('mail')}@example.com`, phone: `+1555${mark('phone')}` } }),
      },
    )
  const agent = simulation.agent.bind(simulation)
  simulation.agent = (id) => {
    const desk = agent(id)
    if (Object.hasOwn(desk, 'act')) return desk
    const act = desk.act.bind(desk)
    desk.act = (verb, handoffId, body) => act(verb, handoffId, marked(body, verb))
    return desk
  }
  return simulation
}
