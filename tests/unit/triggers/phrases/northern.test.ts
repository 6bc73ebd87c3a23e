import { describe, expect, test } from 'vitest'
import { judgeMessage } from '#shared/triggers/judge-message.ts'
import { ears } from '#tests/support/listen.ts'
import { saying, triggersWith } from '../judging.ts'

const firedBy = (message: string): readonly string[] =>
  judgeMessage(saying(message), triggersWith(), ears).certain.map(({ trigger }) => trigger)

describe('Swedish and Danish customers are heard', () => {
  test.each([
    ['ring mig tillbaka', 'asked-for-human'],
    ['kan I ringe mig op', 'asked-for-human'],
    ['ni har dragit beloppet två gånger', 'billing-dispute'],
    ['beløbet er trukket dobbelt', 'billing-dispute'],
    ['okänd betalning på kortet', 'billing-dispute'],
    ['säg upp mitt avtal', 'cancellation'],
    ['opsig mit medlemskab', 'cancellation'],
    ['slet min konto', 'cancellation'],
    ['jag vill inte ha kvar försäkringen', 'cancellation'],
    ['vi ses i tingsrätten', 'legal'],
    ['det er ulovligt', 'legal'],
    ['var är er integritetspolicy', 'legal'],
  ])('"%s": %s', (message, trigger) => {
    expect(firedBy(message)).toContain(trigger)
  })
})

describe('and not where they say something else', () => {
  test.each([
    ['du behöver inte ringa mig tillbaka', 'asked-for-human'],
    ['tack, pengarna är tillbaka', 'billing-dispute'],
    ['hvor lang tid tager en tilbagebetaling', 'billing-dispute'],
    ['vad kostar en avbokning', 'cancellation'],
    ['tåget är inställt', 'cancellation'],
    ['var är mitt paket', 'legal'],
  ])('"%s": no %s', (message, trigger) => {
    expect(firedBy(message)).not.toContain(trigger)
  })
})
