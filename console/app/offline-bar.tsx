import { offlineSince } from '../desk/connection.ts'
import { locale, words } from '../words/language.ts'
import { timeOf } from '../words/times.ts'

export const OfflineBar = () => (
  <div role="status">
    {offlineSince.value !== undefined && (
      <p class="offline">{words.value.trouble.offline(timeOf(offlineSince.value, Date.now(), locale.value))}</p>
    )}
  </div>
)
