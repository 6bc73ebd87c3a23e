import type { Scene } from '../stage.ts'
import { angryCustomer } from './angry-customer.ts'
import { answeredQuestion } from './answered-question.ts'
import { asksForHuman } from './asks-for-human.ts'
import { billingDispute } from './billing-dispute.ts'
import { highValueAccount } from './high-value-account.ts'
import { modelDown } from './model-down.ts'
import { outsideKnowledge } from './outside-knowledge.ts'
import { repeatedQuestion } from './repeated-question.ts'
import { theLog } from './the-log.ts'
import { twoAgents } from './two-agents.ts'

/** In the order of the story; each one leaves the lines empty for the next. */
export const allScenes: readonly Scene[] = [
  answeredQuestion,
  asksForHuman,
  billingDispute,
  repeatedQuestion,
  angryCustomer,
  outsideKnowledge,
  modelDown,
  highValueAccount,
  twoAgents,
  theLog,
]
