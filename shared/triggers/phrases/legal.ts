import { phraseBook } from '../phrase-book.ts'

export const legal = phraseBook({
  en: {
    sure: `
      my lawyer/lawyers/attorney/solicitor
      gdpr
      legal action
    `,
    negators: 'not dont doesnt didnt never',
  },
})
