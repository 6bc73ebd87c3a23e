import type { Message as Told } from '../api/shapes.ts'
import { useDesk } from '../desk/open-desk.ts'
import { At } from '../parts/at.tsx'
import { Said } from '../parts/said.tsx'
import { words } from '../words/language.ts'
import { Attachments } from './attachments.tsx'
import { Basis } from './basis.tsx'

const whoOf = ({ author, internal }: Told, agentId: string): string => {
  const { conversation: said } = words.value
  if (author.kind === 'agent' && author.id === agentId) return internal ? said.note : said.you
  return internal ? said.note : said[author.kind]
}

const Delivery = ({ message: { delivery, deliveryCause } }: { message: Told }) => {
  const { conversation: said } = words.value
  if (delivery === undefined) return null
  if (delivery === 'failed') return <span class="delivery failed">{said.failed(deliveryCause ?? said.noCause)}</span>
  return <span class="delivery">{said[delivery]}</span>
}

/** One message: who, when, what, with what in hand, and whether it arrived. */
export const Message = ({ message }: { message: Told }) => {
  const { known } = useDesk()
  const { author, text, cutFrom, at, internal, attachments = [], evidence } = message
  const named = author.name !== undefined && author.id !== known.agent.id
  return (
    <li class={`message ${internal ? 'internal' : author.kind}`}>
      <p class="message-head">
        <span class="who">{whoOf(message, known.agent.id)}</span>
        {named && (
          <span class="named">
            <Said>{author.name}</Said>
          </span>
        )}
        <At time={at} />
        <Delivery message={message} />
      </p>
      <Said block>{text}</Said>
      {cutFrom !== undefined && <p class="hint">{words.value.conversation.cut(cutFrom)}</p>}
      {attachments.length > 0 && <Attachments attachments={attachments} />}
      {evidence && evidence.passages.length > 0 && <Basis passages={evidence.passages} />}
    </li>
  )
}
