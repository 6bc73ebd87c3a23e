import type { FullReport } from '../full-report.ts'
import { duration, percent, whole, work } from '../wording.ts'
import { causesSection, othersSection } from './causes.ts'
import { changesSection, endsSection, staffingSection, volumesSection, waitsSection, workSection } from './figures.ts'
import { escaped, section } from './markup.ts'
import { shadowSection } from './shadow.ts'
import { style } from './style.ts'

const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** A week's id as it is; of a span of days the first, and the one after the last. */
const spanName = (id: string): string => id.replace('--', ' to ')

const tile = (value: string, name: string, before: string): string =>
  `<div class="tile"><b>${escaped(value)}</b><span>${escaped(name)}</span><span>${escaped(before)}</span></div>`

const tiles = ({ figures, before, endedAlone, work: { now }, waits }: FullReport): string => {
  const { toReply, before: withAssistant } = waits.now.overall
  const then = waits.before.overall
  const reply = (seconds: number | undefined) => (seconds === undefined ? '–' : duration(seconds))
  return `<div class="tiles">${[
    tile(whole(figures.handoffs), 'handoffs', `${whole(before.figures.handoffs)} before`),
    ...(endedAlone === undefined
      ? []
      : [
          tile(
            percent(figures.conversations / Math.max(1, figures.conversations + endedAlone)),
            'of conversations went to a person',
            `${whole(endedAlone)} did not`,
          ),
        ]),
    tile(
      whole(figures.kinds.failure ?? 0),
      'because something failed',
      `${whole(before.figures.kinds.failure ?? 0)} before`,
    ),
    tile(
      reply(toReply.medianSeconds),
      'median wait for a person’s answer',
      `${reply(then.toReply.medianSeconds)} before`,
    ),
    tile(
      reply(withAssistant.medianSeconds),
      'median time with the assistant',
      `${reply(then.before.medianSeconds)} before`,
    ),
    tile(
      work(now.movedSeconds),
      'work moved to people',
      now.removedSeconds === undefined ? '' : `about ${work(now.removedSeconds)} removed`,
    ),
  ].join('')}</div>`
}

const alarm = ({ longerAfterThanBefore }: FullReport): string =>
  longerAfterThanBefore
    ? '<p class="alarm"><strong>Longer after than before:</strong> customers now wait longer for a person than they wrote with the assistant first.</p>'
    : ''

const leftOut = ({ turnsLeftOut }: FullReport): string =>
  turnsLeftOut
    ? `<p class="alarm"><strong>Handoffs alone:</strong> the assistant’s turns were too many to be read in the time that this report has; it stopped after ${whole(turnsLeftOut.conversationsRead)} conversations, and counts none of them. Left out: the share that went to a person, work removed, triggers in shadow, and how often a cause was answered all the same.</p>`
    : ''

const meanings: readonly (readonly [string, string])[] = [
  [
    'Cause',
    'Failure handoffs whose questions are alike in words, concepts, nearest article and topic; at least 5 handoffs of at least 4 conversations, and one in two hundred of all failures in which something was asked. Questions about one thing of its own (a word that nearly all of them hold, and hardly any other) are one cause. Named by the most central question. Ranked by handoffs times their median handle time.',
  ],
  [
    'Content gap',
    'At least half of the questions for which articles were looked up found none, one under the floor, or one that did not answer; and most do not ask about the customer’s own things.',
  ],
  [
    'Missing integration',
    'At least half ask about the customer’s own things (an order, an invoice, where something is), or tools failed in 3 of 10: no article can know these.',
  ],
  [
    'An article answers it',
    'The nearest article was sure enough, or 4 of 5 customers who asked the same were answered.',
  ],
  ['Closed as spam', 'Whoever took them closed at least half as spam: no cause.'],
  [
    'More than chance',
    'Counts by Poisson, shares by two pooled proportions, times by ranks (Mann and Whitney), each at least 3.5 standard deviations apart: by chance alone 1 in 2,000.',
  ],
  [
    'Missing people',
    'Hours of one weekday whose median wait is at least twice the team’s in its other hours and a minute longer, in two thirds of at least three weeks, and by chance under 1 in 100 for the whole week of the team. Customers who came while the team was closed are left out. “The line from before opening”: 3 of 10 taken then had come while it was closed.',
  ],
  [
    'Waits',
    'With the assistant: first message to handoff. Until taken: handoff to first claim. Until answered: handoff to the first human answer. 0 s with the assistant: handed off at the first message. Medians and percentiles are times that somebody really waited; for “longer after than before” those who wait still count with what they have waited so far.',
  ],
  [
    'Work moved',
    'First claim to end, summed over handoffs that ended in either way: what people did that the assistant had been asked.',
  ],
  [
    'Work removed',
    'An estimate: conversations that the assistant ended alone, times the median handle time of handoffs of the same topic (of all, where fewer than five were handled).',
  ],
  [
    'In shadow',
    'A trigger that is judged and does not act. What it would have done is held to what happened from the beginning of a conversation, or a return, to the next handoff or the end: new where nobody was handed off, earlier by so many turns of the assistant’s, or the same turn. Where the new ones would have gone: by the present rules, times the team’s median handle time (of all, where it handled fewer than five).',
  ],
  ['Taken per agent and hour', 'Claims in an hour, by agents who took, first answered or ended a conversation in it.'],
]

const meaningsSection = (): string =>
  section(
    'What the figures mean',
    `<dl>${meanings.map(([name, text]) => `<dt>${escaped(name)}</dt><dd>${escaped(text)}</dd>`).join('')}</dl>`,
  )

/** One file with everything in it: no script, nothing fetched. */
export const reportPage = (report: FullReport, company: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(company)}: handoffs in ${escaped(report.week)}</title><style>${style}</style></head>
<body><main><h1>Where automation ended, ${escaped(spanName(report.week))}</h1>
<p class="soft">${escaped(company)}, ${day(report.from)} to ${day(report.to - 1)}, beside ${escaped(spanName(report.before.week))}.</p>
${leftOut(report)}${alarm(report)}${tiles(report)}
${[causesSection(report.clusters), changesSection(report), staffingSection(report), volumesSection(report), waitsSection(report), workSection(report), endsSection(report), shadowSection(report), othersSection(report.clusters), meaningsSection()].join('\n')}
</main></body></html>
`
