import { expect, test } from 'vitest'
import { checkWebhookUrl } from '#infra/deploy/checks/check-webhook-url.ts'
import { stackOf } from '../support/memory-cloud.ts'

const deployed = 'https://abc123.execute-api.eu-central-1.amazonaws.com/webhooks/twilio'
const apiUrl = 'https://api.twilio.com'
const stack = stackOf({ outputs: { TwilioWebhookUrl: deployed } })

const marksOf = (webhookUrl: string, found = stack) =>
  checkWebhookUrl(found, { twilio: { kind: 'twilio', accountSid: 'AC1', webhookUrl, apiUrl } }).map(({ mark }) => mark)

test('the URL of the stack is the one that Twilio signs', () => {
  expect(marksOf(deployed)).toEqual(['good'])
})

test.each([`${deployed}/`, deployed.replace('abc123', 'xyz'), deployed.replace('webhooks/twilio', 'webhooks/Twilio')])(
  '%s is another one, by which nothing would be let in',
  (url) => {
    expect(marksOf(url)).toEqual(['bad'])
  },
)

test('a domain of their own may lead there', () => {
  expect(marksOf('https://support.lumen.shop/webhooks/twilio')).toEqual(['open'])
})

test('without Twilio, or before it was deployed, there is nothing to compare', () => {
  expect(checkWebhookUrl(stack, {})).toEqual([])
  expect(marksOf(deployed, stackOf({ outputs: {} }))).toEqual([])
})
