import { expect, test } from 'vitest'
import { plain, resourcesOf, rightsOf } from './read-template.ts'
import { sampleTemplate } from './sample-stack.ts'

const template = sampleTemplate()
const clocks = Object.values(resourcesOf(template, 'AWS::Scheduler::Schedule')).map(({ Properties }) => {
  const target = Properties.Target as { Arn: unknown; RoleArn: unknown; RetryPolicy: object }
  return {
    when: `${Properties.ScheduleExpression} ${Properties.ScheduleExpressionTimezone}`,
    door: plain(target.Arn),
    role: plain(target.RoleArn),
    retry: target.RetryPolicy,
  }
})

test('the sweep runs each minute, and a failed one is left to the next', () => {
  const [sweep] = clocks.filter(({ door }) => door === 'SweepFunction')

  expect(sweep).toMatchObject({ when: 'rate(1 minute) Etc/UTC', retry: { MaximumRetryAttempts: 0 } })
  template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', { MaximumRetryAttempts: 0 })
})

test('the report is filed on Monday at six, UTC', () => {
  const [report] = clocks.filter(({ door }) => door === 'ReportFunction')

  expect(report?.when).toBe('cron(0 6 ? * MON *) Etc/UTC')
})

test.each(clocks)('the clock of $door may only start that door', ({ door, role }) => {
  const rights = rightsOf(template, role)

  expect(rights).toEqual([`Allow lambda:InvokeFunction on ${door}`, `Allow lambda:InvokeFunction on ${door}:*`])
})
