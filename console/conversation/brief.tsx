import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import type { Handoff } from '../api/shapes.ts'
import { At } from '../parts/at.tsx'
import { OutsideLink } from '../parts/outside-link.tsx'
import { Said } from '../parts/said.tsx'
import { words } from '../words/language.ts'
import { Evidences } from './evidence.tsx'
import { Records } from './records.tsx'
import { Who } from './who.tsx'

const Part = ({ title, children }: { title: string; children: ComponentChildren }) => {
  const heading = useId()
  return (
    <section class="part" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  )
}

const Tried = ({ tried }: { tried: Handoff['brief']['tried'] }) => {
  const { conversation: said, tried: doing } = words.value
  if (tried.length === 0) return <p class="hint">{said.nothingTried}</p>
  return (
    <ul class="tried">
      {tried.map(({ action, title, url, at }, index) => (
        <li key={index}>
          {doing[action]}{' '}
          <OutsideLink url={url}>
            <Said>{title}</Said>
          </OutsideLink>{' '}
          <span class="hint">
            <At time={at} />
          </span>
        </li>
      ))}
    </ul>
  )
}

const Receipt = ({ receipt }: { receipt: Handoff['brief']['receipt'] }) => {
  const { conversation: said } = words.value
  if (!receipt) return null
  const have = receipt.messageIds.length
  if (have === receipt.messages) return <p class="hint">{said.receipt(have)}</p>
  return <p class="problem">{said.incomplete(have, receipt.messages)}</p>
}

/** What an agent reads first, so that the customer is asked nothing twice. */
export const Brief = ({ handoff }: { handoff: Handoff }) => {
  const { brief, fired } = handoff
  const { conversation: said } = words.value
  return (
    <div class="brief">
      <Part title={said.wants}>
        <Said block>{brief.summary}</Said>
        <Receipt receipt={brief.receipt} />
      </Part>
      <Part title={said.why}>
        <Evidences fired={fired} />
      </Part>
      <Part title={said.who}>
        <Who handoff={handoff} />
      </Part>
      {brief.records.length > 0 && (
        <Part title={said.records}>
          <Records records={brief.records} />
        </Part>
      )}
      <Part title={said.tried}>
        <Tried tried={brief.tried} />
      </Part>
    </div>
  )
}
