import sample from '#config'
import { twilioAccount, twilioUrl } from '#tests/support/twilio-request.ts'

/** The sample company, with a channel that tells what became of each message; its provider is where the proof plays it. */
export default {
  ...sample,
  knowledge: { ...sample.knowledge, folder: '../../knowledge' },
  channels: {
    ...sample.channels,
    twilio: {
      kind: 'twilio',
      accountSid: twilioAccount,
      webhookUrl: twilioUrl,
      apiUrl: process.env.BATON_TWILIO_URL ?? 'https://api.twilio.com',
    },
  },
}
