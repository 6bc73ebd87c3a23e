import { createRequire } from 'node:module'
import { evaluationNames } from '#infra/triggers/names.ts'
import type { Entry } from '#shared/knowledge/entries/entry.ts'
import type { ExampleLine } from '#shared/triggers/training/example-lines.ts'
import { expand } from '#shared/words/training/expand.ts'
import { seededRandom } from '#shared/words/training/random.ts'
import type { Gold } from '../gold.ts'
import type { Outcome } from '../measure.ts'

interface Classification {
  readonly intent: string
  readonly score: number
}

interface Nlp {
  addLanguage(locale: string): void
  addDocument(locale: string, utterance: string, intent: string): void
  train(): Promise<void>
  process(locale: string, utterance: string): Promise<{ readonly classifications: readonly Classification[] }>
}

interface Container {
  use(plugin: unknown): void
}

interface Basic {
  readonly Nlp: new (settings: object) => Nlp
  containerBootstrap(settings: object, loadsEnvironment: boolean): Container
}

// It is written in CommonJS, without types.
const require = createRequire(import.meta.url)
const { Nlp, containerBootstrap }: Basic = require('@nlpjs/basic')
const { LangAll }: { readonly LangAll: unknown } = require('@nlpjs/lang-all')

/** None of its own settings is changed, but that it keeps no file and prints no epochs. A container each: its usual start shares one. */
const startNlp = (language: string): Nlp => {
  const container = containerBootstrap({}, false)
  container.use(LangAll)
  const nlp = new Nlp({ container, autoSave: false, autoLoad: false, nlu: { log: false } })
  nlp.addLanguage(language)
  return nlp
}

/** What it calls a text that fits nothing. */
const NONE = 'None'
/** Its own threshold: a weaker best intent becomes None. */
const THRESHOLD = 0.5
/** Sentences drawn from a line with slots: more make its training minutes longer and nothing better. */
const DRAWN = 2
const SEED = 20261122

export interface Rival {
  readonly name: string
  readonly setup: string
  /** Undefined for a trigger that it has no means for, or a language it was not taught. */
  readonly judge: (gold: Gold) => Promise<Outcome | undefined>
}

export interface RivalSources {
  readonly lines: readonly ExampleLine[]
  readonly languages: readonly string[]
  readonly scopes: Readonly<Record<string, readonly Entry[]>>
  readonly onProgress: (line: string) => void
}

/** NLP.js, one network a language taught on the same authored examples, and one a scope taught on its entries. */
export const trainNlpJs = async ({ lines, languages, scopes, onProgress }: RivalSources): Promise<Rival> => {
  const spoken = new Map<string, Nlp>()
  for (const language of languages) {
    const documents = documentsIn(lines.filter((line) => line.language === language))
    spoken.set(language, await taught(language, documents, onProgress))
  }
  const scoped = new Map<string, Nlp>()
  for (const [scope, entries] of Object.entries(scopes)) {
    const documents = entries.flatMap(({ entry, examples }) => examples.map((text) => ({ text, intent: entry })))
    scoped.set(scope, await taught('en', documents, onProgress))
  }
  return {
    name: 'NLP.js',
    setup: `@nlpjs/basic 4.27, as it comes: a network a language (${languages.join(', ')}), an intent a trigger and None for the rest, taught on the same authored lines; a network a scope for knowledge; fires from its own threshold ${THRESHOLD}`,
    judge: async (gold) => {
      const { scope } = gold.row
      const nlp = scope === undefined ? spoken.get(gold.lang) : scoped.get(scope)
      if (nlp === undefined || gold.trigger === evaluationNames['repeated-question']) return undefined
      const { classifications } = await nlp.process(scope === undefined ? gold.lang : 'en', gold.row.turns.at(-1) ?? '')
      const score = scope === undefined ? scoreOf(classifications, gold.trigger) : 1 - surest(classifications)
      return { holds: gold.label, fired: scope === undefined ? score >= THRESHOLD : score > 1 - THRESHOLD, score }
    },
  }
}

interface Document {
  readonly text: string
  readonly intent: string
}

const documentsIn = (lines: readonly ExampleLine[]): readonly Document[] => {
  const random = seededRandom(SEED)
  return lines.flatMap(({ text, triggers }) => {
    const intents = triggers.length === 0 ? [NONE] : triggers
    return expand(text, DRAWN, random).flatMap((one) => intents.map((intent) => ({ text: one, intent })))
  })
}

const taught = async (
  language: string,
  documents: readonly Document[],
  onProgress: RivalSources['onProgress'],
): Promise<Nlp> => {
  const nlp = startNlp(language)
  for (const { text, intent } of documents) nlp.addDocument(language, text, intent)
  const from = performance.now()
  await nlp.train()
  const seconds = ((performance.now() - from) / 1000).toFixed(1)
  onProgress(`NLP.js: ${documents.length} sentences in ${language} learnt in ${seconds} s`)
  return nlp
}

const scoreOf = (classifications: readonly Classification[], trigger: string): number =>
  classifications.find(({ intent }) => evaluationNames[intent] === trigger)?.score ?? 0

const surest = (classifications: readonly Classification[]): number =>
  Math.max(0, ...classifications.filter(({ intent }) => intent !== NONE).map(({ score }) => score))
