import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import type { ChannelReceiver, Received } from '#shared/channel/channel.ts'
import { channelReceivers } from '#shared/channel/channel-receivers.ts'
import type { Channels } from '#shared/config/config.ts'
import { webhookRequest } from '#shared/lambda/webhook.ts'
import { eventOf } from './event-of.ts'
import { ownField, ownSchemes, schemeChannels } from './schemes.ts'
import type { Vector } from './vector.ts'

/** Nothing of it is asked, and of what is signed only the URL depends on it. */
const channelsAt = (webhookUrl: string): Channels => ({
  standard: { kind: 'standard', callbackUrl: webhookUrl },
  slack: { kind: 'slack', apiUrl: webhookUrl },
  twilio: { kind: 'twilio', accountSid: `AC${'0'.repeat(32)}`, webhookUrl, apiUrl: webhookUrl },
  whatsapp: { kind: 'whatsapp', phoneNumberId: '00000', apiUrl: webhookUrl },
  telegram: { kind: 'telegram', botId: '00000', apiUrl: webhookUrl },
  line: { kind: 'line', apiUrl: webhookUrl },
})

const receiverOf = ({ scheme, url }: Vector): readonly [receiver: ChannelReceiver, field: string] | undefined => {
  if (Object.hasOwn(ownSchemes, scheme) && ownSchemes[scheme]) return [ownSchemes[scheme], ownField]
  const [name, field] = (Object.hasOwn(schemeChannels, scheme) && schemeChannels[scheme]) || []
  const connected = channelReceivers(channelsAt(url ?? 'https://baton.example'), () => ({ read: async () => ({}) }))
  const receiver = name && connected[name]?.receiver
  return receiver && field ? [receiver, field] : undefined
}

/** Past the signature, whatever it said. */
const isAccepted = ({ kind }: Received): boolean => !['unauthentic', 'too-large'].includes(kind)

/** Whether the door would have looked at it: its own way in, from API Gateway's event on, with the clock at the vector's time. */
export const judgeVector = async (vector: Vector): Promise<boolean> => {
  const [receiver, field] = receiverOf(vector) ?? []
  if (!receiver || !field) return false
  const secrets = [vector.secret, vector.keyHex, vector.publicKeyHex].flat().filter(Boolean)
  const request = webhookRequest(eventOf(vector) as APIGatewayProxyEventV2)
  return isAccepted(await receiver.receive(request, { [field]: secrets }, vector.now * 1_000))
}
