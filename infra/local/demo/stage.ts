import type { Ready } from '../desk/ready.ts'
import type { Mood } from '../model/moods.ts'
import { AgentAtWork } from './agent.ts'
import { Customer, type NewCustomer } from './customer.ts'
import type { CustomerLine } from './customer-line.ts'
import { expect } from './expect.ts'
import type { Telling } from './telling.ts'

/** How a deployment is reached, wherever it runs. */
export type Access = Pick<Ready, 'url' | 'tokens'>

export interface StageProps {
  readonly ready: Access
  readonly line: CustomerLine
  readonly tell: Telling
  readonly setMood: (mood: Mood) => Promise<void>
}

/** Everything a scene plays with. It knows a deployment only by its two APIs. */
export interface Stage {
  readonly tell: Telling
  readonly setMood: (mood: Mood) => Promise<void>
  /** What the channel that the scenes are played on can do. */
  readonly line: Pick<CustomerLine, 'signsTime' | 'showsAuthors' | 'sends'>
  customer(identity: NewCustomer): Customer
  /** An agent by the name of their token. */
  agent(id: string, name: string): AgentAtWork
  /** Somebody with a token of their own making, or with none. */
  stranger(forge: (token: string) => string | undefined): AgentAtWork
}

export const createStage = ({ ready, line, tell, setMood }: StageProps): Stage => {
  const tokenOf = (id: string): string => {
    const token = ready.tokens[id]
    expect(token, `there is a token for ${id}`)
    return token
  }
  const withToken = (name: string, token: string | undefined) => new AgentAtWork(name, { url: ready.url, token, tell })
  return {
    tell,
    setMood,
    line,
    customer: (identity) => new Customer(identity, line, tell),
    agent: (id, name) => withToken(name, tokenOf(id)),
    stranger: (forge) => withToken('Stranger', forge(tokenOf('care-1'))),
  }
}

export interface Scene {
  readonly title: string
  readonly what: string
  /** The handoff it leaves in the log. */
  readonly trigger?: string
  /** It takes the model down, which only a stand-in lets itself be. */
  readonly needsMoods?: true
  /** It asks the orders of the sample company, which only the local cloud answers for. */
  readonly needsOrders?: true
  play(stage: Stage): Promise<void>
}
