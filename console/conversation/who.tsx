import type { ComponentChildren } from 'preact'
import type { Handoff } from '../api/shapes.ts'
import { At } from '../parts/at.tsx'
import { Said } from '../parts/said.tsx'
import { language, words } from '../words/language.ts'
import { called } from '../words/times.ts'

const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

const languageName = (tag: string): string => {
  try {
    return new Intl.DisplayNames([language.value], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

type Customer = Handoff['brief']['customer']

/** Verified by whom and when stands beside each; the rest is what people say of themselves. */
const Verified = ({ customer: { verified, verifications } }: { customer: Customer }) => {
  const { conversation: said } = words.value
  const vouched = new Set(verifications.map(({ what }) => what))
  const bare = Object.entries(verified).filter(([what]) => !vouched.has(what))
  return (
    <>
      {verifications.map(({ what, value, by, at }) => (
        <Fact key={`${what} ${value}`} name={called(what, {})}>
          <Said>{value}</Said> <span class="mark good">{said.verified}</span>{' '}
          <span class="hint">
            <Said>{said.verifiedBy(by)}</Said>, <At time={at} />
          </span>
        </Fact>
      ))}
      {bare.map(([what, value]) => (
        <Fact key={what} name={called(what, {})}>
          <Said>{value}</Said> <span class="mark good">{said.verified}</span>
        </Fact>
      ))}
    </>
  )
}

export const Who = ({ handoff: { brief, channel, language: spoken } }: { handoff: Handoff }) => {
  const { customer } = brief
  const { name, tier, account, nameFrom, claims = [] } = customer
  const { conversation: said } = words.value
  const anonymous = Object.keys(customer.verified).length === 0 && customer.verifications.length === 0
  return (
    <>
      <dl class="facts">
        {name !== undefined && (
          <Fact name={said.customer}>
            <Said>{name}</Said> {nameFrom === 'channel' && <span class="hint">{said.nameFromChannel}</span>}
          </Fact>
        )}
        {tier !== undefined && (
          <Fact name={said.tier}>
            <Said>{tier}</Said>
          </Fact>
        )}
        {account !== undefined && (
          <Fact name={said.account}>
            <Said>{account}</Said>
          </Fact>
        )}
        <Verified customer={customer} />
        <Fact name={said.channel}>{called(channel, {})}</Fact>
        <Fact name={said.language}>{languageName(spoken)}</Fact>
      </dl>
      {anonymous && <p class="hint">{said.unverified}</p>}
      {claims.length > 0 && (
        <>
          <h3>{said.claimed}</h3>
          <dl class="facts">
            {claims.map(({ what, value, messageId }) => (
              <Fact key={`${what} ${messageId}`} name={called(what, {})}>
                <Said>{value}</Said>
              </Fact>
            ))}
          </dl>
        </>
      )}
    </>
  )
}
