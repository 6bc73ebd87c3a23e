import { expect, test } from 'vitest'
import { foreignLink } from '#shared/assistant/foreign-link.ts'
import { linkedHosts, mailAddresses } from '#shared/assistant/linked-hosts.ts'
import { passageOf } from '#tests/support/fixed-knowledge.ts'

const passages = [passageOf({ text: 'Track it at https://carrier.example/track or write to care@lumen.example.' })]
const grounds = { passages, sites: ['lumen.example', '*.lumen.example'], verified: ['ada@home.example'] }
const foreign = (reply: string) => foreignLink(reply, grounds)

test.each([
  'Go to https://evil.example/login',
  'Go to HTTPS://EVIL.EXAMPLE',
  'Go to http://help.example.com@evil.example/',
  'Go to http://help.example.com.evil.example/',
  'Go to https://help.example.com:8443.evil.example',
  'See [our help](https://evil.example)',
  'See [our help](//evil.example/x)',
  'Go to evil.com',
  'Go to www.evil.fyi',
  'Go to evil.fyi/login',
  'Go to e\u200bvil.com',
  'Go to evil。com',
  'Go to ｅｖｉｌ.com',
  'Go to evil.com:8080/x',
  'Go to 203.0.113.9/login',
  'Go to 203.0.113.9',
  'Go to http://0xcb007109/',
  'Go to https://[2001:db8::1]/',
  'Go to https:/\\evil.example',
  'Go to hxxps://evil[.]com/',
  'Go to ftp://evil.example/file',
  'Go to tg://resolve?domain=evil',
  'Run javascript:alert(1)',
  'Open data:text/html;base64,AAAA',
  'Go to https://xn--hlp-bma.example.com',
  'Go to https://hеlp.example.com',
  '<a href="https://evil.example">here</a>',
  'Write to refunds@evil.com',
  'Write to adam@home.example',
  'I looked at https:__evil.example_login.html',
  'Write to mailto:refunds@evil.com',
  'Go to https://notlumen.example',
  'Go to https://evil.example#https://help.example.com/returns',
  'Go to EVIL.COM now',
  'Go to Evil.Com now',
  'Go to evil.support now',
  'Go to t.me now',
  'Go to https:evil.tk',
  'Go to https:/evil.bank',
  'See [our help](evil.bank)',
  'See [our help](/\\evil.bank)',
  'See https://help.example.com\\@evil.example/returns',
  'See https://evil.example\\@help.example.com/returns',
  'See https://help.example.com%2F@evil.example/returns',
  'See https://help.example.com/returns?next=https%3A%2F%2Fevil.bank%2F',
  'See https://help.example.com/returns?next=%252F%252Fevil.bank',
  'See https://help.example.com/returns?next=ev.il',
  'See https://help.example.com/returns?next=//evil.bank',
  'See https://%65vil.bank',
  '![a lamp](https://evil.example/p.png?d=c2VjcmV0)',
])('a link to nobody known is found: %s', (reply) => {
  expect(foreign(reply)).toBeDefined()
})

test.each([
  'See https://help.example.com/returns',
  'See (https://help.example.com/returns).',
  'See **https://help.example.com/returns**.',
  'See help.example.com/returns!',
  'Track it at carrier.example/track/123',
  'Write to care@lumen.example.',
  'Log in at https://my.lumen.example/orders',
  'We have your address as ada@home.example, right?',
  'It takes 3.5 days, e.g. until 24.12.2026 at 5 p.m.',
  'Version 2.10.3 of invoice.pdf and Node.js',
  'Return it within 30 days.Then we refund it.',
  'Das dauert z.B. 3 Tage, d.h. bis Freitag; Kosten: 4,90 EUR/Stück.',
  'The ratio is 1:2 and/or 3: see above',
  'See https://help.example.com/returns?order=1042&lang=en',
  'P.ej. mañana, m.in. lampy, t.ex. idag, f.eks. i dag, p.es. domani, a.s.a.p.',
  'It begins with https: or http: (both work)',
  'It is 5 % off, 100%25 wool and a file.name.txt of yours',
  '返品できます。30日以内です。Lampもです。',
  'Is your address ada@home.example, or ada.lovelace@lumen.example?',
])('the company’s own, and what is no link, is none: %s', (reply) => {
  expect(foreign(reply)).toBeUndefined()
})

// Each took a quarter of a second at 8,000 letters when every letter of a word was a place to begin: hours here.
test.each([
  ['a word without end', 'a', ''],
  ['names without end', 'www.', '@'],
  ['dots without end', '.', 'b'],
  ['a mailbox without end', 'a', '@b'],
])('%s is gone through once', (_, unit, end) => {
  const text = `http://x${unit.repeat(Math.ceil(300_000 / unit.length))}${end}`

  expect(linkedHosts(` ${unit.repeat(Math.ceil(300_000 / unit.length))}${end}`).length).toBeLessThan(2)
  expect(linkedHosts(text).length).toBeGreaterThan(0)
  expect(mailAddresses(text)).toEqual([])
})

test('of two addresses that run into each other both are seen', () => {
  const addresses = mailAddresses('ada@known.example_x@evil.example')

  expect(addresses.map((address) => address.split('@').at(-1))).toEqual(['known.example', 'evil.example'])
})
