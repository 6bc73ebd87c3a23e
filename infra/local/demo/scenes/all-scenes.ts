import type { Scene } from '../stage.ts'
import { aPicture } from './a-picture.ts'
import { angryCustomer } from './angry-customer.ts'
import { answeredQuestion } from './answered-question.ts'
import { asksForHuman } from './asks-for-human.ts'
import { atTheDesk } from './at-the-desk.ts'
import { billingDispute } from './billing-dispute.ts'
import { forgotten } from './forgotten.ts'
import { highValueAccount } from './high-value-account.ts'
import { inAHurry } from './in-a-hurry.ts'
import { looksItUp } from './looks-it-up.ts'
import { modelDown } from './model-down.ts'
import { outsideKnowledge } from './outside-knowledge.ts'
import { repeatedQuestion } from './repeated-question.ts'
import { strangers } from './strangers.ts'
import { theLogOf } from './the-log.ts'
import { threeBriefs } from './three-briefs.ts'
import { twoAgents } from './two-agents.ts'

const story: readonly Scene[] = [
  answeredQuestion,
  looksItUp,
  asksForHuman,
  billingDispute,
  repeatedQuestion,
  angryCustomer,
  outsideKnowledge,
  modelDown,
  highValueAccount,
  inAHurry,
  twoAgents,
  atTheDesk,
  aPicture,
  threeBriefs,
  strangers,
  forgotten,
]

const withTheLog = (scenes: readonly Scene[]): readonly Scene[] => [...scenes, theLogOf(scenes)]

/** In the order of the story; each one leaves the lines empty for the next. */
export const allScenes = withTheLog(story)

/** Those that a deployment can be played: the orders are on this machine alone, and a real model has no moods. */
export const scenesOfDeployment = ({ moods }: { readonly moods: boolean }): readonly Scene[] =>
  withTheLog(story.filter(({ needsMoods, needsOrders }) => !needsOrders && (moods || !needsMoods)))
