import { phraseBook } from '../phrase-book.ts'

export const frustration = phraseBook({
  en: {
    sure: `
      fed up
      this/you is/are ridiculous/useless/unacceptable
      worst service/suport/company
    `,
    negators: 'not dont doesnt didnt never',
  },
})
