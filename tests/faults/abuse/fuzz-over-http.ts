import fc from 'fast-check'
import type { DocumentedOperation, DocumentedReply } from '#tests/support/api-document.ts'
import { brokenRequests, type Case, soundRequests } from './api-cases.ts'
import type { Gate } from './at-the-gate.ts'
import { unsaid } from './fuzz-api.ts'
import { knock } from './knock.ts'

export interface HttpFuzzed {
  readonly asked: number
  readonly findings: readonly string[]
}

const brokenFrom = 2
/** What a header may hold at all. */
const sendable = /^[\t\x20-\x7e]*$/
/** Longer lines are refused by whatever stands in front of the API. */
const longestLine = 8_000

const wireOf = ({ route, path = {}, query, headers, body }: Case['request'], token: string) => {
  const [method = '', template = ''] = route.split(' ')
  const found = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''))
  const asked = query ? `?${new URLSearchParams(query)}` : ''
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
  const type = text === undefined ? {} : { 'content-type': 'application/json' }
  return {
    method,
    path: `${found}${asked}`,
    headers: { ...type, ...headers, authorization: `Bearer ${token}` },
    ...(text !== undefined && { body: text }),
  }
}

const isSendable = ({ request }: Case): boolean =>
  Object.values(request.headers ?? {}).every((value) => sendable.test(value) && value.length < longestLine) &&
  Object.values(request.path ?? {}).every((value) => value !== '') &&
  wireOf(request, '').path.length < longestLine

const wrongWith = ({ broken }: Case, { status, text }: DocumentedReply): readonly string[] => [
  ...(status >= 500 ? ['server error'] : []),
  ...(broken !== undefined && status < 400 ? ['broken request accepted'] : []),
  ...(broken === undefined && [400, 401, 413, 415].includes(status) && !unsaid.test(text)
    ? ['sound request refused']
    : []),
]

/** A smaller set of the same cases, past the routes and the authorizer of the synthesised template. */
export const fuzzOverHttp = async (
  { cloud, document, forge }: Gate,
  operation: DocumentedOperation,
  { seed, cases }: { readonly seed: number; readonly cases: number },
): Promise<HttpFuzzed> => {
  const known = { wait: [0], team: ['care', 'billing'], outcome: ['solved'], week: ['2026-W40'] }
  const sound = fc.sample(soundRequests(operation, known), { seed, numRuns: cases })
  const broken = sound.slice(0, brokenFrom).flatMap((request) => brokenRequests(operation, request))
  const maxLength = Math.min(cases, broken.length)
  const [chosen = []] = fc.sample(fc.shuffledSubarray(broken, { minLength: maxLength, maxLength }), {
    seed,
    numRuns: 1,
  })
  const all = [...sound.map((request): Case => ({ request })), ...chosen].filter(isSendable)

  const findings: string[] = []
  for (const one of all) {
    const reply = await knock(cloud.url, wireOf(one.request, forge.good))
    const wrong = [...wrongWith(one, reply), ...document.faultsOf(operation.operationId, reply)]
    for (const what of wrong)
      findings.push(
        `${what}: ${one.broken ?? JSON.stringify(one.request).slice(0, 200)}: ${reply.status} ${reply.text}`,
      )
  }
  return { asked: all.length, findings }
}
