import type { Identity } from './identity.ts'

/** What channels call whoever has a number: nobody knows on which of them they write. */
const byNumber = (number: string): readonly string[] => [
  `whatsapp:${number}`,
  `twilio:+${number}`,
  `twilio:whatsapp:+${number}`,
]

/** By which ids somebody with this identity is known to channels; an address is nobody's id on any. */
export const sendersOf = ({ what, value }: Identity): readonly string[] => {
  if (what === 'phone') return byNumber(value)
  return what === 'email' || what === 'customer' ? [] : [`${what}:${value}`]
}
