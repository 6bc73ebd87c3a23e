import { join } from 'node:path'
import type { Callback } from '#infra/local/demo/callback.ts'
import { playScenes } from '#infra/local/demo/play.ts'
import { scenesOfDeployment } from '#infra/local/demo/scenes/all-scenes.ts'
import { createStage } from '#infra/local/demo/stage.ts'
import { standardLine } from '#infra/local/demo/standard-line.ts'
import type { Telling } from '#infra/local/demo/telling.ts'
import { localAgents } from '#infra/local/desk/agents.ts'
import type { Checklist } from './checklist.ts'
import { agentCommandMakesAgents } from './checks/agent-command.ts'
import { eventSourcesAreWired } from './checks/event-sources.ts'
import {
  type Deploying,
  deletesDataWhenTold,
  deploys,
  deploysNothingTwice,
  destroysAllButData,
  differsNowhere,
} from './checks/lifecycle.ts'
import { nothingWasRefused, policiesHold } from './checks/policies.ts'
import { nothingIsLeft, queuesHaveDeadLetters } from './checks/queues.ts'
import { type Abandoned, abandonClaim, reportRuns, schedulesAreWired, sweepGivesBack } from './checks/schedules.ts'
import { secretRotates, secretsAreGenerated } from './checks/secrets.ts'
import { signAgentsIn } from './cloud/cognito-agents.ts'
import { type DeployedResource, type DeployedStack, outputOf, readStack } from './cloud/deployed-stack.ts'
import { readSecret } from './cloud/secret-values.ts'
import { isStillThere } from './cloud/still-there.ts'
import { npmIn } from './npm-command.ts'
import type { Target } from './targets/target.ts'

export interface Play {
  readonly target: Target
  readonly callback: Callback
  /** As the deployment reaches it. */
  readonly callbackUrl: string
  readonly checklist: Checklist
  readonly tell: Telling
  readonly folder: string
}

const stackName = 'Baton-e2e'

const deployingOf = ({ target, callbackUrl, folder }: Play): Deploying => {
  const words = ['-c', 'stage=e2e', '-c', `callbackUrl=${callbackUrl}`]
  const otherWords = ['-c', 'stage=e2e', '-c', `callbackUrl=${new URL('/elsewhere', callbackUrl).href}`]
  return { runNpm: npmIn(target.env, join(folder, 'commands.log')), words, otherWords }
}

const checkWiring = async ({ checklist, target }: Play, stack: DeployedStack): Promise<void> => {
  checklist.heading('What was deployed is wired')
  await checklist.check('queues hand what fails to their dead letters', () => queuesHaveDeadLetters(stack))
  await checklist.check('queues wake their doors', () => eventSourcesAreWired(stack))
  await checklist.check('clocks ring their doors', () => schedulesAreWired(stack))
  await checklist.check('secrets are generated and usable', () => secretsAreGenerated(stack))
  if (target.holdsPolicies) await checklist.check('policies hold', () => policiesHold(stack))
}

const stageOf = async ({ target, callback, tell }: Play, stack: DeployedStack, apiUrl: string) => {
  const teams = ['care', 'billing', 'retention', 'wellbeing']
  callback.trust(await readSecret(stack, outputOf(stack, 'StandardOutboundSecretName')))
  const ready = {
    url: apiUrl,
    webhookUrl: outputOf(stack, 'StandardWebhookUrl').replace(outputOf(stack, 'ApiUrl'), apiUrl),
    webhookSecret: await readSecret(stack, outputOf(stack, 'StandardInboundSecretName')),
    tokens: await signAgentsIn(stack, localAgents(teams)),
  }
  const line = standardLine(ready, callback)
  return createStage({ ready, line, tell, setMood: async (mood) => target.setMood?.(mood) })
}

const playDeployed = async (play: Play, stack: DeployedStack, apiUrl: string, deploying: Deploying): Promise<void> => {
  const { checklist, target, tell } = play
  await target.prepare(stack)
  const stage = await stageOf(play, stack, apiUrl)
  checklist.heading('Journeys over HTTP, with users of the deployed pool')
  let abandoned: Abandoned | undefined
  // First, since its lease has to end before anything can be seen.
  await checklist.check('An agent claims and goes home', async () => {
    abandoned = await abandonClaim(stage)
    return undefined
  })
  await playScenes(scenesOfDeployment({ moods: target.setMood !== undefined }), stage, {
    begins: ({ title, what }, number) => tell.scene(number, title, what),
    ends: ({ scene, milliseconds, failure }) => checklist.judged(scene.title, milliseconds, failure),
  })
  await checklist.check('An agent made by npm run agent', () => agentCommandMakesAgents(deploying, apiUrl))

  checklist.heading('What happens by itself, and over time')
  await checklist.check('a rotated secret counts', () => secretRotates(stack, stage))
  await checklist.check('the weekly report runs', () => reportRuns(stack))
  await checklist.check('npm run deploy, once more, changes nothing', () => deploysNothingTwice(deploying))
  await checklist.check('npm run diff', () => differsNowhere(deploying))
  if (abandoned) await checklist.check('the sweep runs each minute', sweepOf(abandoned))
  await checklist.check('nothing is left behind or given up on', () => nothingIsLeft(stack))
  const { refusals } = target
  if (refusals) await checklist.check('no door was refused anything', () => nothingWasRefused(refusals()))
}

const sweepOf = (abandoned: Abandoned) => () => sweepGivesBack(abandoned)

/** Deploys, looks, plays, deploys again and takes down. What fails is counted; only a failed deployment ends it early. */
export const playEndToEnd = async (play: Play): Promise<void> => {
  const { checklist, target } = play
  const deploying = deployingOf(play)
  checklist.heading(`Deploying to ${target.name}`)
  if (!(await checklist.check('npm run deploy', () => deploys(deploying)))) return
  const stack = await readStack(target.access, stackName)
  const apiUrl = await target.reach(outputOf(stack, 'ApiUrl'))
  await checkWiring(play, stack)
  await playDeployed(play, stack, apiUrl, deploying)

  checklist.heading('Taking it down')
  const retainedOf = async ({ resources }: DeployedStack) => resources.filter(({ isRetained }) => isRetained)
  const remains = {
    isThere: (kept: DeployedResource) => isStillThere(target.access, kept),
    apiAnswers: () =>
      fetch(`${apiUrl}/openapi.json`).then(
        ({ ok }) => ok,
        () => false,
      ),
  }
  const kept = await retainedOf(stack)
  await checklist.check('npm run destroy keeps what holds data', () => destroysAllButData(deploying, kept, remains))
  const readRetained = async () => retainedOf(await readStack(target.access, stackName))
  await checklist.check('deployed anew, npm run destroy -- --delete-data takes everything', () =>
    deletesDataWhenTold(deploying, readRetained, remains),
  )
}
