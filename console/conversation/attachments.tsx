import { useState } from 'preact/hooks'
import { found } from '../api/client.ts'
import type { Attachment } from '../api/shapes.ts'
import { useDesk } from '../desk/open-desk.ts'
import { explain } from '../parts/explain.ts'
import { Said } from '../parts/said.tsx'
import { webAddress } from '../parts/web-address.ts'
import { words } from '../words/language.ts'
import { linkParts } from './link-parts.ts'

/** Opened by its own link of some minutes, in a tab of its own, and only when asked for: nothing is loaded unasked. */
const Kept = ({ attachment, link }: { attachment: Attachment; link: string }) => {
  const { api } = useDesk()
  const [failure, setFailure] = useState<string>()
  const { conversation: said } = words.value
  const name = attachment.name ?? attachment.kind ?? said.attachment
  const open = async (): Promise<void> => {
    setFailure(undefined)
    const path = linkParts(link)
    try {
      const params = path && { path }
      if (!params) return
      const { url } = await found(api.GET('/conversations/{id}/attachments/{messageId}/{index}', { params }))
      const address = webAddress(url)
      if (address !== undefined) window.open(address, '_blank', 'noopener,noreferrer')
    } catch (error) {
      setFailure(explain(error, words.peek()))
    }
  }
  return (
    <li>
      <button type="button" class="quiet" aria-label={said.openFile(name)} onClick={() => void open()}>
        {said.attachment}: <Said>{name}</Said>
      </button>
      {failure !== undefined && (
        <span class="problem" role="alert">
          {failure}
        </span>
      )}
    </li>
  )
}

export const Attachments = ({ attachments }: { attachments: readonly Attachment[] }) => {
  const { conversation: said } = words.value
  return (
    <ul class="attachments">
      {attachments.map((attachment, index) =>
        attachment.link === undefined ? (
          <li key={index}>
            {said.attachment}: <Said>{attachment.name ?? attachment.kind ?? ''}</Said>{' '}
            <span class="hint">{said.noFile}</span>
          </li>
        ) : (
          <Kept key={index} attachment={attachment} link={attachment.link} />
        ),
      )}
    </ul>
  )
}
