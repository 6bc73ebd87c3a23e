import { describe, expect, test } from 'vitest'
import { judgeMessage } from '#shared/triggers/judge-message.ts'
import { ears } from '#tests/support/listen.ts'
import { saying, triggersWith } from '../judging.ts'

const firedBy = (message: string): readonly string[] =>
  judgeMessage(saying(message), triggersWith(), ears).certain.map(({ trigger }) => trigger)

describe('Czech and Romanian customers are heard', () => {
  test.each([
    ['nechci už mluvit s robotem', 'asked-for-human'],
    ['nu vreau alt robot', 'asked-for-human'],
    ['neznámá transakce na kartě', 'billing-dispute'],
    ['vraťte mi peníze', 'billing-dispute'],
    ['o tranzacție necunoscută', 'billing-dispute'],
    ['dați banii înapoi', 'billing-dispute'],
    ['stornujte prosím rezervaci', 'cancellation'],
    ['vypovídám smlouvu', 'cancellation'],
    ['vreau să închideți contul', 'cancellation'],
    ['nu mai doresc abonamentul', 'cancellation'],
    ['chci zažalovat firmu, advokát už píše', 'legal'],
    ['vă cheamă avocatul la tribunal', 'legal'],
  ])('"%s": %s', (message, trigger) => {
    expect(firedBy(message)).toContain(trigger)
  })
})

describe('and not where they say something else', () => {
  test.each([
    ['mluvit nemusíme, stačí mail', 'asked-for-human'],
    ['jak zaplatím fakturu', 'billing-dispute'],
    ['proč jste zrušili vlak', 'cancellation'],
    ['nu închideți contul', 'cancellation'],
    ['vyčerpal jsem data', 'legal'],
  ])('"%s": no %s', (message, trigger) => {
    expect(firedBy(message)).not.toContain(trigger)
  })
})
