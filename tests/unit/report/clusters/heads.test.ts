import { expect, test } from 'vitest'
import type { Case } from '#shared/report/clusters/case.ts'
import { clusterFailures } from '#shared/report/clusters/cluster.ts'
import { caseOf } from '#tests/eval/clusters/measure.ts'

const asking = (questions: readonly string[], times: number, fields: Partial<Case> = {}): readonly Case[] =>
  questions.flatMap((asked, question) =>
    Array.from({ length: times }, (_, at) => {
      const id = `${asked} ${question} ${at}`
      return { ...caseOf({ matter: '', language: 'en', asked }, at), handoffId: id, conversationId: id, ...fields }
    }),
  )

const hammocks = ['Which rope holds a hammock best?', 'Will rain harm the hammock?', 'Who sews the hammock covers?']
const lanterns = ['Which candles suit the lantern?', 'Where was the lantern photographed?', 'Is the lantern bird safe?']

test('what has a word of its own is one cause, however it is worded', () => {
  const { causes } = clusterFailures({ cases: [...asking(hammocks, 6), ...asking(lanterns, 6)], from: 0 })

  expect(causes.map(({ handoffs }) => handoffs)).toEqual([18, 18])
})

test('a word that is asked and answered elsewhere joins nothing', () => {
  const questions = asking(['Does the hammock fit two?', 'Can I wash a hammock?'], 40).map((one) => ({
    ...one,
    id: one.handoffId,
  }))

  const causes = (each: number) =>
    clusterFailures({ cases: asking(hammocks, 6), from: 0, answered: { questions, each } }).causes.length

  expect([causes(0), causes(1)]).toEqual([1, 3])
})

test('orders are named whatever is asked of them: the word joins no two things that are one’s own', () => {
  const own = ['Where is my parcel for order 48213?', 'Please resend the engraving draft of my order 48213']

  const { causes } = clusterFailures({ cases: asking(own, 8), from: 0 })

  expect(causes.map(({ verdict, handoffs }) => [verdict, handoffs])).toEqual([
    ['missing-integration', 8],
    ['missing-integration', 8],
  ])
})

test('one in two hundred of what failed is a cause, fewer are none', () => {
  const many = asking(hammocks, 600)
  const named = (times: number) =>
    clusterFailures({ cases: [...many, ...asking(['Is the owl a tawny one?'], times)], from: 0 }).causes.length

  expect([named(8), named(11)]).toEqual([1, 2])
})

test('what people closed as spam is no cause; the same words, worked on, are one', () => {
  const verdicts = (spam: boolean) => {
    const { causes, others } = clusterFailures({
      cases: asking(['Best bonus for gamblers today'], 6, { spam }),
      from: 0,
    })
    return [...causes, ...others].map(({ verdict }) => verdict)
  }

  expect([verdicts(true), verdicts(false)]).toEqual([['spam'], ['content-gap']])
})

test('where hardly anything was looked up, nothing is said of the articles', () => {
  const [first, ...others] = asking(['Somebody ought to ring me about the garden party'], 6)
  const cases = [...(first ? [first] : []), ...others.map((one) => ({ ...one, trigger: 'asked-for-human' }))]

  expect(clusterFailures({ cases, from: 0 }).others.map(({ verdict }) => verdict)).toEqual(['unclear'])
})

test('an amount of money is no thing of one’s own', () => {
  const verdictOf = (asked: string) => clusterFailures({ cases: asking([asked], 6), from: 0 }).causes[0]?.verdict

  expect(verdictOf('Earn 5000 euros a week from home')).toBe('content-gap')
  expect(verdictOf('Look up number 5000 from last week')).toBe('missing-integration')
})

test('a name is the shortest of what comes to the same', () => {
  const cases = [...asking(['Which rope is it that holds a hammock best?'], 5), ...asking(hammocks.slice(0, 1), 1)]

  expect(clusterFailures({ cases, from: 0 }).causes[0]?.name).toBe(hammocks[0])
})
