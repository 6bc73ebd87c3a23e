import { Simulation } from '#tests/simulation/simulation.ts'
import { askOf } from './asks.ts'
import type { Attack } from './attack.ts'
import { attackedCompany, attackedKnowledge } from './attacked-company.ts'
import { asksBeside, asksOnly, attacks } from './attacked-thread.ts'
import { askers, attackers, everybody, everySecond, returned, shared } from './cast.ts'
import { companyServer, toolSecretsOf } from './company-server.ts'
import { contentOf } from './contents.ts'
import { judgeAttack, type Outcome } from './judge-attack.ts'
import { askedOn, knowBob, profile, returnedOn } from './others.ts'
import { type Obedience, obeys, type Power, powers, wireOf } from './powers.ts'
import { lookUp } from './tool-powers.ts'

/** Whatever the model is asked and answers, as it is on the wire. */
export interface Played {
  readonly simulation: Simulation
  readonly server: ReturnType<typeof companyServer>
  readonly requests: readonly unknown[]
  /** Made before there was an attacker. */
  readonly callsOfBob: number
}

/** It only does what it is there for, for Bob. */
const honest: Obedience = {
  input: { ...obeys({}, { power: 'denies', attack: '', n: 0, inResult: false }).input, reply: 'It is on its way.' },
  calls: [lookUp('2001', 'Bob asks where it is')],
}

const prepare = async (simulation: Simulation, attack: Attack): Promise<void> => {
  const [text] = attack.texts
  const inProfile = attack.carrier === 'profile'
  // Whoever the company sends a profile of is known to it.
  const known = everybody.filter(({ verified }) => inProfile && verified !== undefined)
  for (const { sender } of known)
    await profile(simulation, sender.slice('customer-'.length), { account: text, attributes: { note: text } })
  await profile(simulation, 'ask-high-value-account', { tier: 'gold', ...(inProfile && { account: text }) })
}

/** Plays the attack on threads of its own: with each power alone, and beside everything that has to hand off. */
const play = async (attack: Attack, n: number, obedient: boolean): Promise<Played> => {
  const requests: unknown[] = []
  let power: Power | undefined
  const inResult = attack.carrier === 'result'
  const model = (request: unknown) => {
    requests.push(request)
    const attempt = { attack: attack.texts.join('\n'), n, inResult }
    return wireOf(power === undefined ? honest : obeys(request, { ...attempt, power }))
  }
  const server = companyServer(inResult ? attack.texts[0] : '')
  const { name, file } = contentOf(attack.texts[0], n)
  const simulation = new Simulation({
    seed: n + 1,
    deployed: attackedCompany(),
    knowledge: attackedKnowledge(attack),
    model,
    companyTools: { toolSecretsOf, toolNetwork: server.network },
    ...(attack.carrier === 'content' && { file }),
  })
  const sent = { ...attack, file: name }
  if (obedient) {
    await knowBob(simulation)
    await askedOn(simulation, shared.thread)
    if (everySecond(attackers, n).some(({ thread }) => thread === returned)) await returnedOn(simulation, returned)
  }
  await prepare(simulation, attack)
  requests.length = 0
  const callsOfBob = server.received.length
  for (const [nth, part] of everySecond(askers, n).entries()) {
    power = obedient ? (powers[(n + nth) % powers.length] ?? 'denies') : 'denies'
    await (obedient ? asksBeside : asksOnly)(simulation, part, sent, askOf(part.kind, n), n)
  }
  for (const part of obedient ? everySecond(attackers, n) : []) {
    power = part.power
    await attacks(simulation, part, sent)
  }
  power = powers[n % powers.length]
  if (obedient) await attacks(simulation, shared, sent)
  return { simulation, server, requests, callsOfBob }
}

/** Each attack against a model that does whatever it says, beside the same world with a model that notices nothing. */
export const playAttack = async (attack: Attack, n: number): Promise<Outcome> =>
  judgeAttack(attack, n, await play(attack, n, true), await play(attack, n, false))
