import type { BatonConfig } from '#shared/config/config.ts'
import { agentSteps } from './agent-steps.ts'
import { channelSteps } from './channel-steps.ts'
import { secretSteps } from './secret-steps.ts'

export interface Deployed {
  readonly account: string
  readonly region: string
  readonly stackName: string
  /** The stack's outputs. */
  readonly outputs: Readonly<Record<string, string>>
  readonly config: BatonConfig
  /** The `-c` options of this deployment, which each further command needs too. */
  readonly contextWords: readonly string[]
}

/** A heading, and the lines under it. */
export interface Step {
  readonly title: string
  readonly lines: readonly string[]
}

/** `npm run agent -- -c stage=test add …` of this very deployment. */
export const npmRun = (script: string, contextWords: readonly string[], ...words: readonly string[]): string => {
  const all = [...contextWords, ...words]
  return all.length > 0 ? `npm run ${script} -- ${all.join(' ')}` : `npm run ${script}`
}

/** Everything that is left to do by hand after a deployment, in the order in which it is needed. */
export const nextSteps = (deployed: Deployed): readonly Step[] => [
  ...channelSteps(deployed),
  ...secretSteps(deployed),
  ...agentSteps(deployed),
  alarmStep(deployed),
]

const alarmStep = ({ config, outputs }: Deployed): Step => {
  const topic = outputs.AlarmTopicArn ?? ''
  const { email } = config.alarms
  const lines = email
    ? [`AWS has sent ${email} a mail: until its link is followed, no alarm reaches anybody.`]
    : [
        'Nobody is told of them yet: set alarms.email in the configuration and deploy again,',
        'or subscribe to the topic.',
      ]
  const dashboard = outputs.DashboardUrl ?? ''
  const places = [`topic      ${topic}`, `dashboard  ${dashboard}`]
  return { title: 'Alarms', lines: [...lines, ...places, 'what each one asks of you: docs/runbook.md'] }
}

/** Numbered, each step's lines under its title. */
export const stepLines = (deployed: Deployed, steps: readonly Step[]): readonly string[] => [
  `${deployed.stackName} is deployed: account ${deployed.account}, ${deployed.region}, API ${deployed.outputs.ApiUrl ?? ''}`,
  'What is left to do:',
  ...steps.flatMap(({ title, lines }, index) => ['', `${index + 1}. ${title}`, ...lines.map((line) => `   ${line}`)]),
]
