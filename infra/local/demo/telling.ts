import { styleText } from 'node:util'
import type { ClaimedHandoff, LineView } from './agent.ts'
import type { HeardBy } from './customer.ts'
import type { Author } from './customer-line.ts'

/** How the demo is told: one line per thing said or done, as a reader would want it. */
export interface Telling {
  scene(number: number, title: string, what: string): void
  said(name: string, text: string): void
  heard(message: HeardBy): void
  did(name: string, what: string): void
  briefed(name: string, claimed: ClaimedHandoff): void
  line(line: LineView): void
  fact(text: string): void
}

type Style = Parameters<typeof styleText>[0]

const names: Readonly<Record<Author, string>> = { assistant: 'Assistant', agent: 'Agent', system: 'Notice' }

const width = 100
const nameWidth = 11

const wrap = (text: string): string[] => {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(' ')) {
      if (line && line.length + word.length + 1 > width) {
        lines.push(line)
        line = word
      } else line = line ? `${line} ${word}` : word
    }
    lines.push(line)
  }
  return lines
}

const age = (seconds: number): string =>
  seconds < 120 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`

export const tellTo = (print: (line: string) => void, colours: boolean): Telling => {
  const paint = (style: Style, text: string) => (colours ? styleText(style, text, { validateStream: false }) : text)
  const spoken = (name: string, style: Style, text: string) => {
    const [first = '', ...rest] = wrap(text)
    print(`  ${paint(style, name.padEnd(nameWidth))} ${first}`)
    for (const line of rest) print(`  ${' '.repeat(nameWidth)} ${line}`)
  }
  const small = (text: string) => {
    for (const line of wrap(text)) print(`  ${' '.repeat(nameWidth)} ${paint('dim', line)}`)
  }
  const styles: Readonly<Record<Author, Style>> = { assistant: 'magenta', agent: 'green', system: 'yellow' }

  return {
    scene: (number, title, what) => {
      print('')
      print(paint('bold', `${number}. ${title}`))
      for (const line of wrap(what)) print(`   ${paint('dim', line)}`)
    },
    said: (name, text) => spoken(name, 'cyan', text),
    heard: ({ author, name, text }) => spoken(name ?? names[author], styles[author], text),
    did: (name, what) => spoken(name, 'green', what),
    briefed: (name, { handoff, transcript }) => {
      const { brief, reason, trigger, kind, startedAt } = handoff
      spoken(name, 'green', `claims the longest conversation, begun ${startedAt.slice(11, 19)}`)
      small(`reason    ${reason}   [${kind}: ${trigger}]`)
      small(`summary   ${brief.summary}`)
      const { customer } = brief
      small(`customer  ${[customer.name, customer.id, customer.tier].filter(Boolean).join(' · ')}`)
      for (const { what, value, by, at } of customer.verifications ?? [])
        small(`verified  ${what} ${value}: ${by}, ${at}`)
      for (const { what, value } of customer.claims ?? []) small(`claimed   ${what} ${value}: nobody verified it`)
      for (const { source, fetchedAt, why } of brief.records)
        small(`record    ${source}, ${fetchedAt}${why ? `: ${why}` : ''}`)
      const tried = brief.tried.map(({ action, title }) => `${action}: ${title}`)
      small(
        `tried     ${tried.length > 0 ? tried.join(' | ') : kind === 'topic' ? 'nothing: the topic was flagged at once' : 'nothing'}`,
      )
      small(`receipt   ${brief.receipt?.messages} messages stored, ${transcript.length} delivered`)
    },
    line: ({ team, waiting }) => {
      spoken('Line', 'blue', `${team}: ${waiting.length} waiting`)
      for (const { totalSeconds, reason } of waiting) small(`${age(totalSeconds).padStart(7)}  ${reason}`)
    },
    fact: (text) => small(text),
  }
}

const unsaid = (): void => {}

/** Tells nothing: for tests and benchmarks that play the same scenes. */
export const silentTelling: Telling = {
  scene: unsaid,
  said: unsaid,
  heard: unsaid,
  did: unsaid,
  briefed: unsaid,
  line: unsaid,
  fact: unsaid,
}
