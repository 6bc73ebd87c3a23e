import type { Message } from '../api/shapes.ts'
import { OutsideLink } from '../parts/outside-link.tsx'
import { locale, words } from '../words/language.ts'

type Passage = NonNullable<Message['evidence']>['passages'][number]

const share = (value: number): string =>
  new Intl.NumberFormat(locale.value, { style: 'percent', maximumFractionDigits: 0 }).format(value)

/** What the assistant had in hand when it wrote, and what of that its answer rests on. */
export const Basis = ({ passages }: { passages: readonly Passage[] }) => {
  const { conversation: said } = words.value
  const used = passages.filter((passage) => passage.used)
  const shown = used.length > 0 ? used : passages
  return (
    <p class="basis">
      {used.length > 0 ? said.basis : said.offered}{' '}
      {shown.map(({ title, url, confidence }, index) => (
        <span key={url}>
          {index > 0 && ' · '}
          <OutsideLink url={url}>{title}</OutsideLink> {share(confidence)}
        </span>
      ))}
    </p>
  )
}
