import type { Exchange } from '#infra/local/gateway/exchange.ts'
import { formRequestFaults } from './form.ts'
import type { Member, Operation, ServiceModel, Shape } from './model.ts'
import { shapeFaults } from './shape.ts'

export type WireRequest = Exchange['request']

const parse = (body: string): { readonly value?: unknown; readonly fault?: string } => {
  try {
    return { value: body === '' ? {} : JSON.parse(body) }
  } catch {
    return { fault: 'the body is not JSON' }
  }
}

const expectHeader = ({ headers }: WireRequest, name: string, wanted: string): string[] =>
  headers[name] === wanted ? [] : [`header ${name} is ${headers[name] ?? 'missing'} and not ${wanted}`]

/** The service and the region that a Signature Version 4 is made for. */
const signatureFaults = ({ metadata }: ServiceModel, { headers }: WireRequest): string[] => {
  const name = metadata.signingName ?? metadata.endpointPrefix
  const scope = /Credential=[^/]+\/\d{8}\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request/.exec(headers.authorization ?? '')
  if (!scope) return ['the request is not signed with Signature Version 4']
  return scope[2] === name ? [] : [`it is signed for ${scope[2]} and not for ${name}`]
}

const jsonFaults = (model: ServiceModel, name: string, request: WireRequest): string[] => [
  ...(request.method === 'POST' && request.path === '/'
    ? []
    : [`it is ${request.method} ${request.path} and not POST /`]),
  ...expectHeader(request, 'x-amz-target', `${model.metadata.targetPrefix}.${name}`),
  ...expectHeader(request, 'content-type', `application/x-amz-json-${model.metadata.jsonVersion}`),
]

/** A template such as `/model/{modelId}/converse` as an expression; only a label such as `{Key+}` may hold a slash. */
const pathOf = (template: string): RegExp =>
  new RegExp(
    `^${template
      .replace(/[.+*?^$()|[\]\\]/g, '\\$&')
      .replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')
      .replace(/\{(\w+)\\\+\}/g, '(?<$1>.+)')}$`,
  )

const unreserved = /^(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+$/

const headerValue = (shape: Shape | undefined, text: string): unknown => {
  if (shape?.type === 'boolean') return text === 'true'
  return /^(integer|long|float|double)$/.test(shape?.type ?? '') ? Number(text) : text
}

interface Read {
  readonly input: Record<string, unknown>
  readonly faults: readonly string[]
}

/** Members that do not travel in the body: labels of the path, headers, the query. */
const outsideBody = (model: ServiceModel, { http, input }: Operation, request: WireRequest): Read => {
  const [path = '', query] = request.path.split('?')
  const labels = pathOf(http.requestUri.split('?')[0] ?? '').exec(path)
  const search = new URLSearchParams(query)
  const members = Object.entries(model.shapes[input?.shape ?? '']?.members ?? {})
  const textOf = (name: string, { location, locationName = name }: Member): string | undefined => {
    if (location === 'uri') return labels?.groups?.[locationName]
    if (location === 'header') return request.headers[locationName.toLowerCase()]
    return location === 'querystring' ? (search.get(locationName) ?? undefined) : undefined
  }
  const found = members.flatMap(([name, member]): [string, unknown][] => {
    const text = textOf(name, member)
    if (text === undefined) return []
    return [
      [name, headerValue(model.shapes[member.shape], member.location === 'uri' ? decodeURIComponent(text) : text)],
    ]
  })
  const raw = Object.entries(labels?.groups ?? {}).filter(([, text]) => !unreserved.test(text))
  return {
    input: Object.fromEntries(found),
    faults: [
      ...(labels ? [] : [`the path ${path} is not ${http.requestUri}`]),
      ...raw.map(([name, text]) => `the label ${name} is not encoded: ${text}`),
    ],
  }
}

const restFaults = (operation: Operation, request: WireRequest): string[] => [
  ...(request.method === operation.http.method ? [] : [`it is ${request.method} and not ${operation.http.method}`]),
  ...expectHeader(request, 'content-type', 'application/json'),
]

const bodyMembers = (body: unknown): Record<string, unknown> =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : {}

/** Headers of the protocol itself, which no operation names. */
const ofEveryRequest =
  /^x-amz-(date|content-sha256|security-token|user-agent|decoded-content-length|checksum-.*|sdk-checksum-algorithm)$/

/** The body is bytes, or XML that only the service takes apart: it has to be there where the operation wants it. */
const xmlRequestFaults = (model: ServiceModel, operation: Operation, request: WireRequest): readonly string[] => {
  const name = operation.input?.shape ?? ''
  const { type = 'structure', members = {}, required = [], payload = '' } = model.shapes[name] ?? {}
  // The SDK ends a bucket's own path with a slash; within a key one counts.
  const path = operation.http.requestUri.includes('+') ? request.path : request.path.replace(/\/(?=\?|$)/, '')
  const outside = outsideBody(model, operation, { ...request, path })
  const known = new Set(Object.values(members).map(({ locationName = '' }) => locationName.toLowerCase()))
  const strange = Object.keys(request.headers).filter(
    (header) => header.startsWith('x-amz-') && !ofEveryRequest.test(header) && !known.has(header),
  )
  const heads = { type, members, required: required.filter((member) => member !== payload) }
  const ofHeads = { ...model, shapes: { ...model.shapes, [name]: heads } }
  return [
    ...signatureFaults(model, request),
    ...(request.method === operation.http.method ? [] : [`it is ${request.method} and not ${operation.http.method}`]),
    ...outside.faults,
    ...strange.map((header) => `header ${header} is not known`),
    ...(required.includes(payload) && request.body === '' ? [`the body is missing: ${payload}`] : []),
    ...shapeFaults(ofHeads, name, outside.input, 'request'),
  ]
}

/** All that is wrong with a request, as the service's model knows the operation and its protocol. */
export const requestFaults = (model: ServiceModel, name: string, request: WireRequest): readonly string[] => {
  const operation = model.operations[name]
  if (!operation) return [`the service has no operation ${name}`]
  if (model.metadata.protocol === 'rest-xml') return xmlRequestFaults(model, operation, request)
  if (model.metadata.protocol === 'query')
    return [...signatureFaults(model, request), ...formRequestFaults(model, name, operation, request)]
  const { value: body, fault } = parse(request.body)
  const isRest = model.metadata.protocol === 'rest-json'
  const outside = isRest ? outsideBody(model, operation, request) : { input: {}, faults: [] }
  const input = isRest ? { ...bodyMembers(body), ...outside.input } : body
  const misplaced = Object.keys(bodyMembers(body)).filter((member) => member in outside.input)
  return [
    ...(fault ? [fault] : []),
    ...signatureFaults(model, request),
    ...(isRest ? restFaults(operation, request) : jsonFaults(model, name, request)),
    ...outside.faults,
    ...misplaced.map((member) => `${member} belongs into the path or a header, not into the body`),
    ...(fault ? [] : shapeFaults(model, operation.input?.shape ?? '', input, 'request')),
  ]
}
