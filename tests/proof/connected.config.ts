import sample from '#config'
import { twilioAccount, twilioUrl } from '#tests/support/twilio-request.ts'

/** The sample company, with a tool that is a function, and a channel that tells what became of each message; its provider is where the proof plays it. */
export default {
  ...sample,
  knowledge: { ...sample.knowledge, folder: '../../knowledge' },
  tools: [
    ...(sample.tools ?? []),
    {
      name: 'look_up_warranty',
      description: 'Looks up how long the warranty of one product of the customer runs, by its serial number.',
      phrases: ['warranty of', 'garantie von'],
      input: { type: 'object' as const, properties: { serial: { type: 'string' as const } }, required: ['serial'] },
      target: { lambda: 'arn:aws:lambda:eu-central-1:123456789012:function:warranties:live' },
      safe: true,
    },
  ],
  identity: {
    tokens: { issuer: 'https://shop.example.com', audience: 'baton', secret: true },
    // Nobody answers there: whom nobody knows stays unknown.
    resolver: { url: 'http://127.0.0.1:9/who', secret: true },
  },
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
