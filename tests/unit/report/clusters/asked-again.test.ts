import { expect, test } from 'vitest'
import type { Case } from '#shared/report/clusters/case.ts'
import { clusterFailures } from '#shared/report/clusters/cluster.ts'
import { caseOf } from '#tests/eval/clusters/measure.ts'

const askedBy = (threadId: string, asked: string, at: number, fields: Partial<Case> = {}): Case => {
  const id = `${threadId}.${at}`
  return {
    ...caseOf({ matter: '', language: 'en', asked }, at),
    handoffId: id,
    conversationId: id,
    threadId,
    ...fields,
  }
}

const [hire, lend] = ['What does it cost to hire chairs?', 'Do you lend stools to theatres?']
const [paint, ship] = ['Which varnish suits an oak cabinet?', 'May the aquarium stand near a radiator?']

const apart = [hire, lend, paint, ship].flatMap((asked) =>
  Array.from({ length: 8 }, (_, at) => askedBy(`${asked} ${at}`, asked, at)),
)

/** Customers who asked of two things, one after the other. */
const again = (first: string, next: string, customers: number, fields: Partial<Case> = {}): readonly Case[] =>
  Array.from({ length: customers }, (_, at) => `${first} ${next} ${at}`).flatMap((customer) => [
    askedBy(customer, first, 1),
    askedBy(customer, next, 2, fields),
  ])

const sizes = (cases: readonly Case[]): readonly number[] =>
  clusterFailures({ cases, from: 0 }).causes.map(({ handoffs }) => handoffs)

test('what customers ask again in other words is one cause, without a word in common', () => {
  expect(sizes(apart)).toEqual([8, 8, 8, 8])
  expect(sizes([...apart, ...again(hire, lend, 3), ...again(paint, paint.toUpperCase(), 12)])).toEqual([32, 22, 8])
})

test('one customer who asked of two things joins nothing', () => {
  expect(sizes([...apart, ...again(hire, lend, 1), ...again(paint, paint.toUpperCase(), 12)])).toEqual([32, 9, 9, 8])
})

test('customers who come back with anything join nothing', () => {
  const everywhere = [hire, lend, paint, ship].flatMap((first) =>
    [hire, lend, paint, ship].flatMap((next) => (first === next ? [] : again(first, next, 2))),
  )

  expect(sizes([...apart, ...everywhere])).toEqual([20, 20, 20, 20])
})

test('a call for a person after a question says nothing of what was asked', () => {
  const asking = again(hire, lend, 3, { trigger: 'asked-for-human' })

  expect(sizes([...apart, ...asking, ...again(paint, paint.toUpperCase(), 12)])).toEqual([32, 11, 11, 8])
})

test('where most ask again of the same, those who went on to another thing join nothing', () => {
  const same = [hire, lend].flatMap((asked) => again(asked, asked.toUpperCase(), 20))

  expect(sizes([...apart, ...same, ...again(hire, lend, 6), ...again(paint, paint.toUpperCase(), 300)])).toEqual([
    608, 54, 54, 8,
  ])
})
