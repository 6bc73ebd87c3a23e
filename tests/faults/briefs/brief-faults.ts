/** What an agent is given with a claim, as far as it is looked at here. */
export interface Given {
  readonly handoff: {
    readonly id: string
    readonly reason: string
    readonly brief: {
      readonly summary: string
      /** @default nobody vouches for them, and they claim nothing */
      readonly customer?: {
        readonly verified: Readonly<Record<string, string>>
        readonly claims?: readonly { readonly what: string; readonly value: string; readonly messageId: string }[]
      }
      readonly tried: readonly { readonly action: string; readonly title: string }[]
      readonly receipt?: { readonly messages: number; readonly messageIds: readonly string[] }
    }
  }
  readonly transcript: readonly {
    readonly id: string
    readonly text: string
    readonly author: { readonly kind: string }
  }[]
}

const longestReason = 200
const line = (text: string) => text.replace(/\s+/g, ' ').trim()
/** A file's size is the file's own. */
const numbersIn = (text: string) => text.replace(/\(image\/png, 10 bytes\)/g, '').match(/\d+/g) ?? []

/** Whether each thing that the summary quotes was said by the customer, letter by letter from its beginning. */
const quotesOnly = (summary: string, said: readonly string[]): boolean => {
  const parts = summary
    .split(/(?:The customer wrote: |The customer wrote |began with |earlier wrote |last wrote |Since then: )"/)
    .slice(1)
  const lines = said.map(line)
  return parts.every((part) => {
    const cut = part.indexOf('…"')
    return lines.some((text) => (cut >= 0 && text.startsWith(part.slice(0, cut))) || part.startsWith(`${text}"`))
  })
}

/** Each claim stands in the customer's own message that it names, once, and nobody vouches for it. */
const claimFaults = ({ handoff, transcript }: Given): readonly string[] => {
  const { claims = [], verified = {} } = handoff.brief.customer ?? {}
  const known = new Set(Object.values(verified))
  const said = (id: string) => transcript.find((one) => one.id === id && one.author.kind === 'customer')?.text ?? ''
  return [
    ...claims
      .filter(({ value, messageId }) => !line(said(messageId)).includes(value))
      .map(({ value }) => `claim not said: ${value}`),
    ...claims.filter(({ value }) => known.has(value)).map(({ value }) => `claim that is verified: ${value}`),
    ...(new Set(claims.map(({ what, value }) => `${what} ${value}`)).size === claims.length
      ? []
      : ['a claim told twice']),
  ]
}

/** What is wrong with a brief, given everything that its customer said in this conversation and all that others said. */
export const briefFaults = (given: Given, said: readonly string[], foreign: readonly string[]): readonly string[] => {
  const { handoff, transcript } = given
  const { brief, reason } = handoff
  const told = transcript.filter(({ author }) => author.kind === 'customer').map(({ text }) => text)
  const ids = transcript.map(({ id }) => id)
  const whole = JSON.stringify(given)
  const fetched = transcript.map(({ text }) => text).join(' ')
  return [
    ...(JSON.stringify(told) === JSON.stringify(said) ? [] : ['not all that was said, or not in its order']),
    ...(brief.receipt?.messages === ids.length && brief.receipt.messageIds.join() === ids.join() ? [] : ['receipt']),
    ...(/[\n\r]/.test(reason) || reason.length > longestReason || reason === '' ? [`reason ${reason}`] : []),
    ...(quotesOnly(brief.summary, said) ? [] : [`not said: ${brief.summary}`]),
    ...(numbersIn(brief.summary).every((number) => fetched.includes(number)) ? [] : [`number: ${brief.summary}`]),
    ...(/Mallory|evil/.test(brief.summary) ? [`invented: ${brief.summary}`] : []),
    ...claimFaults(given),
    ...(foreign.some((tag) => whole.includes(tag)) ? ['words of another thread'] : []),
  ]
}
