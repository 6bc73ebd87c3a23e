import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { neverMind } from '#shared/triggers/never-mind.ts'

/** By language, what is written as the answer to a notice: `+` needs nobody any more, `-` waits. */
const lines = readFileSync(new URL('./lines.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => /^[+-] /.test(line))
  .map((line) => ({ text: line.slice(2), leaves: line.startsWith('+') }))
const languages = readFileSync(new URL('./lines.txt', import.meta.url), 'utf8').match(/^\[\w+\]$/gm) ?? []

/** As the turn takes it, where the last word was ours. */
const hears = (text: string): boolean => neverMind(text) === 'plain' || neverMind(text) === 'bare'

test('of more than three hundred lines in eighteen languages nobody is let go who waits', () => {
  const letGo = lines.filter(({ text }) => hears(text))
  const missed = lines.filter(({ text, leaves }) => leaves && !hears(text)).map(({ text }) => text)
  const leaving = lines.filter(({ leaves }) => leaves)

  const recall = (leaving.length - missed.length) / leaving.length
  console.log(
    `${lines.length} lines: ${letGo.length} let go, recall ${recall.toFixed(3)}, missed ${missed.join(' / ')}`,
  )
  expect(letGo.filter(({ leaves }) => !leaves)).toEqual([])
  expect(recall).toBeGreaterThanOrEqual(0.9)
  expect([lines.length >= 300, languages.length]).toEqual([true, 18])
})
