import { describe, expect, test } from 'vitest'
import { judgeMessage } from '#shared/triggers/judge-message.ts'
import { ears } from '#tests/support/listen.ts'
import { saying, triggersWith } from '../judging.ts'

const firedBy = (message: string): readonly string[] =>
  judgeMessage(saying(message), triggersWith(), ears).certain.map(({ trigger }) => trigger)

describe('what only sounds like a request for a person, and what is one in the same words', () => {
  test.each([
    ['are you a robot or a human', 'a human please, not a robot'],
    ['somebody else has my parcel', 'let me talk to somebody else, a real person'],
    ['she told me to write to you', 'I told you to let me talk to an agent'],
    ['I want to speak at your meetup', 'I want to speak to an employee'],
    ['can I chat with my classmates here', 'can I chat with your staff'],
    ['your adviser was really helpful', 'I want your adviser on the phone'],
    ['no es necesario que me llamen', 'quiero que me llame una persona'],
    ['Muss ich dafür persönlich vorbeikommen?', 'Ich möchte persönlich mit einem Mitarbeiter sprechen'],
    ['vorrei diventare operatore', 'vorrei un operatore'],
    ['did a human write this answer', 'a human must answer this, please'],
    ['please talk to me', 'please let me talk to someone'],
    ['Spreche ich mit einem Chatbot?', 'kein Chatbot mehr, bitte ein Mitarbeiter'],
  ])('"%s" and "%s"', (lookalike, request) => {
    expect(firedBy(lookalike)).not.toContain('asked-for-human')
    expect(firedBy(request)).toContain('asked-for-human')
  })
})

describe('what only sounds like a disputed charge, and what is one in the same words', () => {
  test.each([
    ['I am expecting a refund of 40 dollars', 'the refund of 40 dollars is wrong, I paid 60'],
    ['find the invoice from two months ago', 'the invoice from two months ago is wrong'],
    ['who is in charge of the kitchen', 'I dispute the charge of the kitchen'],
    ['fatturate in euro o dollari', 'mi avete fatturato due volte'],
  ])('"%s" and "%s"', (lookalike, dispute) => {
    expect(firedBy(lookalike)).not.toContain('billing-dispute')
    expect(firedBy(dispute)).toContain('billing-dispute')
  })
})

describe('what only sounds like leaving, and what is it in the same words', () => {
  test.each([
    ['my profile got suspended', 'suspended or not, delete my profile'],
    ['Warum haben Sie meine Bestellung storniert?', 'Ich habe bestellt, bitte stornieren Sie meine Bestellung'],
    ['avbeställ inte', 'avbeställ order 77'],
    ['apaga la alarma', 'cancelar mi pedido'],
    ['quanto costa disdire', 'voglio disdire il contratto'],
    ['withdraw 40 from my savings', 'I withdraw from the contract'],
    ['I want to renew my membership', 'I do not want to renew my membership'],
    ['när går avtalet ut', 'säg upp avtalet'],
  ])('"%s" and "%s"', (lookalike, request) => {
    expect(firedBy(lookalike)).not.toContain('cancellation')
    expect(firedBy(request)).toContain('cancellation')
  })
})

describe('what only sounds like law or privacy, and what is it in the same words', () => {
  test.each([
    ["I'm a solicitor and want a desk", "I'm a solicitor and I will sue you"],
    ['soy abogada y busco una oficina', 'mi abogada los va a demandar'],
    ['cambiar mis datos personales', 'quiero que borren mis datos personales'],
    ['meine Anschrift hat sich geändert', 'wem geben Sie meine personenbezogenen Daten weiter'],
    ['does the policy include legal expenses', 'I demand my legal expenses, see you in court'],
    ['I am out of data', 'delete my personal data'],
  ])('"%s" and "%s"', (lookalike, request) => {
    expect(firedBy(lookalike)).not.toContain('legal')
    expect(firedBy(request)).toContain('legal')
  })
})

test.each([
  ['thanks a lot!', 'thanks a lot, you ruined my holiday, useless clowns'],
  ['merci beaucoup', 'merci beaucoup pour rien, service lamentable'],
])('"%s" thanks, "%s" does not', (thanks, anger) => {
  expect(firedBy(thanks)).not.toContain('frustration')
  expect(firedBy(anger)).toContain('frustration')
})

test.each([
  ['no quiero seguir con el servicio', 'no quiero seguir viviendo'],
  ['no quiero seguir pagando el plan', 'ya no quiero seguir'],
])('"%s" is tired of a service, "%s" of life', (service, life) => {
  expect(firedBy(service)).not.toContain('distress')
  expect(firedBy(life)).toContain('distress')
})
