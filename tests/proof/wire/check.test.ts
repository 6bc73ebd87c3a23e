import { describe, expect, it } from 'vitest'
import type { Exchange } from '#infra/local/gateway/exchange.ts'
import type { Service } from '#infra/local/iam/access-requests.ts'
import type { JsonObject } from '#infra/local/json.ts'
import { checkWire, oneOfEachShape } from './check.ts'
import type { ServiceModels } from './model.ts'
import { surroundings } from './rules/sample-surroundings.ts'
import { sampleModel } from './sample-model.ts'
import { countFaults, tellWire } from './tell.ts'

const models: ServiceModels = {
  dynamodb: sampleModel,
  sqs: sampleModel,
  secretsmanager: sampleModel,
  bedrock: sampleModel,
  s3: sampleModel,
  events: sampleModel,
  lambda: sampleModel,
  sns: sampleModel,
}
const authorization = 'AWS4 Credential=LOCAL/20261122/us-east-1/lamps/aws4_request'
const headers = { authorization, 'x-amz-target': 'Lamps_2026.PutLamp', 'content-type': 'application/x-amz-json-1.0' }
const answer = { status: 200, headers: { 'content-type': 'application/x-amz-json-1.0' }, body: '{"Id":"alba"}' }

const exchange = (input: JsonObject, caller = 'Turn', service: Service = 'secretsmanager'): Exchange => ({
  caller,
  call: { service, operation: 'PutLamp', input },
  request: { method: 'POST', path: '/', headers, body: JSON.stringify(input) },
  answer,
})
const check = (exchanges: readonly Exchange[], wrongOnPurpose: readonly Exchange[] = []) =>
  checkWire({ exchanges, misanswered: new Set(wrongOnPurpose), surroundings, models })

describe('the wire', () => {
  it('is counted by operation, with the distinct shapes of its requests', () => {
    const reports = check([
      exchange({ Name: 'a' }),
      exchange({ Name: 'b' }, 'Sweep'),
      exchange({ Name: 'a', Lit: true }),
    ])

    expect(reports).toEqual([
      { service: 'secretsmanager', operation: 'PutLamp', requests: 3, answers: 3, shapes: 2, faults: [] },
    ])
  })

  it('is recorded once for each shape, the first of its kind', () => {
    const calls = [exchange({ Name: 'a' }), exchange({ Name: 'b' }), exchange({ Lit: true }), exchange({}, 'operator')]

    expect(oneOfEachShape({ exchanges: calls, models })).toEqual([calls[0], calls[2]])
  })

  it.each<[string, JsonObject, RegExp]>([
    ['an unknown member', { Name: 'alba', Colour: 'red' }, /Colour is not known/],
    ['a wrong type', { Name: 'alba', Watts: '7' }, /Watts: string where integer belongs/],
    ['two members in a union', { Name: 'alba', Source: { Plug: true, Battery: 1 } }, /a union of one member has 2/],
    ['a required member missing', { Watts: 7 }, /Name is required/],
  ])('catches a request with %s, and says who sent it and how often', (_what, input, fault) => {
    const [report] = check([exchange({ Name: 'a' }), exchange(input), exchange(input, 'Sweep')])

    expect(report?.faults).toEqual([
      { of: 'request', what: expect.stringMatching(fault), times: 2, callers: ['Turn', 'Sweep'] },
    ])
    expect(countFaults(report ? [report] : [])).toBe(1)
    expect(tellWire(report ? [report] : [], 0).join('\n')).toMatch(/request, 2 times, by Turn, Sweep: /)
  })

  it('catches an answer that AWS would not give, unless it is wrong on purpose', () => {
    const wrong = { ...exchange({ Name: 'a' }), answer: { ...answer, body: '{"Id":"alba","Extra":1}' } }

    expect(check([wrong])[0]?.faults).toMatchObject([
      { of: 'answer', what: expect.stringContaining('Extra is not known') },
    ])
    expect(check([wrong], [wrong])[0]).toMatchObject({ requests: 1, answers: 0, faults: [] })
  })

  it('judges a request though nobody answered it', () => {
    const { answer: _none, ...broken } = exchange({ Watts: 7 })

    expect(check([broken])[0]).toMatchObject({ requests: 1, answers: 0, faults: [{ of: 'request' }] })
  })

  it('does not judge what the operator does', () => {
    expect(check([exchange({}, 'operator')])).toEqual([])
  })

  it('is held to what no model says also where there are no models', () => {
    const exchanges = [exchange({ QueueUrl: 'http://q/1/other' }, 'Turn', 'sqs')]

    const [report] = checkWire({ exchanges, misanswered: new Set(), surroundings, models: undefined })

    expect(report?.faults).toMatchObject([{ what: 'there is no queue http://q/1/other' }])
  })
})
