import { inLine } from '../channel/customer-words.ts'
import {
  accountsByIban,
  anotherMailbox,
  anotherPhone,
  type ClaimedNumber,
  emails,
  internationalPhones,
  localPhones,
  numberCues,
  phoneCue,
  roleMailbox,
  saysNumber,
  unitBehind,
  verbBefore,
} from './claim-cues.ts'
import { nameCues, noName } from './claim-names.ts'
import { standingCues, supposed } from './claim-standings.ts'

export type Claimed = ClaimedNumber | 'email' | 'phone' | 'name' | 'standing'

/** What a customer says of themselves, and nobody verified: letter by letter as they wrote it. */
export interface Claim {
  readonly what: Claimed
  readonly value: string
  readonly messageId: string
  readonly at: number
}

interface Found {
  readonly what: Claimed
  readonly value: string
  readonly from: number
}

/** Who they are stands at the beginning; a letter of 300 KB is not looked through for more. */
const lookedAt = 4_000
const behindCue = 40

const digitsIn = (text: string): number => text.replace(/\D/g, '').length
const isDate = (text: string): boolean => /^(?:\d{1,4}[./-]){1,2}\d{1,4}$/.test(text) && /(?:19|20)\d\d/.test(text)
const isSize = (text: string): boolean => /^\d{1,5}[a-z]{1,3}$/i.test(text)

const isNumber = (text: string, match: RegExpExecArray, value: string, from: number): boolean => {
  const front = text.slice(Math.max(0, match.index - 20), match.index)
  if (unitBehind.test(text.slice(from + value.length, from + value.length + 20))) return false
  const isDated = isDate(value) && !/^\d{4}-\d{3,}$/.test(value) && !/\d{5}/.test(value)
  if (isDated) return false
  if (saysNumber.test(`${front} ${text.slice(match.index, from)}`)) return digitsIn(value) >= 3
  if (/^(?:19|20)\d\d$/.test(value) || isSize(value) || verbBefore.test(front)) return false
  return /^\d+$/.test(value) ? value.length >= 4 : digitsIn(value) >= 3
}

type Finder = (text: string) => readonly Found[]

const finds =
  (
    what: Claimed,
    expression: RegExp,
    holds: (text: string, match: RegExpExecArray, value: string, from: number) => boolean,
  ): Finder =>
  (text) =>
    [...text.matchAll(expression)].flatMap((match) => {
      const value = (match.groups?.value ?? match[0]).trim()
      const from = text.indexOf(value, match.index)
      return holds(text, match, value, from) ? [{ what, value, from }] : []
    })

const frontOf = (text: string, from: number): string => text.slice(Math.max(0, from - behindCue), from)

const isName = (_: string, __: RegExpExecArray, value: string): boolean =>
  !value.split(/\s/).some((one) => noName.has(one))

/** Asked or supposed, it is not said. */
const isStanding = (text: string, match: RegExpExecArray): boolean =>
  !supposed.test(frontOf(text, match.index)) && !/^\s?[?？؟]/.test(text.slice(match.index + match[0].length))

let finders: readonly Finder[] | undefined
/** The surest first: what one has taken is no other's. Made when a first brief is written. */
const allFinders = (): readonly Finder[] => {
  finders ??= [
    finds(
      'email',
      emails,
      (text, _, value, from) => !roleMailbox.test(value) && !anotherMailbox.test(frontOf(text, from)),
    ),
    finds('account-number', accountsByIban, () => true),
    ...Object.entries(numberCues()).map(([what, cues]) => finds(what as ClaimedNumber, cues, isNumber)),
    finds('phone', internationalPhones, (text, _, __, from) => !anotherPhone.test(frontOf(text, from))),
    finds(
      'phone',
      localPhones,
      (text, _, value, from) =>
        phoneCue.test(frontOf(text, from)) && !anotherPhone.test(frontOf(text, from)) && !isDate(value),
    ),
    ...nameCues().map((cues) => finds('name', cues, isName)),
    ...standingCues().map((cues) => finds('standing', cues, isStanding)),
  ]
  return finders
}

/** What one text claims, in its order; a line that quotes somebody else's mail claims nothing. */
export const claimsIn = (text: string): readonly { readonly what: Claimed; readonly value: string }[] => {
  const own = text.slice(0, lookedAt).replace(/^[ \t]{0,4}>.*$/gm, '')
  const found: Found[] = []
  for (const find of allFinders())
    for (const one of find(own)) {
      const isTaken = found.some(
        ({ from, value }) => one.from < from + value.length && from < one.from + one.value.length,
      )
      if (!isTaken) found.push(one)
    }
  return found
    .toSorted((one, other) => one.from - other.from)
    .map(({ what, value }) => ({ what, value: inLine(value) }))
}
