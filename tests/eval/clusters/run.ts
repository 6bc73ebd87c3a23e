import { clusterFailures } from '#shared/report/clusters/cluster.ts'
import { readQuestions } from '#tests/eval/knowledge/questions.ts'
import { caseOf, type Labelled, measure, readAsked } from './measure.ts'

const percent = (share: number): string => `${(share * 100).toFixed(1).padStart(5)} %`

const tell = (name: string, labelled: readonly Labelled[], byWord = false): void => {
  const { questions, groups, purity, recall, recallAcross } = measure(labelled, byWord)
  console.log(
    `${name.padEnd(34)} ${String(questions).padStart(6)} questions ${String(groups).padStart(5)} groups` +
      `   purity ${percent(purity)}   recall ${percent(recall)}, across languages ${percent(recallAcross)}`,
  )
}

const articles: readonly Labelled[] = (['fit', 'held-out'] as const).flatMap((name) =>
  readQuestions(name).map(({ language, text, answeredBy }) => ({
    matter: answeredBy[0] ?? '-',
    language,
    asked: text,
  })),
)

/** Every question in many hands: another ending, another number. */
const many = (count: number): readonly Labelled[] => {
  const all = [...readAsked(), ...articles]
  const endings = ['please', 'asap', 'thanks a lot', 'order 12345', 'gracias', 'danke', 'merci']
  return Array.from({ length: count }, (_, at) => {
    const one = all[(at * 7_919) % all.length] as Labelled
    return { ...one, asked: `${one.asked} ${endings[at % endings.length]} x${(at % 3_571).toString(36)}x` }
  })
}

tell('authored, hard, 6 languages', readAsked())
tell('  joined by a word of their own', readAsked(), true)
tell('the sample company, by article', articles)
tell('  joined by a word of their own', articles, true)
const cases = many(50_000).map((one, at) => caseOf(one, at))
const started = process.cpuUsage()
const { causes, others } = clusterFailures({ cases, from: 0 })
const seconds = (process.cpuUsage(started).user / 1e6).toFixed(1)
console.log(
  `50,000 failures: ${causes.length + others.length} clusters in ${seconds} s of a processor, ${Math.round(process.memoryUsage().rss / 1_048_576)} MB`,
)
