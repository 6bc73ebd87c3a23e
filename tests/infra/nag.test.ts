import { spawnSync } from 'node:child_process'
import { Validations } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { CfnQueue } from 'aws-cdk-lib/aws-sqs'
import { expect, test } from 'vitest'
import { projectFolder } from '#infra/bundle/door-entries.ts'
import { judge } from '#infra/nag/judge.ts'
import { faultsOf, mostAcknowledgements, told } from '#infra/nag/verdict.ts'
import { everyCompany, sampleStack } from './sample-stack.ts'

const faultsWith = (plant: (stack: ReturnType<typeof sampleStack>) => void): readonly string[] => {
  const stack = sampleStack()
  plant(stack)
  return faultsOf(judge(stack))
}

test.each(everyCompany)(
  'both packs are content with the stack of %s, with ten acknowledgements at most',
  (_, sections) => {
    const judgement = judge(sampleStack(sections))

    expect(faultsOf(judgement)).toEqual([])
    expect(judgement.packs.map(({ name }) => name)).toEqual(['AwsSolutions', 'Serverless'])
    expect(judgement.acknowledgements.filter(({ path }) => !path.includes('/Console/')).length).toBeLessThanOrEqual(10)
  },
)

test('the packs do look: without its acknowledgements the stack would have findings of both', () => {
  const { packs } = judge(sampleStack())

  for (const { findings } of packs) expect(findings).toBeGreaterThan(5)
})

test('a planted queue that takes calls without TLS and gives up on nothing is a finding of both packs', () => {
  const faults = faultsWith((stack) => new CfnQueue(stack, 'Planted'))

  expect(faults).toEqual([
    expect.stringContaining('AwsSolutions-SQS3 at Baton/Planted'),
    expect.stringContaining('AwsSolutions-SQS4 at Baton/Planted'),
    expect.stringContaining('Serverless-SQSRedrivePolicy at Baton/Planted'),
  ])
})

test('a planted right to everything is a finding, although the role holds an acknowledged one', () => {
  const faults = faultsWith((stack) => {
    const turn = stack.node.findChild('TakeTurn').node.findChild('Function') as LambdaFunction
    turn.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:*'], resources: ['*'] }))
  })

  expect(faults.map((fault) => fault.split(':')[0])).toEqual(['AwsSolutions-IAM5[Action', 'AwsSolutions-IAM5[Resource'])
})

test('an acknowledgement of what is not found is told, so that none outlives its finding', () => {
  const reason = 'Nothing of the kind is found anywhere in this stack, so why say it.'
  const faults = faultsWith((stack) => Validations.of(stack).acknowledge({ id: 'AwsSolutions-S1', reason }))

  expect(faults).toContain('AwsSolutions-S1 is acknowledged at Baton, where nothing is found: remove it')
})

test('an acknowledgement needs a reason that a reviewer can weigh', () => {
  const faults = faultsWith((stack) => {
    new CfnQueue(stack, 'Planted')
    Validations.of(stack.node.findChild('Planted')).acknowledge({ id: 'AwsSolutions-SQS4', reason: 'not needed' })
  })

  expect(faults).toContainEqual(expect.stringContaining('AwsSolutions-SQS4 is acknowledged at Baton/Planted without'))
})

test('one acknowledgement more than ten is told', () => {
  const [one] = judge(sampleStack()).acknowledgements
  const judgement = { packs: [], acknowledgements: one ? Array(mostAcknowledgements + 1).fill(one) : [] }

  expect(faultsOf(judgement)).toEqual(['11 acknowledgements: must be at most 10'])
  expect(faultsOf({ ...judgement, acknowledgements: judgement.acknowledgements.slice(1) })).toEqual([])
})

test('the report counts what was found, acknowledged and left, and gives each reason', () => {
  const judgement = judge(sampleStack())
  const lines = told(judgement)

  expect(lines[0]).toMatch(/^AwsSolutions +8 findings, 8 acknowledged, 0 left$/)
  for (const { id, reason } of judgement.acknowledgements) {
    expect(lines.join('\n')).toContain(id)
    expect(lines.join('\n')).toContain(reason)
  }
})

test('the command ends with status 1 and a line where there is no stack to judge', () => {
  const words = ['infra/nag.ts', '--config', 'absent.config.ts']
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: projectFolder, encoding: 'utf8' })

  expect(stderr.trim()).toMatch(/^config: .*\/absent\.config\.ts cannot be read: there is no such file$/)
  expect(status).toBe(1)
})
