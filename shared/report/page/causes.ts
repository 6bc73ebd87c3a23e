import type { Cluster, Clusters } from '../clusters/cluster.ts'
import { duration, percent, whole, work } from '../wording.ts'
import { escaped, paragraph, said, section, table } from './markup.ts'

const shownCauses = 12
const shownOthers = 8

const verdicts: Readonly<Record<Cluster['verdict'], string>> = {
  'content-gap': 'content gap',
  'missing-integration': 'missing integration',
  covered: 'an article answers it',
  unclear: 'nothing was looked up',
  spam: 'closed as spam',
}

const trend = ({ before }: Cluster): string => (before === 0 ? 'new' : `${whole(before)} the time before`)

/** What the verdict stands on. */
export const evidenceText = ({ evidence }: Cluster): string => {
  const { ownThings, toolsFailed, unanswered, lookedUp, failedOfAsked } = evidence
  return [
    `${percent(ownThings)} ask about their own things`,
    ...(toolsFailed > 0 ? [`tools failed in ${percent(toolsFailed)}`] : []),
    ...(lookedUp > 0 ? [`the articles did not answer ${percent(unanswered)}`] : ['nothing was looked up']),
    ...(failedOfAsked === undefined ? [] : [`${percent(failedOfAsked)} of all who asked it went to a person`]),
  ].join('; ')
}

/** A figure stays beside its unit. */
const unbroken = (text: string): string => text.replace(/(?<=\d) (?=%)/g, '&nbsp;')

const articlesLine = ({ articles }: Cluster): string =>
  articles.length === 0
    ? 'No article was near.'
    : `Nearest: ${articles.map(({ title, confidence }) => `${said(title)} (${percent(confidence)})`).join(', ')}.`

const causeOf = (cluster: Cluster, at: number): string => {
  const { name, verdict, handoffs, share, handleSeconds, workSeconds, samples } = cluster
  const cost = handleSeconds === undefined ? '' : `, ${duration(handleSeconds)} each, ${work(workSeconds)} in all`
  return `<div class="cause"><h3>${at + 1}. “${said(name)}”</h3>
<p><span class="mark ${verdict}">${verdicts[verdict]}</span> ${whole(handoffs)} handoffs (${percent(share)})${escaped(cost)}; ${escaped(trend(cluster))}.</p>
<ul>${samples.map(({ text }) => `<li>${said(text)}</li>`).join('')}</ul>
<p class="soft">${unbroken(articlesLine(cluster))} ${unbroken(escaped(evidenceText(cluster)))}.</p></div>`
}

export const causesSection = ({ causes, scattered, unasked }: Clusters): string =>
  section(
    'What customers asked that only people could answer',
    causes.length === 0
      ? paragraph('No cause stands out: what failed was asked by too few, or answered by an article.')
      : '',
    ...causes.slice(0, shownCauses).map(causeOf),
    causes.length > shownCauses
      ? paragraph(`And ${causes.length - shownCauses} smaller ones, in the table.`, 'soft')
      : '',
    paragraph(
      `${whole(scattered)} failures were about matters that too few others asked about, and in ${whole(unasked)} nothing was asked but for a person. They are no causes.`,
      'soft',
    ),
  )

export const othersSection = ({ others }: Clusters): string =>
  others.length === 0
    ? ''
    : section(
        'Handed off although it could be answered',
        table(
          [{ title: 'asked', words: true }, { title: 'handoffs' }, { title: 'before' }, { title: 'why', words: true }],
          others
            .slice(0, shownOthers)
            .map((one) => [said(one.name), whole(one.handoffs), whole(one.before), escaped(verdicts[one.verdict])]),
        ),
      )
