import type { LanguageSayings } from '../sayings.ts'

/** English, third part: charges that a customer will not have. */
export const enBilling: LanguageSayings = {
  'billing-dispute': {
    sets: {
      charge:
        'charge/charges/payment/payments/transaction/transactions/debit/debits/withdrawal/withdrawals/purchase/purchases/fee/fees/bill/bills/invoice/deduction/deductions/subscription/order | direct debit/deposit/withdrawal | entry on my? statement',
      money: 'cash/money/amount/sum/funds/pounds/dollars/euros/#',
      deny: 'dont/didnt/havent/hadnt/not/never/cant/cannot/nor',
      recognize:
        'recogni*/authori*/remember/recall/identify/know/approve/approved/consent/agree/request/requested/initiate/understand/submitted/submit/set',
      make: 'make/made/do/did/done/order/ordered/buy/bought/use/used/place/placed/purchase/sign/receive/go/come/came/own/want/ask',
      twice:
        'twice/double/doubly/thrice/again/repeatedly/duplicate | two/three/2/3/multiple/several/many times | more than once',
      took: 'charged/billed/debited/invoiced/deducted/overbilled',
    },
    sure: `
      <took>/paid/payed/taken/took/charging/charge ..5 <twice>
      double/duplicate/duplicated/repeated/second/doubled card/direct? charge/charged/charges/payment/payments/transaction/transactions/debit/debits/deduction
      double/second bill/billing/billed/invoice
      billed/invoiced double
      two/2/three/multiple/several/many of? the? identical/same/exact/equal charge/charges/payments/payment/transactions/debits/deductions
      <charge> .. <twice>
      <charge> .. duplicated/doubled
      i/we/just? really? <deny> ..2 <recognize> ..5 <charge>
      <charge> ..5 <deny> ..2 <recognize>
      i/we dont/didnt/havent/hadnt/not/never ..2 make/made/do/did/authori*/set ..2 <charge>
      <charge> ..5 i/we ..2 <deny> ..2 <make>
      <charge> ..4 isnt/wasnt/arent/not mine/me/my/ours/responsible
      <charge> ..4 shouldnt/should not? be
      unauthori*/fraudulent/unknown/unfamiliar/suspicious/mysterious/mystery/unrecogni*/strange/weird/unexplained/unexpected/bogus/false/incorrect/wrong/erroneous/illegitimate/unusual ..2 <charge>
      <charge> ..3 unauthori*/fraudulent/unfamiliar/suspicious/unrecogni*/incorrect/wrong/erroneous
      disput*/contest/contesting/challenge ..3 <charge>
      query/querying a/an/this/the/my ..1 <charge>
      <charge> ..2 dispute
      overcharg*
      <took>/charging/charge me? to? much/more/extra/wrong/wrongly/incorrectly/higher
      <took> ..2 wrong/incorrect/different ..1 amount/price/card/account
      <took>/charging ..2 for ..5 <deny> ..2 <make>/cancel*/return*
      <took>/charging/paid ..4 after/although/though/despite/without/since ..4 cancel*/returned/refunded/permission/consent/knowledge/approval/authori*
      still/keep/keeps/kept/getting being? <took>/charging me?
      wrong/incorrect/partial/different/short/less/smaller/larger/lower/higher/fewer/more amount? of? <money> ..5 received/gave/given/got/get/dispensed/withdrew/came/withdrawn/distributed/charged/than/from
      received/gave/given/got/get/getting/dispensed/withdrew/came/distributed/giving/give/dispense ..4 wrong/incorrect/partial/different/less/full/correct/right/enough/more/fewer/extra/exact/all/much amount/of/the? <money>/what/than
      less/more/fewer <money> than
      <deny> ..2 get/receive/give/gave/dispense ..2 all/full/enough/correct/right/much ..2 <money>/amount
      only gave/got/received/get/dispensed/gives/giving/came/had me/out/a? #/half/part
      gave/got/received/get/dispensed/give me? only/just #
      # instead of #
      # came/came/got/received/dispensed/gave only out?
      asked/requested/wanted/withdrew/withdraw/tried ..3 # ..5 got/gave/received/get/came/only/dispensed/dispense
      money/amount/funds/cash ..3 missing/disappeared/vanished/stolen
      money/amount/funds/cash/# ..3 taken/withdrawn/debited/deducted/stolen ..1 from/out/without
      took/taken/stole/stealing/stolen/withdrew/withdrawn ..3 money ..2 from/out/without
      # taken/deducted/withdrawn/debited/missing from/without
      refund/refunded ..3 wrong/less/partial/short/incorrect
      dont/didnt/never owe
      bill/invoice/statement/billing is/are/was/looks/seems/has/shows ..2 wrong/incorrect/error/errors/mistake/mistakes/inaccurate
      mistake/error/errors/discrepancy in/on/with my/the/your? bill/invoice/statement/billing
    `,
    likely: `
      why was/were/am/are/did/have/is/do/has i/you/it/we/my ..2 <took>/charge/charging
      what is/was/are/whats this/these/that/those ..2 charge/charges/debit/debits on/from/for/in
      extra/additional/hidden/unexplained #? charge/charges/fee/fees/# ..3 statement/bill/invoice/account/card
      <took> ..1 extra
    `,
    except: `
      dont/not/cant know/understand how
      how much/many ..4 charge/charged
      will/would/if/do/does/when i/you/it/we be/get? charge/charged
    `,
    negators: 'wasnt werent',
  },
}
