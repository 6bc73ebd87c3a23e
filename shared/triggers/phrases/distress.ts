import { phraseBook } from '../phrase-book.ts'

export const distress = phraseBook({
  en: {
    sure: `
      kill myself
      want/going to die
      suicid*
    `,
    negators: 'not dont doesnt didnt never',
  },
})
