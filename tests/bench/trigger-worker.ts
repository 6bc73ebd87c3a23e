import { readFileSync } from 'node:fs'
import type { TriggerConfig } from '#shared/config/config.ts'

export interface TriggerWork {
  readonly config: TriggerConfig
  readonly messages: readonly string[]
  readonly letters: readonly string[]
}

export interface TriggerLoad {
  readonly importMs: number
  readonly weightsMs: number
  readonly phrasesMs: number
  /** From the beginning of the import to the first message that may be judged. */
  readonly readyMs: number
  readonly firstMessageMs: number
}

const passes = 7
const beside = (name: string): Buffer => readFileSync(new URL(`./${name}`, import.meta.url))

const { config, messages, letters }: TriggerWork = JSON.parse(beside('work.json').toString())

const start = performance.now()
const engine: typeof import('./trigger-engine.ts') = await import('./trigger-engine.mjs' as string)
const imported = performance.now()
const listen = engine.listenWith(beside('triggers.bin'))
const weighed = performance.now()
const recognise = engine.openPhraseBook(JSON.parse(beside('phrases.json').toString()))
const repeats = engine.openRepeats(() => JSON.parse(beside('repeats.json').toString()))
const ready = performance.now()

const judge = (text: string): number => {
  const from = performance.now()
  engine.judgeMessage({ messages: [text], earlier: [] }, config, { listen, recognise, repeats })
  return performance.now() - from
}

const load = (): TriggerLoad => ({
  importMs: imported - start,
  weightsMs: weighed - imported,
  phrasesMs: ready - weighed,
  readyMs: ready - start,
  firstMessageMs: judge(messages[0] ?? ''),
})

/** The quickest of some passes over all texts: what other programs of the machine take is not theirs. */
const quickest = (texts: readonly string[]): readonly number[] => {
  const best = texts.map(() => Number.POSITIVE_INFINITY)
  for (let pass = 0; pass < passes; pass++)
    for (const [at, text] of texts.entries()) best[at] = Math.min(best[at] ?? 0, judge(text))
  return best
}

const figures = process.argv[2] === 'load' ? load() : { messages: quickest(messages), letters: quickest(letters) }
process.stdout.write(JSON.stringify(figures))
