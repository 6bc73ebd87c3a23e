import { phraseBook } from '../phrase-book.ts'

export const billingDispute = phraseBook({
  en: {
    sure: `
      charged/billed/debited/paid/payed .. twice/double/again/thrice
      dont/didnt/not/never recognise/recognize/authorise/authorize .. charge/payment/transaction/debit/withdrawal
      double charge/charged/billed/payment
    `,
    negators: 'not dont doesnt didnt never',
  },
})
