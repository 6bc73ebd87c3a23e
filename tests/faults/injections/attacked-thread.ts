import type { Along } from '#tests/simulation/people.ts'
import type { Simulation } from '#tests/simulation/simulation.ts'
import type { Attack } from './attack.ts'

const second = 1_000
const harmless = 'How do I return a lamp?'

/** Says one thing after the other, and waits for each to be dealt with. */
export const saysAll = async (
  { world, customers }: Simulation,
  thread: string,
  texts: readonly string[],
  along: Along = {},
): Promise<void> => {
  for (const text of texts) {
    said += 1
    const id = `${thread}-${said}`
    await world.run(() => customers.says(thread, text, id, undefined, along))
    await world.pass(2 * second)
  }
}
let said = 0

const atOnce = async ({ world, customers }: Simulation, thread: string, texts: readonly string[]): Promise<void> => {
  said += 1
  const ids = texts.map((_, n) => `${thread}-${said}-${n}`)
  await world.run(() => Promise.all(texts.map((text, n) => customers.says(thread, text, ids[n] ?? ''))))
  await world.pass(2 * second)
}

const alongOf = ({ carrier, texts }: Attack): Along => ({
  ...(carrier === 'name' && { name: texts[0] }),
  ...(carrier === 'file' && { file: texts[0] }),
})

/** Whose words are the attack's own: nothing else is in them. */
const inWords = ({ carrier }: Attack): boolean => ['message', 'burst', 'turns'].includes(carrier)

/** The customer is attacked, or attacks, by whatever way the attack goes. */
export const attacks = async (simulation: Simulation, thread: string, attack: Attack): Promise<void> => {
  if (!inWords(attack)) return saysAll(simulation, thread, [harmless, harmless], alongOf(attack))
  if (attack.carrier === 'burst') return atOnce(simulation, thread, attack.texts)
  return saysAll(simulation, thread, attack.texts)
}

/** The same, and in its first message stands what hands off; the rest of the attack comes after it. */
export const asksBeside = async (
  simulation: Simulation,
  thread: string,
  attack: Attack,
  ask: string,
  n: number,
): Promise<void> => {
  await asksOnly(simulation, thread, attack, ask, n)
  if (!inWords(attack)) return saysAll(simulation, thread, [harmless], alongOf(attack))
  const [first, ...rest] = attack.texts
  await saysAll(simulation, thread, [...rest, first])
}

/** Its first message alone. */
export const asksOnly = (simulation: Simulation, thread: string, attack: Attack, ask: string, n: number) => {
  const [first] = attack.texts
  if (!inWords(attack)) return saysAll(simulation, thread, [ask], alongOf(attack))
  return saysAll(simulation, thread, [n % 2 === 0 ? `${first}\n${ask}` : `${ask}\n${first}`])
}
