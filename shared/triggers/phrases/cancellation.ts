import { phraseBook } from '../phrase-book.ts'

export const cancellation = phraseBook({
  en: {
    sure: `
      cancel*/terminate/close/delete my/the/this/our/an/a .. account/subscription/order/membership/contract/plan/purchase
      want/like/need to cancel
    `,
    negators: 'not dont doesnt didnt never',
  },
})
