import type { Named } from '../channel/attachment-line.ts'
import type { NotKept, StoredAttachment } from './stored-attachment.ts'

/** By what its bytes said, where somebody has looked at them. */
export const asKept = ({ kept, ...said }: StoredAttachment): Named => ({ ...said, ...kept })

const causes: Readonly<Record<NotKept, string>> = {
  'too-large': 'it is too large',
  refused: 'its channel did not hand it out',
  unreachable: 'its channel could not be reached',
  'not-stored': 'it could not be stored',
  'no-time': 'there was no time for it',
  'too-many': 'too many came at once',
}

/** For an agent, who may have to ask the customer for it again. */
export const withCause = (attachment: StoredAttachment): Named => ({
  ...asKept(attachment),
  ...(attachment.notKept && { note: `no copy: ${causes[attachment.notKept]}` }),
})
