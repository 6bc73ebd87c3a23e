import { computed, signal } from '@preact/signals'
import { de } from './de.ts'
import { en, type Words } from './en.ts'

const spoken: Readonly<Record<Language, Words>> = { en, de }
export const languages = { en: 'English', de: 'Deutsch' } as const
export type Language = keyof typeof languages

export const isLanguage = (value: unknown): value is Language =>
  typeof value === 'string' && Object.hasOwn(languages, value)

const baseOf = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? ''

/** The first that a browser asks for and the console speaks. */
export const preferred = (asked: readonly string[]): Language => asked.map(baseOf).find(isLanguage) ?? 'en'

/** The language with the region that the browser asks for: whether it is 10:42 or 10:42 AM is the region's to say. */
export const regional = (spoken: Language, asked: readonly string[]): string =>
  asked.find((tag) => baseOf(tag) === spoken) ?? spoken

export const language = signal<Language>('en')
/** As the browser asks for them, the dearest first. */
export const asked = signal<readonly string[]>([])
/** How times and figures are written now. */
export const locale = computed(() => regional(language.value, asked.value))
/** What is said now; reading it in a component renders that again when the language changes. */
export const words = computed<Words>(() => spoken[language.value])
