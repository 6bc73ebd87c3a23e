import { describe, expect, it } from 'vitest'
import { callScheduled, defineSchedules } from '#infra/local/events/schedule.ts'
import { defineApi } from '#infra/local/http/api-definition.ts'
import { checkDestinations, checkInvokePermissions } from '#infra/local/iam/checks.ts'
import { logAccess } from '#infra/local/iam/log-access.ts'
import { createRole } from '#infra/local/iam/role.ts'
import { readRoles } from '#infra/local/iam/roles.ts'
import type { JsonObject } from '#infra/local/json.ts'
import type { LocalFunction } from '#infra/local/lambda/local-function.ts'
import type { Resource } from '#infra/local/stack/identity.ts'
import { readTemplate } from '#infra/local/stack/template.ts'

const place = { region: 'us-east-1', account: '000000000000', stackName: 'S', gatewayUrl: '', frontUrl: '' }
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] })
const allow = (Action: string | string[], Resource: object): JsonObject => ({
  Effect: 'Allow',
  Action,
  Resource: { ...Resource },
})

const stackOf = (statements: JsonObject[], more: JsonObject = {}) =>
  readTemplate(
    {
      Resources: {
        Role: {
          Type: 'AWS::IAM::Role',
          Properties: { Policies: [{ PolicyName: 'p', PolicyDocument: { Statement: statements } }] },
        },
        Work: { Type: 'AWS::Lambda::Function', Properties: { Role: arnOf('Role') } },
        Dead: { Type: 'AWS::SQS::Queue' },
        ...more,
      },
    },
    place,
  )

describe('an API', () => {
  const route = (RouteKey: string) => ({
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: { RouteKey, Target: 'integrations/I' },
  })
  const permission = (properties: JsonObject) => ({
    Type: 'AWS::Lambda::Permission',
    Properties: { FunctionName: arnOf('Work'), Principal: 'apigateway.amazonaws.com', ...properties },
  })
  const check = (more: JsonObject) => () => {
    const stack = stackOf([], {
      Api: { Type: 'AWS::ApiGatewayV2::Api' },
      I: { Type: 'AWS::ApiGatewayV2::Integration', Properties: { IntegrationUri: arnOf('Work') } },
      Route: route('POST /teams/{team}/claim'),
      ...more,
    })
    checkInvokePermissions(stack, defineApi(stack))
  }
  const source = (rest: string) => `arn:aws:execute-api:us-east-1:000000000000:${rest}`

  it('calls a function that lets it in', () => {
    expect(check({ P: permission({ SourceArn: source('Api/*/*/teams/{team}/claim') }) })).not.toThrow()
    expect(check({ P: permission({ SourceArn: source('Api/*/*/*') }) })).not.toThrow()
  })

  it.each<[string, JsonObject]>([
    ['nobody', {}],
    ['another service', { P: permission({ Principal: 'events.amazonaws.com' }) }],
    ['another API', { P: permission({ SourceArn: source('Other/*/*/*') }) }],
    ['another route', { P: permission({ SourceArn: source('Api/*/*/other') }) }],
  ])('does not start where its function lets in %s', (_who, more) => {
    expect(check(more)).toThrow(/route POST .*: function Work does not let the API call it/)
  })
})

describe('a function whose events are kept when it fails', () => {
  const config = {
    Config: {
      Type: 'AWS::Lambda::EventInvokeConfig',
      Properties: { FunctionName: { Ref: 'Work' }, DestinationConfig: { OnFailure: { Destination: arnOf('Dead') } } },
    },
  }
  const check =
    (statements: JsonObject[], more: JsonObject = config) =>
    () => {
      const stack = stackOf(statements, more)
      checkDestinations(stack, readRoles(stack))
    }

  it('may send them there', () => {
    expect(check([allow('sqs:SendMessage', arnOf('Dead'))])).not.toThrow()
    expect(check([], {})).not.toThrow()
  })

  it('does not start where it may not', () => {
    const deadLetter = { Role: arnOf('Role'), DeadLetterConfig: { TargetArn: arnOf('Dead') } }

    expect(check([])).toThrow(/function Work: its role does not allow sqs:SendMessage for its destination .*:Dead/)
    expect(check([], { Work: { Type: 'AWS::Lambda::Function', Properties: deadLetter } })).toThrow(/sqs:SendMessage/)
  })
})

describe('a schedule', () => {
  const schedule = (target: object) => ({
    Each: {
      Type: 'AWS::Scheduler::Schedule',
      Properties: {
        ScheduleExpression: 'rate(1 minute)',
        Target: { Arn: arnOf('Work'), RoleArn: arnOf('Role'), ...target },
      },
    },
  })
  const invoke = allow('lambda:InvokeFunction', arnOf('Work'))
  const define = (statements: JsonObject[], target = {}) => {
    const stack = stackOf(statements, schedule(target))
    const roles = readRoles(stack)
    return { schedules: defineSchedules(stack, roles), role: roles.all()[0] }
  }
  const dead = { DeadLetterConfig: { Arn: arnOf('Dead') } }

  it('calls under its own role, which remembers it', async () => {
    const { schedules, role } = define([invoke])
    const arn = 'arn:aws:lambda:us-east-1:000000000000:function:Work'
    const lambda = { definition: { arn }, invoke: async () => 'done' } as unknown as LocalFunction

    const answers = await Promise.all(schedules.map((one) => callScheduled(one, lambda)))
    const other = { ...lambda, definition: { arn: `${arn}2` } } as LocalFunction
    const refused = schedules.map((one) => callScheduled(one, other))

    expect(answers).toEqual(['done'])
    await expect(Promise.all(refused)).rejects.toThrow(/AccessDenied.*Role may not call/)
    expect(role?.grants()).toMatchObject([{ action: 'lambda:InvokeFunction', uses: 1 }])
  })

  it('does not start where its role may not call, or not send what failed to where it is kept', () => {
    expect(() => define([])).toThrow(/schedule Each: its role does not allow lambda:InvokeFunction/)
    expect(() => define([invoke], dead)).toThrow(/schedule Each: its role does not allow sqs:SendMessage on .*:Dead/)
    expect(() => define([invoke, allow('sqs:SendMessage', arnOf('Dead'))], dead)).not.toThrow()
  })
})

describe("a function's log", () => {
  const lambda: Resource = {
    id: 'Work',
    type: 'AWS::Lambda::Function',
    properties: { LoggingConfig: { LogGroup: 'Log' } },
  }
  const group = 'arn:aws:logs:us-east-1:000000000000:log-group:Log:*'
  const linesOf = (...actions: string[]) => {
    const role = createRole('Role', [{ Effect: 'Allow', Action: actions, Resource: group }])
    const log = logAccess(stackOf([]), lambda, role)
    return { written: [log.mayWrite(), log.mayWrite()], grants: role.grants().map(({ uses }) => uses) }
  }

  it('is written under its role: one stream, and then each line', () => {
    const { written, grants } = linesOf('logs:CreateLogStream', 'logs:PutLogEvents')

    expect(written).toEqual([true, true])
    expect(grants).toEqual([1, 2])
  })

  it('stays empty where the role may not write it', () => {
    expect(linesOf('logs:CreateLogStream').written).toEqual([false, false])
    expect(linesOf('logs:PutLogEvents').written).toEqual([false, false])
  })
})
