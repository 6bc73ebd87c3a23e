const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').slice(0, 40)

/** All that stands in a request, the bytes of files among it. */
const textsIn = (value: unknown, name = ''): string => {
  if (typeof value === 'string') return name === 'bytes' ? Buffer.from(value, 'base64').toString('utf8') : value
  if (typeof value !== 'object' || value === null) return ''
  return Object.entries(value)
    .map(([key, one]) => textsIn(one, key))
    .join('\n')
}

interface Request {
  readonly messages?: readonly { readonly role: string }[]
}

/** Whether the attacker's words, or as much of them as is kept, stand in what the model is shown; its own do not count. */
export const isReached = (request: unknown, attack: string): boolean => {
  const words = letters(attack)
  const shown = (request as Request).messages?.filter(({ role }) => role === 'user')
  return (
    words !== '' &&
    textsIn(shown)
      .replace(/\\[nrt]|[^\p{L}\p{N}]/gu, '')
      .includes(words)
  )
}
