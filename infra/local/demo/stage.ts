import type { Ready } from '../desk/ready.ts'
import type { Mood } from '../model/moods.ts'
import { AgentAtWork } from './agent.ts'
import type { Callback } from './callback.ts'
import { Customer, type CustomerIdentity } from './customer.ts'
import { expect } from './expect.ts'
import type { Telling } from './telling.ts'

export interface StageProps {
  readonly ready: Ready
  readonly callback: Callback
  readonly tell: Telling
  readonly setMood: (mood: Mood) => Promise<void>
}

/** Everything a scene plays with. It knows a deployment only by its two APIs. */
export interface Stage {
  readonly tell: Telling
  readonly setMood: (mood: Mood) => Promise<void>
  customer(identity: CustomerIdentity): Customer
  /** An agent by the name of their token. */
  agent(id: string, name: string): AgentAtWork
}

export const createStage = ({ ready, callback, tell, setMood }: StageProps): Stage => ({
  tell,
  setMood,
  customer: (identity) =>
    new Customer(identity, {
      webhookUrl: ready.webhookUrl,
      webhookSecret: ready.webhookSecret,
      heard: () => callback.heard(),
      tell,
    }),
  agent: (id, name) => {
    const token = ready.tokens[id]
    expect(token, `there is a token for ${id}`)
    return new AgentAtWork(name, { url: ready.url, token, tell })
  },
})

export interface Scene {
  readonly title: string
  readonly what: string
  play(stage: Stage): Promise<void>
}
