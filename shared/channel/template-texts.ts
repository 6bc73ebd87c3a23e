import { splitText } from './split-text.ts'

/** A template's body holds 1,024 characters, its own words among them. */
const limit = 800

/** What a template's one variable holds at a time: it takes no line breaks, tabs or rows of spaces. */
export const templateTexts = (text: string): readonly string[] => splitText(text.replace(/\s+/g, ' ').trim(), limit)
