import { setTimeout } from 'node:timers/promises'
import type { AgentAtWork } from '#infra/local/demo/agent.ts'
import type { Stage } from '#infra/local/demo/stage.ts'
import { holds } from '../checklist.ts'
import { callService } from '../cloud/cloud-access.ts'
import { type DeployedStack, resourceNamed, resourcesOf } from '../cloud/deployed-stack.ts'
import { invokeFunction, readFunction } from '../cloud/lambda-functions.ts'

interface Schedule {
  readonly ScheduleExpression: string
  readonly State: string
  readonly Target: { readonly Arn: string; readonly RoleArn: string }
}

const expected = [
  { clock: 'ClocksEachMinute', door: 'Sweep', expression: /^rate\(1 minute\)$/ },
  { clock: 'ClocksEachMonday', door: 'Report', expression: /^cron\(0 6 \? \* MON \*\)$/ },
]

/** Each clock rings its door, under a role of the stack. */
export const schedulesAreWired = async (stack: DeployedStack): Promise<string> => {
  const roles = new Set(resourcesOf(stack, 'AWS::IAM::Role').map(({ physicalId }) => physicalId))
  for (const { clock, door, expression } of expected) {
    const name = resourceNamed(stack, 'AWS::Scheduler::Schedule', clock).physicalId
    const path = `/schedules/${encodeURIComponent(name)}`
    const read = await callService(stack.access, 'scheduler', 'GET', path)
    const { ScheduleExpression, State, Target } = read as unknown as Schedule
    holds(State === 'ENABLED', `${clock} is on (${State})`)
    holds(expression.test(ScheduleExpression), `${clock} rings when it should (${ScheduleExpression})`)
    holds(Target.Arn === (await readFunction(stack, door)).FunctionArn, `${clock} rings ${door} (${Target.Arn})`)
    holds(roles.has(Target.RoleArn.split('/').at(-1) ?? ''), `${clock} acts under a role of the stack`)
  }
  return expected.map(({ clock, door }) => `${clock.replace('Clocks', '')} → ${door}`).join(', ')
}

/** The weekly clock cannot be waited for: its door is called as the clock would call it. */
export const reportRuns = async (stack: DeployedStack): Promise<string> => {
  const answer = await invokeFunction(stack, 'Report')
  holds(typeof answer.week === 'string', `the report is written (answered ${JSON.stringify(answer)})`)
  return `week ${answer.week}`
}

const lookMs = 2_000
/** A lease of a minute, at most a minute until the next sweep, and what the scheduler takes. */
const patienceMs = 180_000

export interface Abandoned {
  readonly agent: AgentAtWork
  readonly handoffId: string
}

/** Somebody claims and goes home. Only a sweep brings such a conversation back without anybody claiming again. */
export const abandonClaim = async (stage: Stage): Promise<Abandoned> => {
  const agent = stage.agent('wellbeing-1', 'Gita')
  const customer = stage.customer({ id: 'u-lena', name: 'Lena' })
  await customer.says('I cannot go on like this, I do not want to live any more')
  await customer.hears('system')
  const { handoff } = await agent.claims('wellbeing')
  return { agent, handoffId: handoff.id }
}

/** The minute's clock rings by itself, and its door does its work. */
export const sweepGivesBack = async ({ agent, handoffId }: Abandoned): Promise<string> => {
  const from = performance.now()
  while (performance.now() - from < patienceMs) {
    const { waiting } = await agent.line('wellbeing')
    if (waiting.some((entry) => entry.handoffId === handoffId)) {
      const again = await agent.claims('wellbeing')
      await agent.resolves(again.handoff.id, 'solved')
      return 'a claim without an answer went back to its place in the line'
    }
    await setTimeout(lookMs)
  }
  throw new Error(`no sweep gave the conversation back within ${patienceMs / 1_000} s`)
}
