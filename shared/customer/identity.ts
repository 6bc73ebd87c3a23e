import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'

/** What finds a customer, in the one spelling that it is kept and looked for in. */
export interface Identity {
  /** `phone`, `email`, a channel's name, or `customer` for the id itself. */
  readonly what: string
  readonly value: string
}

const longest = 320

/** With its country, so that the same digits are one number wherever they are dialled: E.164 without the plus. */
const phoneOf = (text: string): string | undefined =>
  /^\+([1-9]\d{6,14})$/.exec(text.replace(/[\s().\-\u2010-\u2015]/g, ''))?.[1]

const hostForm = /^[\p{L}\p{M}\p{N}.-]+$/u
/** As a name alone: what else is read as a URL would be cut off, and what is left be somebody else's host. */
const domainOf = (host: string): string => {
  const domain = hostForm.test(host) ? domainToASCII(host.toLowerCase()) : ''
  return isIP(domain) ? '' : domain
}

const plainLetters = (text: string): number => text.match(/[!-~]/g)?.length ?? 0
/** In small letters; nothing where a sign that only looks like a letter, as that of Kelvin, would become one. */
const mailboxOf = (written: string): string => {
  const box = written.normalize('NFC').toLowerCase()
  return plainLetters(box) > plainLetters(written) ? '' : box
}

/** Both sides in small letters: no provider of today gives two people addresses that differ in nothing else. */
const emailOf = (text: string): string | undefined => {
  const [, local = '', host = ''] = /^([^\s@]+)@([^\s@]+)$/.exec(text) ?? []
  const [box, domain] = [mailboxOf(local), domainOf(host.normalize('NFC'))]
  return box === '' || domain === '' ? undefined : `${box}@${domain}`
}

const itself = (text: string): string | undefined => (text === '' ? undefined : text)

const spellings: Readonly<Record<string, (text: string) => string | undefined>> = {
  phone: phoneOf,
  email: emailOf,
  ...Object.fromEntries(
    ['slack', 'twilio', 'whatsapp', 'messenger', 'instagram', 'telegram', 'line', 'customer'].map((name) => [
      name,
      itself,
    ]),
  ),
}

/** Whether something of this name can find a customer; whatever else the company vouches for is shown, and finds nobody. */
export const findsCustomers = (what: string): boolean => what !== 'customer' && Object.hasOwn(spellings, what)

export const identityOf = (what: string, text: string): Identity | undefined => {
  const spelling = Object.hasOwn(spellings, what) ? spellings[what] : undefined
  const value = spelling?.(text.trim())
  return value === undefined || value.length > longest ? undefined : { what, value }
}

export const sameIdentity = (one: Identity, other: Identity): boolean =>
  one.what === other.what && one.value === other.value

/** What finds the customer whose verified record this is. */
export const identitiesIn = (verified: Readonly<Record<string, string>> = {}): readonly Identity[] =>
  Object.entries(verified).flatMap(([what, text]) => (findsCustomers(what) ? (identityOf(what, text) ?? []) : []))
