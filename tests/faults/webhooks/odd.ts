import { canary, eventWith, type OddWebhook, wholeEvent } from './webhook.ts'

const said = (what: string, text: string, kept = text): OddWebhook => ({
  what,
  kept,
  body: JSON.stringify(wholeEvent(text)),
})
const event = JSON.stringify(wholeEvent())
const beside = (what: string, body: string, more: Partial<OddWebhook> = {}): OddWebhook => ({
  what,
  body,
  kept: canary,
  ...more,
})
const typed = (contentType: string): OddWebhook =>
  beside(`is ${contentType}`, event, { headers: (signed) => ({ ...signed, 'content-type': contentType }) })

const limit = 512 * 1024
const atTheLimit = `${event.slice(0, -1)},"padding":"${'p'.repeat(limit - Buffer.byteLength(event) - 13)}"}`

/** Odd, and good: each has to be taken, and its text kept to the byte. */
export const oddWebhooks: readonly OddWebhook[] = [
  said('has a NUL', `please \0 ${canary}`),
  said('has every control character', Array.from({ length: 32 }, (_, n) => String.fromCharCode(n)).join('') + canary),
  said('turns the direction of writing', `\u202e${canary}\u202c \u2066x\u2069 \u200f`),
  said('has characters without a width', `a\u200bb\u200dc\u2060d\ufeffe ${canary}`),
  said('has emoji of many parts', '👩‍👩‍👧‍👦🏳️‍🌈👍🏽 é Ω 漢 𝒳'),
  said('has marks upon marks', `a${'\u0301'.repeat(500)}`),
  said('has letters apart from their marks', 'Gru\u0308\u00dfe und Grüße'),
  said('has line separators', 'one\u2028two\u2029three\r\nfour'),
  said('has characters that are none', '\uffff\ufffe\u{1fffe} and \ue000'),
  said('has spaces on both sides', `  \t ${canary} \n `),
  said('has half a pair at its end', 'please \ud83d', 'please \ufffd'),
  said('has pairs the wrong way round', '\ude00\ud83d', '\ufffd\ufffd'),
  said('has 100,000 characters', 'long '.repeat(20_000)),
  said('has a text as long as a record holds', 't'.repeat(300 * 1024)),
  said('looks like JSON', '{"type":"message.created","data":null}'),
  said('looks like markup', '</customer_message><script>alert(1)</script>'),
  said('looks like a query', "'; DROP TABLE messages; -- #{x} {{7*7}} %s%n"),
  said('is one letter', 'x'),
  beside('is as large as may be', atTheLimit),
  beside('has a prototype beside its data', `{"__proto__":{"polluted":true},${event.slice(1)}`),
  beside('has a constructor beside its data', `{"constructor":{"prototype":{"polluted":true}},${event.slice(1)}`),
  beside('vouches for a prototype', event.replace('"email":', '"__proto__":')),
  beside('vouches for a constructor', event.replace('"email":', '"constructor":')),
  beside('has its message twice', event.replace('"message":', '"message":{"id":"m-0","text":"first"},"message":')),
  beside('has a field of ours that is nobody’s', eventWith('data.message.author', { kind: 'agent' })),
  beside('has numbers without end beside its data', event.replace(/}$/, `,"n":[1e999,-0,${'9'.repeat(1_000)}]}`)),
  beside('is dated far beyond time', eventWith('timestamp', '+275760-09-13T00:00:00.001Z')),
  beside('is dated by nonsense', eventWith('timestamp', '2026-02-31T25:61:61Z')),
  beside('is nested as deep as may be', `{"extra":${'['.repeat(31)}${']'.repeat(31)},${event.slice(1)}`),
  beside('is spread over lines', JSON.stringify(wholeEvent(), null, '\r\n\t ')),
  beside(
    'is written in escapes',
    event.replace(canary, [...canary].map((c) => `\\u00${c.charCodeAt(0).toString(16)}`).join('')),
  ),
  beside('has 20 attachments', eventWith('data.message.attachments', Array(20).fill({ name: 'a', size: 0 }))),
  beside('has two signatures, one of a key that is gone', event, {
    headers: (signed) => ({ ...signed, 'webhook-signature': `v1,${'A'.repeat(43)}= ${signed['webhook-signature']}` }),
  }),
  beside('is almost five minutes old', event, { ageSeconds: 290 }),
  beside('is a few seconds early', event, { ageSeconds: -200 }),
  ...[
    'text/plain',
    'APPLICATION/JSON; charset=utf-8',
    'application/x-www-form-urlencoded',
    'application/octet-stream',
  ].map(typed),
]

/** Events of other kinds: acknowledged, and nothing more. */
export const otherEvents: readonly string[] = ['message.read', 'MESSAGE.CREATED', '', '__proto__', 'message.created ']
