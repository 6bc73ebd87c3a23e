import { computed, signal } from '@preact/signals'
import { de } from './de.ts'
import { en, type Words } from './en.ts'

const spoken: Readonly<Record<Language, Words>> = { en, de }
export const languages = { en: 'English', de: 'Deutsch' } as const
export type Language = keyof typeof languages

export const isLanguage = (value: unknown): value is Language =>
  typeof value === 'string' && Object.hasOwn(languages, value)

/** The first that a browser asks for and the console speaks. */
export const preferred = (asked: readonly string[]): Language =>
  asked.map((tag) => tag.split('-')[0]?.toLowerCase()).find(isLanguage) ?? 'en'

export const language = signal<Language>('en')
/** What is said now; reading it in a component renders that again when the language changes. */
export const words = computed<Words>(() => spoken[language.value])
