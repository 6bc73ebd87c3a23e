import type { WebhookRequest } from '#shared/channel/channel.ts'

/** A request as the door hands it over. */
export const webhookRequestOf = (
  body: string | Buffer,
  headers: Readonly<Record<string, string | undefined>> = {},
  more: Partial<WebhookRequest> = {},
): WebhookRequest => ({ method: 'POST', headers, query: {}, rawQuery: '', body: Buffer.from(body), ...more })
