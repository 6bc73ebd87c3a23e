import { expect, test } from 'vitest'
import { plain, resourcesOf, rightsOf } from './read-template.ts'
import { sampleTemplate } from './sample-stack.ts'

const template = sampleTemplate()
const clocks = Object.values(resourcesOf(template, 'AWS::Scheduler::Schedule')).map(({ Properties }) => {
  const target = Properties.Target as {
    Arn: unknown
    RoleArn: unknown
    RetryPolicy: object
    DeadLetterConfig?: { Arn: unknown }
  }
  return {
    when: `${Properties.ScheduleExpression} ${Properties.ScheduleExpressionTimezone}`,
    door: plain(target.Arn),
    role: plain(target.RoleArn),
    retry: target.RetryPolicy,
    kept: target.DeadLetterConfig && plain(target.DeadLetterConfig.Arn),
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

test.each(clocks)('the clock of $door may start that door, no version of it and no other', ({ door, role }) => {
  const rights = rightsOf(template, role).filter((right) => right.includes('lambda'))

  expect(rights).toEqual([`Allow lambda:InvokeFunction on ${door}`])
})

test('a report that could not be started, or that failed every time, is kept; a sweep is not', () => {
  const [sweep, report] = ['SweepFunction', 'ReportFunction'].map((door) => clocks.find((clock) => clock.door === door))
  const [filing] = Object.entries(resourcesOf(template, 'AWS::Lambda::Function')).filter(([id]) =>
    id.startsWith('Report'),
  )
  const { TargetArn } = (filing?.[1].Properties.DeadLetterConfig ?? {}) as { TargetArn?: unknown }

  expect(report?.kept).toBe('DeadLettersUnattended')
  expect(plain(TargetArn)).toBe('DeadLettersUnattended')
  expect(sweep?.kept).toBeUndefined()
  expect(rightsOf(template, 'ClocksEachMondayRole')).toContain('Allow sqs:SendMessage on DeadLettersUnattended')
})

test('a clock’s role serves the scheduler of this account alone', () => {
  const trusting = Object.entries(resourcesOf(template, 'AWS::IAM::Role')).filter(([id]) => id.startsWith('Clocks'))

  for (const [, { Properties }] of trusting)
    expect(Properties.AssumeRolePolicyDocument).toMatchObject({
      Statement: [
        {
          Principal: { Service: 'scheduler.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        },
      ],
    })
  expect(trusting).toHaveLength(2)
})
