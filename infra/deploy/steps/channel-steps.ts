import type { ChannelName } from '#shared/config/config.ts'
import { channelGuides, type FieldGuide, type Provider, prefixOf } from './channel-guides.ts'
import type { Deployed, Step } from './next-steps.ts'
import { secretConsole } from './secret-steps.ts'

/** What each configured channel has to be told, and what Baton has to be told of it. */
export const channelSteps = (deployed: Deployed): readonly Step[] =>
  (Object.keys(deployed.config.channels) as ChannelName[]).flatMap((name) => {
    const url = deployed.config.channels[name] && deployed.outputs[`${prefixOf(name)}WebhookUrl`]
    if (!url) return []
    const lines = name === 'standard' ? standardLines(deployed, url) : providerLines(deployed, name, url)
    return [{ title: `Connect the channel "${name}"`, lines }]
  })

const standardLines = ({ config }: Deployed, url: string): readonly string[] => [
  `messages   POST them, signed, to ${url}`,
  `replies    arrive, signed, at ${config.channels.standard?.callbackUrl} (channels.standard.callbackUrl)`,
  'both as in docs/channels/standard.md; the secrets they are signed with are a step of their own',
]

/** The secret first: some ask the URL at once, and are answered only by who knows it. */
const providerLines = (deployed: Deployed, name: Provider, url: string): readonly string[] => {
  const { fields, webhook } = channelGuides[name]
  const secret = deployed.outputs[`${prefixOf(name)}SecretName`] ?? ''
  return [
    `everything from zero is in docs/channels/${name}.md`,
    `secret     ${secret}, a JSON object in AWS Secrets Manager:`,
    ...Object.entries(fields).map(([field, guide]) => `  ${field.padEnd(15)}${fieldLine(guide)}`),
    `  edit it  ${secretConsole(deployed.region, secret)}`,
    `webhook    ${url}`,
    `  goes to  ${webhook}`,
    ...signedUrlLines(deployed, name, url),
    "npm run doctor tells which of the secret's fields are still empty",
  ]
}

const fieldLine = (guide: FieldGuide): string =>
  'copyFrom' in guide ? `copy it from: ${guide.copyFrom}` : `is made, leave it; enter it at: ${guide.enterAt}`

/** Twilio signs the URL that it calls: one that is configured otherwise refuses every message. */
const signedUrlLines = ({ config }: Deployed, name: Provider, url: string): readonly string[] =>
  name === 'twilio' && config.channels.twilio?.webhookUrl !== url
    ? [`  set channels.twilio.webhookUrl to the URL that is entered there, byte for byte, and deploy again`]
    : []
