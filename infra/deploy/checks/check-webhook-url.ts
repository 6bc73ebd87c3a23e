import type { Channels } from '#shared/config/config.ts'
import type { StackFound } from '../cloud/ports.ts'
import { bad, good, open, type Verdict } from './verdict.ts'

const check = 'channel twilio'

/** Without a domain of one's own in front, the URL that was entered can only be the stack's. */
const isGateway = (url: string): boolean => /\.execute-api\.[\w-]+\.amazonaws\.com(\.cn)?$/.test(new URL(url).hostname)

/** Twilio signs the URL that it calls: where another one is configured, every message is refused. */
export const checkWebhookUrl = ({ outputs }: StackFound, { twilio }: Channels): readonly Verdict[] => {
  const deployed = outputs.TwilioWebhookUrl
  if (!twilio || deployed === undefined) return []
  const { webhookUrl } = twilio
  if (webhookUrl === deployed) return [good(check, `its webhookUrl is the stack's, ${deployed}`)]
  const found = `its webhookUrl is ${webhookUrl}, and the stack's ${deployed}`
  return isGateway(webhookUrl)
    ? [bad(check, found, 'set channels.twilio.webhookUrl to what is entered at Twilio, byte for byte, and deploy')]
    : [open(check, `${found}: right only if it is entered so at Twilio, and leads there`)]
}
