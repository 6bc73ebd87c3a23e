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

test('a greeting is no part of a name, nor what makes two questions alike', () => {
  const greeted = asking(['Good morning, which rope holds a hammock best?'], 6)
  const other = asking(['Good morning, is the owl a tawny one?'], 6)

  const { causes } = clusterFailures({ cases: [...greeted, ...other], from: 0 })

  expect(causes.map(({ name }) => name).sort()).toEqual(['is the owl a tawny one?', 'which rope holds a hammock best?'])
})

test('what words of several languages have in common makes one cause of them; beginnings of other words do not', () => {
  const engraved = [
    ...asking(['Which letters can you engrave?', 'Is engraving done by hand?'], 5),
    ...asking(['Was kostet eine Gravur?', 'Wie lange hält die Gravur?'], 5, { language: 'de' }),
    ...asking(['La gravure est-elle profonde ?'], 5, { language: 'fr' }),
  ]

  const { causes } = clusterFailures({ cases: [...engraved, ...asking(hammocks, 5)], from: 0 })

  expect(causes.map(({ handoffs }) => handoffs)).toEqual([25, 15])
})

test('whoever asks for a person makes no cause of two whose words begin alike', () => {
  const personal = asking(['Do you sell personal candles?'], 6)
  const person = asking(['A person would be quicker'], 6, { trigger: 'asked-for-human' })

  const { causes, others } = clusterFailures({ cases: [...personal, ...person], from: 0 })

  expect([...causes, ...others].map(({ handoffs }) => handoffs)).toEqual([6, 6])
})

test('invoices and parcels are two matters, though all who ask of either name their order', () => {
  const english = [
    'I need the invoice of order 48213 as a PDF',
    'Please send me the invoice for order 48213',
    'I need a copy of my invoice for 48213 for my tax return',
    'My order 48213 should have been here yesterday, where is it?',
    'When does my order 48213 arrive?',
    'Has order 48213 been sent yet?',
    'Where is my parcel with order 48213?',
  ]
  const german = [
    'Ich brauche die Rechnung für Bestellung 48213 als PDF',
    'Bitte schicken Sie mir die Rechnung zur Bestellung 48213',
    'Wann kommt meine Bestellung 48213 an?',
    'Ist die Bestellung 48213 schon verschickt?',
    'Meine Bestellung 48213 sollte gestern kommen, wo bleibt sie?',
  ]
  const own = [...asking(english, 10), ...asking(german, 6, { language: 'de' })]

  const { causes } = clusterFailures({ cases: [...own, ...asking(hammocks, 20)], from: 0 })

  const aboutInvoices = causes.map(({ samples }) => samples.map(({ text }) => /invoice|Rechnung/.test(text)))
  expect(aboutInvoices.filter((some) => new Set(some).size > 1)).toEqual([])
  expect(causes.length).toBeLessThan(english.length + german.length)
})

test('when my order arrives is another matter than when orders do', () => {
  const mine = asking(['When does my order 48213 arrive?', 'When will my order 48213 arrive, please?'], 6)
  const general = asking(['When do orders arrive?', 'On which days do orders arrive?'], 5)

  const { causes } = clusterFailures({ cases: [...mine, ...general], from: 0 })

  expect(causes.map(({ verdict, handoffs }) => [verdict, handoffs])).toEqual([
    ['missing-integration', 12],
    ['content-gap', 10],
  ])
})

test('a common thing beside much else makes no matter of two languages', () => {
  const english = asking(['Which font and how many letters can you engrave on furniture?'], 6)
  const german = asking(['Zwanzig Möbel am Wochenende für Hochzeiten ausleihen?'], 5, { language: 'de' })
  const others = [
    'Is furniture from you oak or beech?',
    'Does furniture creak in winter?',
    'May furniture stand in sunlight?',
  ]
  const weitere = ['Knarren Möbel im Winter?', 'Dürfen Möbel in der Sonne stehen?', 'Sind Möbel von euch aus Eiche?']
  const questions = asking([...others, ...weitere], 30).map((one) => ({ ...one, id: one.handoffId }))
  const cases = [...english, ...german, ...asking(others, 8), ...asking(weitere, 8, { language: 'de' })]

  const { causes, others: covered } = clusterFailures({ cases, from: 0, answered: { questions, each: 1 } })

  const languages = [...causes, ...covered].filter(({ samples }) =>
    samples.some(({ text }) => /engrave|ausleihen/.test(text)),
  )
  expect(languages.map((one) => Object.keys(one.languages))).toEqual([['en'], ['de']])
})
