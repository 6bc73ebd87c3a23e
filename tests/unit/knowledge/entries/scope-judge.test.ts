import { describe, expect, test } from 'vitest'
import { compileEntries } from '#shared/knowledge/entries/compile-entries.ts'
import type { Entry } from '#shared/knowledge/entries/entry.ts'
import { entryJudge } from '#shared/knowledge/entries/entry-judge.ts'
import { scopeJudge } from '#shared/knowledge/entries/scope-judge.ts'

const entries: readonly Entry[] = [
  { entry: 'opening_hours', examples: ['when do you open', 'are you open on sunday', 'until when is the shop open'] },
  { entry: 'returns', examples: ['how do I return a lamp', 'can I send it back', 'where do I send a return'] },
  { entry: 'repairs', examples: ['do you repair old lamps', 'my lamp is broken, can you mend it', 'cost of a repair'] },
]
// Learnt once for all tests: it takes seconds.
const judge = scopeJudge(entries)

describe('a judge', () => {
  test('is sure of what is asked in other words or misspelt, and names the entry', () => {
    expect(judge('are you open on saturday?')).toMatchObject({ entry: 'opening_hours' })
    expect(judge('are you open on saturday?').confidence).toBeGreaterThan(0.5)
    expect(judge('where can i send my retrun')).toMatchObject({ entry: 'returns' })
  })

  test('is not sure of another world, nor of nothing', () => {
    expect(judge('what is the weather like in Oslo').confidence).toBeLessThan(0.3)
    expect(judge('').confidence).toBeLessThan(0.5)
    expect(judge('').unheard).toEqual([])
  })

  test('tells the words that no entry is known by', () => {
    expect(judge('do you repair zebras').unheard).toContain('zebras')
    expect(judge('do you repair zebras').unheard).not.toContain('repair')
  })

  test('outlives any text', () => {
    for (const text of ['\ud800', 'a'.repeat(100_000), '\0\0', '退款', '😀'.repeat(1_000)])
      expect(judge(text).confidence).toBeLessThanOrEqual(1)
  })
})

test('what synth wrote down judges the same, as the same entries are learnt to the same numbers', () => {
  const compiled = compileEntries(entries)
  const opened = entryJudge(JSON.parse(JSON.stringify(compiled)))

  expect(compiled.entries).toEqual(['opening_hours', 'returns', 'repairs'])
  for (const text of ['can I send it back', 'what is the weather', 'open?']) expect(opened(text)).toEqual(judge(text))
}, 60_000)
