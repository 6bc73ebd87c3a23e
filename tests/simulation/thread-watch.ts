import type { TransactWriteItemsCommandInput } from '@aws-sdk/client-dynamodb'
import type { Violation } from './check.ts'
import { textOf } from './table/attribute.ts'

/** What happened on a thread, in the order in which it took effect, whatever any clock said. */
type Happening =
  | { readonly kind: 'customer'; readonly text: string; readonly id: string }
  | { readonly kind: 'assistant' | 'handed-off' | 'given-back' }

/**
 * Follows every thread write by write: while a person has it the assistant says nothing, and each message of a customer
 * ends in a reply, in a handoff, or with the person who has the thread.
 */
export class ThreadWatch {
  readonly violations: Violation[] = []
  readonly #threads = new Map<string, Happening[]>()
  readonly #withPeople = new Set<string>()

  wrote({ TransactItems = [] }: TransactWriteItemsCommandInput): void {
    for (const { Put, Update } of TransactItems) {
      const item = Put?.Item ?? Update?.Key ?? {}
      const [pk, sk] = [textOf(item.pk), textOf(item.sk)]
      const happened = (one: Happening) => this.#happened(pk, one)
      if (Put && sk.startsWith('HANDOFF#')) happened({ kind: 'handed-off' })
      if (Update && sk === '~STATE' && speaks(textOf(Update.ExpressionAttributeValues?.[':to_status'])))
        happened({ kind: 'given-back' })
      if (!Put || !sk.startsWith('MSG#')) continue
      const author = textOf(item.author?.M?.kind)
      if (author === 'customer') happened({ kind: author, text: textOf(item.text), id: sk })
      if (author === 'assistant') happened({ kind: author })
    }
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

  #happened(pk: string, one: Happening): void {
    const thread = this.#threads.get(pk) ?? []
    this.#threads.set(pk, thread)
    if (one.kind === 'assistant' && this.#withPeople.has(pk))
      this.violations.push({ promise: 'assistant-after-handoff', what: pk })
    if (one.kind === 'handed-off') this.#withPeople.add(pk)
    // A conversation that ends without ever having been with a person is given back by nobody.
    if (one.kind === 'given-back' && !this.#withPeople.delete(pk)) return
    thread.push(one)
  }
}

const speaks = (status: string): boolean => status === 'assistant' || status === 'closed'
