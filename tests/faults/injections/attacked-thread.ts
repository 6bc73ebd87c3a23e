import type { Along } from '#tests/simulation/people.ts'
import type { Simulation } from '#tests/simulation/simulation.ts'
import type { Attack } from './attack.ts'
import type { Part } from './cast.ts'

const second = 1_000
const harmless = 'How do I return a lamp?'
const aboutOrder = 'Where is my order 1042?'

export interface Speaker extends Along {
  /** @default the thread's own customer */
  readonly sender?: string
}

/** Says one thing after the other, and waits for each to be dealt with. */
export const saysAll = async (
  { world, customers }: Simulation,
  thread: string,
  texts: readonly string[],
  { sender, ...along }: Speaker = {},
): Promise<void> => {
  for (const text of texts) {
    said += 1
    const id = `${thread}-${said}`
    await world.run(() => customers.says(thread, text, id, sender, along))
    await world.pass(2 * second)
  }
}
let said = 0

const atOnce = async (
  { world, customers }: Simulation,
  thread: string,
  texts: readonly string[],
  { sender, ...along }: Speaker,
): Promise<void> => {
  said += 1
  const ids = texts.map((_, n) => `${thread}-${said}-${n}`)
  await world.run(() => Promise.all(texts.map((text, n) => customers.says(thread, text, ids[n] ?? '', sender, along))))
  await world.pass(2 * second)
}

/** The attack, and the name of the file that it is in, where it is in one. */
export interface Sent extends Attack {
  readonly file?: string
}

const speakerOf = ({ carrier, texts, file }: Sent, { sender, verified }: Part): Speaker => ({
  sender,
  ...(verified && { verified }),
  ...(carrier === 'name' && { name: texts[0] }),
  ...(carrier === 'file' && { file: texts[0] }),
  ...(carrier === 'content' && file !== undefined && { file }),
})

/** Whose words are the attack's own: nothing else is in them. */
const inWords = ({ carrier }: Attack): boolean => ['message', 'burst', 'turns'].includes(carrier)

const instead = ({ carrier }: Attack): string => (carrier === 'result' ? aboutOrder : harmless)

/** The customer is attacked, or attacks, by whatever way the attack goes. */
export const attacks = async (simulation: Simulation, part: Part, attack: Sent): Promise<void> => {
  const speaker = speakerOf(attack, part)
  if (!inWords(attack)) return saysAll(simulation, part.thread, [instead(attack), harmless], speaker)
  if (attack.carrier === 'burst') return atOnce(simulation, part.thread, attack.texts, speaker)
  return saysAll(simulation, part.thread, attack.texts, speaker)
}

/** The same, and in its first message stands what hands off; the rest of the attack comes after it. */
export const asksBeside = async (
  simulation: Simulation,
  part: Part,
  attack: Sent,
  ask: string,
  n: number,
): Promise<void> => {
  await asksOnly(simulation, part, attack, ask, n)
  const speaker = speakerOf(attack, part)
  if (!inWords(attack)) return saysAll(simulation, part.thread, [instead(attack)], speaker)
  const [first, ...rest] = attack.texts
  await saysAll(simulation, part.thread, [...rest, first], speaker)
}

/** Its first message alone. */
export const asksOnly = (simulation: Simulation, part: Part, attack: Sent, ask: string, n: number) => {
  const [first] = attack.texts
  const said = n % 2 === 0 ? `${first}\n${ask}` : `${ask}\n${first}`
  return saysAll(simulation, part.thread, [inWords(attack) ? said : ask], speakerOf(attack, part))
}
