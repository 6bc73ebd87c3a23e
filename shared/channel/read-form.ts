/** A decoded form, by name; a name that came several times has several values. */
export type Form = Readonly<Record<string, readonly string[]>>

/** Nothing but what an encoder leaves as it is: one text has one spelling, so that no changed byte still reads the same. */
const pairPattern = /^[!-$%'-<>-~]+=[!-$%'-<>-~]*$/
const brokenEscape = /%(?![0-9A-F]{2})/

const decoded = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '))

/** Undefined for what is no form, or none that an encoder would have written. */
export const readForm = (text: string): Form | undefined => {
  if (text === '') return {}
  const pairs = text.split('&')
  if (brokenEscape.test(text) || !pairs.every((pair) => pairPattern.test(pair))) return undefined
  try {
    const form = new Map<string, string[]>()
    for (const [name, value] of pairs.map((pair) => pair.split('=').map(decoded) as [string, string])) {
      const values = form.get(name) ?? []
      form.set(name, values)
      values.push(value)
    }
    return Object.fromEntries(form)
  } catch {
    // The escapes spell no UTF-8.
    return undefined
  }
}
