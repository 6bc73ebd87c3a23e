import type { TransactWriteItem, TransactWriteItemsCommandInput, Update } from '@aws-sdk/client-dynamodb'
import type { Violation } from './happened.ts'
import { type Item, textOf } from './table/attribute.ts'

/** What happened on a thread, in the order in which it took effect, whatever any clock said. */
type Happening =
  | { readonly kind: 'customer'; readonly text: string; readonly id: string }
  | { readonly kind: 'assistant' | 'handed-off' | 'given-back' }

/** Who has the word, as far as the thread was followed. */
interface Word {
  status: string
  epoch: number
  holder: string | undefined
}

/** Who may have the word after whom. A new conversation may be handed off by its first message. */
const follows: Readonly<Record<string, readonly string[]>> = {
  closed: ['assistant', 'waiting'],
  assistant: ['waiting', 'closed'],
  waiting: ['claimed', 'closed'],
  claimed: ['waiting', 'assistant', 'closed'],
}

/**
 * Follows every thread write by write: while a person has it the assistant says nothing and nobody else does, and each
 * message of a customer ends in a reply, in a handoff, or with the person who has the thread.
 */
export class ThreadWatch {
  readonly violations: Violation[] = []
  readonly #threads = new Map<string, Happening[]>()
  readonly #withPeople = new Set<string>()
  readonly #words = new Map<string, Word>()

  wrote({ TransactItems = [] }: TransactWriteItemsCommandInput): void {
    const puts = TransactItems.flatMap(({ Put }) => (Put?.Item ? [Put.Item] : []))
    this.#checkAnswered(puts)
    this.#checkSpoken(puts)
    for (const part of TransactItems) this.#follow(part)
    for (const { Put, Update } of TransactItems) this.#pass(Put?.Item, Update)
  }

  /** Messages that still exist and that nobody answered, once everything has drained. */
  unanswered(exists: (thread: string, message: string) => boolean): readonly Violation[] {
    return [...this.#threads].flatMap(([pk, happenings]) => {
      const found: Violation[] = []
      let answered = this.#withPeople.has(pk)
      let withPerson = answered
      for (const one of happenings.toReversed()) {
        if (one.kind === 'customer' && !answered && !withPerson && exists(pk, one.id))
          found.push({ promise: 'unanswered', what: `${pk} ${one.text}` })
        if (one.kind === 'given-back') [withPerson, answered] = [true, false]
        if (one.kind === 'handed-off') [withPerson, answered] = [false, true]
        if (one.kind === 'assistant') answered = true
      }
      return found
    })
  }

  /** Nobody has the word: what is kept with the assistant is answered in the same write. */
  #checkAnswered(puts: readonly Item[]): void {
    const [asked, answer] = [puts.find((item) => isSaidBy(item, 'customer')), puts.some(isAnswer)]
    if (asked && !answer && !this.#withPeople.has(textOf(asked.pk)))
      this.violations.push({ promise: 'unanswered', what: `${textOf(asked.pk)} ${textOf(asked.text)}: kept alone` })
  }

  /** An agent writes only where they are the one who has the word. */
  #checkSpoken(puts: readonly Item[]): void {
    for (const item of puts.filter((one) => isSaidBy(one, 'agent'))) {
      const { holder } = this.#words.get(textOf(item.pk)) ?? {}
      const agent = textOf(item.author?.M?.id)
      if (holder !== agent)
        this.violations.push({ promise: 'stale', what: `${textOf(item.pk)} ${agent} wrote while ${holder} had it` })
    }
  }

  #follow({ Put, Update }: TransactWriteItem): void {
    const item = Put?.Item ?? Update?.Key ?? {}
    const [pk, sk] = [textOf(item.pk), textOf(item.sk)]
    const happened = (one: Happening) => this.#happened(pk, one)
    if (Put && sk.startsWith('HANDOFF#')) happened({ kind: 'handed-off' })
    if (sk === '~STATE' && speaks(statusIn(Update))) happened({ kind: 'given-back' })
    if (!Put || !sk.startsWith('MSG#')) return
    if (isSaidBy(item, 'customer')) happened({ kind: 'customer', text: textOf(item.text), id: sk })
    if (isSaidBy(item, 'assistant')) happened({ kind: 'assistant' })
  }

  #happened(pk: string, one: Happening): void {
    const thread = this.#threads.get(pk) ?? []
    this.#threads.set(pk, thread)
    const broken = (promise: Violation['promise'], what: string) =>
      this.violations.push({ promise, what: `${pk}: ${what}` })
    if (one.kind === 'assistant' && this.#withPeople.has(pk)) broken('assistant-after-handoff', 'the assistant spoke')
    else if (one.kind === 'assistant' && thread.at(-1)?.kind !== 'customer') broken('duplicate', 'answered again')
    if (one.kind === 'handed-off' && this.#withPeople.has(pk)) broken('duplicate', 'handed off again')
    if (one.kind === 'handed-off') this.#withPeople.add(pk)
    // A conversation that ends without ever having been with a person is given back by nobody.
    if (one.kind === 'given-back' && !this.#withPeople.delete(pk)) return
    thread.push(one)
  }

  /** The word passes on: to whom it may, under a new epoch, or not at all. */
  #pass(put: Item | undefined, update: Update | undefined): void {
    const item = put ?? update?.Key ?? {}
    const [pk, sk] = [textOf(item.pk), textOf(item.sk)]
    if (put && pk.startsWith('LINE#') && sk.startsWith('L#')) this.#held(put)
    if (sk !== '~STATE') return
    if (put)
      return void this.#words.set(pk, {
        status: textOf(put.status),
        epoch: Number(textOf(put.epoch)),
        holder: undefined,
      })
    const [status, epoch] = [statusIn(update), Number(textOf(update?.ExpressionAttributeValues?.[':to_epoch']))]
    const word = this.#words.get(pk)
    if (!word || (status === '' && epoch === 0)) return
    const [was, is] = [`${word.status} ${word.epoch}`, `${status || word.status} ${epoch}`]
    if (epoch <= word.epoch) this.violations.push({ promise: 'stale', what: `${pk} went from ${was} to ${is}` })
    if (status !== '' && !follows[word.status]?.includes(status))
      this.violations.push({ promise: 'bookkeeping', what: `${pk} went from ${was} to ${is}` })
    Object.assign(word, { epoch, ...(status !== '' && { status }), ...(status !== 'claimed' && { holder: undefined }) })
  }

  #held(lease: Item): void {
    const word = this.#words.get(`THREAD#${textOf(lease.threadId)}`)
    if (word) word.holder = textOf(lease.agentId)
  }
}

const statusIn = (update: Update | undefined): string => textOf(update?.ExpressionAttributeValues?.[':to_status'])
const speaks = (status: string): boolean => status === 'assistant' || status === 'closed'
const isSaidBy = ({ sk, author }: Item, kind: string): boolean =>
  textOf(sk).startsWith('MSG#') && textOf(author?.M?.kind) === kind
const isAnswer = (item: Item): boolean => isSaidBy(item, 'assistant') || textOf(item.sk).startsWith('HANDOFF#')
