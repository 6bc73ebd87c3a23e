import { attachmentKey } from '#shared/attachment/attachment-store.ts'
import type { Message } from '#shared/thread/message.ts'
import type { Violation } from './happened.ts'
import type { Truth } from './truth.ts'

const filesOf = ({ threadId, id, attachments = [] }: Message) =>
  attachments.map((attachment, index) => ({ attachment, key: attachmentKey({ threadId, messageId: id, index }) }))

/** What a message calls kept is there, whole; what came along is kept or has its cause; and nothing outlives an erasure. */
export const checkFiles = (
  { messages }: Pick<Truth, 'messages'>,
  { kept, erased }: { readonly kept: ReadonlyMap<string, number>; readonly erased: ReadonlyMap<string, number> },
): readonly Violation[] => {
  const named = [...messages.values()].flat().flatMap(filesOf)
  const keys = new Set(named.map(({ key }) => key))
  const outlived = (key: string) => erased.has(key.split('/')[0] ?? '') && !keys.has(key)
  return [
    ...named
      .filter(({ attachment: { kept: copy, notKept } }) => (copy === undefined) === (notKept === undefined))
      .map(
        ({ key }): Violation => ({ promise: 'bookkeeping', what: `${key} is neither kept nor has a cause, or both` }),
      ),
    ...named
      .filter(({ attachment, key }) => attachment.kept && kept.get(key) !== attachment.kept.size)
      .map(({ key }): Violation => ({ promise: 'lost', what: `the file ${key}` })),
    ...[...kept.keys()]
      .filter(outlived)
      .map((key): Violation => ({ promise: 'unexpected', what: `the file ${key} outlived its erasure` })),
  ]
}
