import { existsSync, readFileSync } from 'node:fs'
import { detectLanguage } from '../../thread/detect-language.ts'

/** Ordinary messages that no trigger hears: authored for the triggers, read here as texts and nothing else. */
const FOLDER = new URL('../../triggers/examples/', import.meta.url)
/** Chance words look like a language: one in twenty questions must. */
const LANGUAGE_SHARE = 0.05
/** Everybody is spoken to in English now and then; a company that is not English needs fewer such lines. */
const ENGLISH_SHARE = 0.25
const SLOT = /\{([^|{}]*)[^{}]*\}/g

const linesOf = (language: string): readonly string[] => {
  const file = new URL(`${language}/none.txt`, FOLDER)
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('- '))
    .map((line) => line.slice(2).replace(SLOT, '$1').replace(/\s+/g, ' ').trim())
}

const languagesOf = (questions: readonly string[]): readonly string[] => {
  const found = Map.groupBy(questions, (question) => detectLanguage(question) ?? 'en')
  return [...found]
    .filter(([, { length }]) => length >= questions.length * LANGUAGE_SHARE)
    .map(([language]) => language)
}

/** What people write to anybody, in the languages of a company's own questions: far outside what it knows. */
export const ordinaryLines = (questions: readonly string[]): readonly string[] => {
  const languages = new Set(languagesOf(questions))
  if (languages.has('hi')) languages.add('hi-Latn')
  const english = linesOf('en')
  const kept = languages.has('en') ? english : english.filter((_, at) => at % (1 / ENGLISH_SHARE) === 0)
  return [
    ...kept,
    ...[...languages]
      .filter((language) => language !== 'en')
      .sort()
      .flatMap(linesOf),
  ]
}
