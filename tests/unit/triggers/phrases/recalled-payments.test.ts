import { describe, expect, test } from 'vitest'
import { judgeMessage } from '#shared/triggers/judge-message.ts'
import { ears } from '#tests/support/listen.ts'
import { saying, triggersWith } from '../judging.ts'

const firedBy = (message: string): readonly string[] =>
  judgeMessage(saying(message), triggersWith(), ears).certain.map(({ trigger }) => trigger)

test.each([
  'halt the wire please',
  'revoke my payment',
  'Überweisung bitte zurückholen',
  'detener la transferencia',
  'bloquer le virement',
  'revocare il bonifico',
  'overschrijving stoppen',
  'wstrzymać przelew',
])('"%s" calls a payment back', (message) => {
  expect(firedBy(message)).toContain('cancellation')
})

describe('other words about payments do not', () => {
  test.each([
    'do not halt the wire',
    'when does the transfer arrive',
    'wie lange dauert eine Überweisung',
    'hacer una transferencia',
    'le virement est arrivé',
  ])('"%s"', (message) => {
    expect(firedBy(message)).not.toContain('cancellation')
  })
})
