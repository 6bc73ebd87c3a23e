import { describe, expect, it } from 'vitest'
import { answerFaults } from './answer.ts'
import { requestFaults } from './request.ts'
import { sampleFormModel, sampleModel, sampleRestModel, sampleXmlModel } from './sample-model.ts'

const signed = (service: string) =>
  `AWS4-HMAC-SHA256 Credential=LOCAL/20261122/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`

describe('a request of the JSON protocol', () => {
  const headers = {
    authorization: signed('lamps'),
    'x-amz-target': 'Lamps_2026.PutLamp',
    'content-type': 'application/x-amz-json-1.0',
  }
  const good = { method: 'POST', path: '/', headers, body: '{"Name":"alba"}' }
  const faults = (change: object, operation = 'PutLamp') =>
    requestFaults(sampleModel, operation, { ...good, ...change })
  const withHeader = (change: object) => faults({ headers: { ...headers, ...change } })

  it('is sound as the SDK sends it', () => {
    expect(faults({})).toEqual([])
  })

  it.each<[string, readonly string[], RegExp]>([
    ['an operation that there is not', faults({}, 'PutSofa'), /no operation PutSofa/],
    [
      'another target',
      withHeader({ 'x-amz-target': 'PutLamp' }),
      /x-amz-target is PutLamp and not Lamps_2026\.PutLamp/,
    ],
    ['another version of JSON', withHeader({ 'content-type': 'application/x-amz-json-1.1' }), /content-type is .*1\.1/],
    [
      'another service in its signature',
      withHeader({ authorization: signed('sofas') }),
      /signed for sofas and not for lamps/,
    ],
    ['no signature', withHeader({ authorization: 'Bearer x' }), /not signed with Signature Version 4/],
    ['another method', faults({ method: 'GET' }), /it is GET \/ and not POST/],
    ['a path', faults({ path: '/lamps' }), /it is POST \/lamps and not POST \//],
    ['a body that is no JSON', faults({ body: 'Name=alba' }), /the body is not JSON/],
    ['a wrong member', faults({ body: '{"Name":"alba","x":1}' }), /x is not known/],
  ])('is refused with %s', (_what, found, fault) => {
    expect(found).toEqual([expect.stringMatching(fault)])
  })
})

describe('a request of the REST protocol', () => {
  const headers = { authorization: signed('lamps'), 'content-type': 'application/json', 'x-lamps-trace': 'ENABLED' }
  const good = { method: 'PUT', path: '/lamps/alba%3Ao/light?dim=3', headers, body: '{"level":3}' }
  const faults = (change: object) => requestFaults(sampleRestModel, 'Light', { ...good, ...change })

  it('is sound with its label encoded, its header and its query', () => {
    expect(faults({})).toEqual([])
  })

  it.each<[string, readonly string[], RegExp[]]>([
    ['a label that is not encoded', faults({ path: '/lamps/alba:o/light' }), [/label lampId is not encoded: alba:o/]],
    ['a label that does not fit', faults({ path: '/lamps/ALBA/light' }), [/lampId: "ALBA" does not fit/]],
    ['another path', faults({ path: '/lamps/alba' }), [/the path \/lamps\/alba is not/, /lampId is required/]],
    ['another method', faults({ method: 'POST' }), [/it is POST and not PUT/]],
    ['a wrong header', faults({ headers: { ...headers, 'x-lamps-trace': 'on' } }), [/trace: "on" is none of/]],
    ['a wrong query', faults({ path: '/lamps/alba/light?dim=10' }), [/dim: 10 is more than 9/]],
    ['a label in its body', faults({ body: '{"level":3,"lampId":"alba"}' }), [/lampId belongs into the path/]],
    ['a missing body', faults({ body: '' }), [/level is required/]],
  ])('is refused with %s', (_what, found, expected) => {
    expect(found).toEqual(expected.map((fault) => expect.stringMatching(fault)))
  })
})

describe('an answer', () => {
  const json = { 'content-type': 'application/x-amz-json-1.0' }
  const answer = (status: number, body: object | string, headers: Record<string, string> = json) =>
    answerFaults(sampleModel, 'PutLamp', {
      status,
      headers,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  const rest = (status: number, body: object, type?: string) =>
    answerFaults(sampleRestModel, 'Light', {
      status,
      headers: { 'content-type': 'application/json', ...(type && { 'x-amzn-errortype': type }) },
      body: JSON.stringify(body),
    })

  it('is sound as the service gives it, and so are the errors that the operation has, and those that all have', () => {
    expect(answer(200, { Id: 'alba' })).toEqual([])
    expect(answer(400, { __type: 'com.amazonaws.lamps#LampNotFound', Name: 'alba', Message: 'floor' })).toEqual([])
    expect(answer(500, { __type: 'LampsDown' })).toEqual([])
    expect(answer(400, { __type: 'AccessDeniedException', message: 'no' })).toEqual([])
    expect(rest(202, {})).toEqual([])
    expect(rest(429, { message: 'too many' }, 'TooManyLamps:http://internal/')).toEqual([])
  })

  it.each<[string, readonly string[], RegExp]>([
    ['a member that the service does not have', answer(200, { Id: 'alba', Extra: 1 }), /Extra is not known/],
    ['a member missing', answer(200, {}), /Id is required/],
    [
      'another type of content',
      answer(200, { Id: 'alba' }, { 'content-type': 'text/html' }),
      /content-type is text\/html/,
    ],
    ['another status', answer(201, { Id: 'alba' }), /the status is 201 and not 200/],
    ['no JSON', answer(200, '<html>'), /the body is not JSON/],
    ['no object', answer(200, '[]'), /the body is no object/],
    [
      'an error that the operation does not have',
      answer(400, { __type: 'SofaNotFound' }),
      /SofaNotFound is none of its errors/,
    ],
    ['an error without a name', answer(400, { message: 'no' }), /without a name is none/],
    [
      'an error with another status',
      answer(404, { __type: 'LampNotFound' }),
      /LampNotFound has status 404 and not 400/,
    ],
    ['an error with a strange member', answer(400, { __type: 'LampNotFound', Extra: 1 }), /Extra is not known/],
    ['an error of REST with another status', rest(400, {}, 'TooManyLamps'), /TooManyLamps has status 400 and not 429/],
  ])('is not believed with %s', (_what, found, fault) => {
    expect(found).toEqual([expect.stringMatching(fault)])
  })
})

describe('a request of the XML protocol', () => {
  const headers = { authorization: signed('boxes'), 'x-amz-colour': 'red', 'x-amz-date': '20261122T000000Z' }
  const good = { method: 'PUT', path: '/attic/old/things%20of%20mine', headers, body: 'PNG' }
  const faults = (change: object) => requestFaults(sampleXmlModel, 'PutBox', { ...good, ...change })
  const withHeader = (change: object) => faults({ headers: { ...headers, ...change } })

  it('is sound with its labels, its headers and any bytes', () => {
    expect(faults({})).toEqual([])
  })

  it.each<[string, readonly string[], RegExp]>([
    ['a header that is not known', withHeader({ 'x-amz-color': 'red' }), /header x-amz-color is not known/],
    ['a wrong header', withHeader({ 'x-amz-colour': 'green' }), /Colour: "green" is none of/],
    ['no body', faults({ body: '' }), /the body is missing: Content/],
    ['another method', faults({ method: 'POST' }), /it is POST and not PUT/],
    ['a label that is not encoded', faults({ path: '/attic/a&b' }), /label Name is not encoded: a&b/],
    ['another signature', withHeader({ authorization: signed('lamps') }), /signed for lamps and not for boxes/],
  ])('is refused with %s', (_what, found, fault) => {
    expect(found).toEqual([expect.stringMatching(fault)])
  })
})

describe('an answer of the XML protocol', () => {
  const answer = { status: 200, headers: { 'x-amz-seal': 'a', 'x-amz-request-id': '1' }, body: '' }
  const faults = (change: object) => answerFaults(sampleXmlModel, 'PutBox', { ...answer, ...change })
  const error = (code: string) => faults({ status: 403, body: `<Error><Code>${code}</Code></Error>` })

  it('has the headers and the errors that its model knows, or that every operation may have', () => {
    expect([faults({}), error('NoSuchRoom'), error('AccessDenied')]).toEqual([[], [], []])
  })

  it('is refused with others', () => {
    expect(faults({ headers: { 'x-amz-lid': '1' } })).toEqual(['header x-amz-lid is not known'])
    expect(error('AccessDeniedException')).toEqual(['the error AccessDeniedException is none of its errors'])
  })
})

describe('a form', () => {
  const headers = { authorization: signed('bells'), 'content-type': 'application/x-www-form-urlencoded' }
  const good = { method: 'POST', path: '/', headers, body: 'Action=Ring&Version=2010-03-31&Bell=door&Tone=c+d' }
  const faults = (change: object) => requestFaults(sampleFormModel, 'Ring', { ...good, ...change })

  it('is sound with its operation, its version and its fields', () => {
    expect(faults({})).toEqual([])
  })

  it.each<[string, readonly string[], RegExp]>([
    ['another operation', faults({ body: good.body.replace('Ring', 'Rung') }), /Action is Rung and not Ring/],
    ['another version', faults({ body: good.body.replace('2010', '2011') }), /Version is 2011-03-31/],
    ['a field that is missing', faults({ body: 'Action=Ring&Version=2010-03-31' }), /Bell/],
    ['a field that is not known', faults({ body: `${good.body}&Colour=red` }), /Colour/],
    ['another type', faults({ headers: { ...headers, 'content-type': 'application/json' } }), /no form's/],
    ['another signature', faults({ headers: { ...headers, authorization: signed('lamps') } }), /not for bells/],
  ])('is refused with %s', (_what, found, fault) => {
    expect(found).toEqual([expect.stringMatching(fault)])
  })

  it('is answered in XML, by its own errors', () => {
    const answer = (status: number, body: string, type = 'text/xml') =>
      answerFaults(sampleFormModel, 'Ring', { status, headers: { 'content-type': type }, body })

    expect(answer(200, '<RingResponse/>')).toEqual([])
    expect(answer(400, '<ErrorResponse><Error><Code>NoBell</Code></Error></ErrorResponse>')).toEqual([])
    expect(answer(200, '<Rung/>')).toEqual(['the body is no RingResponse'])
    expect(answer(400, '<Error><Code>Cracked</Code></Error>')).toEqual(['the error Cracked is none of its errors'])
    expect(answer(200, '<RingResponse/>', 'application/xml')).toEqual([
      'content-type is application/xml and not text/xml',
    ])
  })
})
