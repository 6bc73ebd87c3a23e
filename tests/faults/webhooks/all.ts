import { badBytes } from './bad-bytes.ts'
import { badFields } from './bad-fields.ts'
import { badSignatures } from './bad-signatures.ts'
import type { BadWebhook } from './webhook.ts'

export const badWebhooks: readonly BadWebhook[] = [...badFields, ...badBytes, ...badSignatures]
