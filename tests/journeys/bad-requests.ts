import type { Delivery } from '#tests/support/journey.ts'
import { messageEvent } from '#tests/support/signed-request.ts'

/** A word that may come back nowhere but in the customer's own thread. */
export const canary = 'ultramarine-giraffe'
export const claimPath = '/teams/care/claim'
const unknownHandoff = `/handoffs/${'0'.repeat(24)}.1700000000000.1`

const event = (fields: object = {}) => messageEvent(canary, fields)

/** What is wrong, the delivery, and the status that it is refused with. */
export const badDeliveries: readonly [string, Delivery, number][] = [
  ['is cut short', { body: event().slice(0, -9) }, 400],
  ['is empty', { body: '' }, 400],
  ['holds a raw NUL', { body: event().replace(canary, `${canary}\0`) }, 400],
  ['is no object', { body: '[]' }, 400],
  ['has a number for a text', { body: event({ message: { id: 'm-1', text: 7 } }) }, 400],
  ['has no conversation', { body: event({ conversation: undefined }) }, 400],
  ['has an empty message', { body: messageEvent('  ') }, 400],
  ['is nested without end', { body: `${'{"a":'.repeat(5_000)}${'}'.repeat(5_000)}` }, 400],
  ['is not UTF-8', { body: Buffer.from([0x22, 0xff, 0x22]), contentType: 'application/octet-stream' }, 400],
  ['is too large', { body: event({ padding: 'p'.repeat(512 * 1024) }) }, 413],
  ['is unsigned', { body: event(), headers: {} }, 401],
  ['is five minutes old', { body: event(), ageSeconds: 301 }, 401],
  ['comes from the future', { body: event(), ageSeconds: -305 }, 401],
  ['was not posted', { body: event(), method: 'PUT' }, 405],
  ['is only looked at', { body: '', method: 'GET' }, 405],
  ['goes to a channel that is not connected', { body: event(), channel: 'telegram' }, 404],
  ['goes to a channel with an odd name', { body: event(), channel: '__proto__' }, 404],
]

/** What is wrong, method, path, body, headers, and the status that it is refused with. */
export const badRequests: readonly [string, string, string, unknown, Record<string, string>, number][] = [
  ['another content type', 'POST', claimPath, `{"claimId":"${canary}"}`, { 'content-type': 'text/plain' }, 415],
  ['no JSON', 'POST', claimPath, `{"claimId":"${canary}`, {}, 400],
  ['the wrong type', 'POST', claimPath, { claimId: 7 }, {}, 400],
  ['a field too many', 'POST', claimPath, { claimId: 'c', team: 'billing' }, {}, 400],
  ['deep nesting', 'POST', claimPath, '['.repeat(9_000), {}, 400],
  ['a body too large', 'POST', claimPath, { claimId: 'c'.repeat(256 * 1024) }, {}, 413],
  ['a wait too long', 'POST', `${claimPath}?wait=21`, { claimId: 'c' }, {}, 400],
  ['an unknown query', 'GET', '/handoffs?colour=blue', undefined, {}, 400],
  ['a team that there is not', 'POST', '/teams/nobody/claim', { claimId: 'c' }, {}, 404],
  ['a team of other agents', 'GET', '/teams/billing/line', undefined, {}, 404],
  ['a handoff that there is not', 'POST', `${unknownHandoff}/accept`, {}, {}, 404],
  ['a handoff of no form', 'POST', '/handoffs/..%2f..%2fetc/accept', {}, {}, 404],
  ['a conversation that there is not', 'GET', `/conversations/${'0'.repeat(24)}.1`, undefined, {}, 404],
  ['a key with a space in it', 'POST', `${unknownHandoff}/accept`, {}, { 'idempotency-key': 'a b' }, 400],
  ['what only an admin may', 'DELETE', '/customers/u-17', undefined, {}, 403],
]
