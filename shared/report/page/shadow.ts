import type { Counts } from '../figures/counts.ts'
import type { ShadowFigures } from '../figures/shadow.ts'
import type { ShadowSample } from '../figures/shadow-samples.ts'
import type { FullReport } from '../full-report.ts'
import { duration, whole, work } from '../wording.ts'
import { escaped, paragraph, said, section, table } from './markup.ts'

const columns = [
  { title: 'trigger', words: true },
  { title: 'would have acted' },
  { title: 'new handoffs' },
  { title: 'earlier' },
  { title: 'the same' },
  { title: 'before: new' },
]

/** "12 one turn earlier, 3 two". */
export const turnsEarlierText = (turnsEarlier: Counts): string =>
  Object.entries(turnsEarlier)
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .map(([turns, count]) => `${whole(count)} by ${turns} ${turns === '1' ? 'turn' : 'turns'}`)
    .join(', ')

const becameOf = ({ turnsEarlier }: ShadowSample): string => {
  if (turnsEarlier === undefined) return 'nobody was handed off'
  if (turnsEarlier === 0) return 'handed off at the same turn'
  return `handed off ${turnsEarlier} ${turnsEarlier === 1 ? 'turn' : 'turns'} later`
}

const sampleLine = (sample: ShadowSample): string => {
  const { text, matched, score, threshold } = sample
  const evidence = matched === undefined ? `${score} of ${threshold}` : `“${said(matched)}”`
  return `<li>${said(text)} <span class="soft">(${evidence}; ${becameOf(sample)})</span></li>`
}

const loadText = ({ load }: ShadowFigures): string =>
  load
    .map(
      ({ team, handoffs, medianSeconds, seconds }) =>
        `${whole(handoffs)} more for team ${team}, ${duration(medianSeconds)} each, about ${work(seconds)}`,
    )
    .join('; ')

const triggerOf = (one: ShadowFigures): string => {
  if (one.now.fired === 0) return ''
  const earlier = turnsEarlierText(one.turnsEarlier)
  return `<div class="cause"><h3>${escaped(one.trigger)}</h3>
${one.load.length > 0 ? paragraph(`${loadText(one)}.`) : paragraph('No team would have had more to do.')}
${earlier === '' ? '' : paragraph(`Handed off earlier: ${earlier}.`)}
<ul>${one.samples.map(sampleLine).join('')}</ul></div>`
}

/** What triggers that do not act yet would have done; nothing where there are none. */
export const shadowSection = ({ shadow = [] }: FullReport): string =>
  shadow.length === 0
    ? ''
    : section(
        'In shadow: what these triggers would have done',
        table(
          columns,
          shadow.map(({ trigger, now, before }) => [
            escaped(trigger),
            ...[now.fired, now.added, now.earlier, now.same, before.added].map(whole),
          ]),
        ),
        ...shadow.map(triggerOf),
      )
