import { offlineSince } from '../desk/connection.ts'
import { language, words } from '../words/language.ts'
import { timeOf } from '../words/times.ts'

export const OfflineBar = () => (
  <div role="status">
    {offlineSince.value !== undefined && (
      <p class="offline">{words.value.trouble.offline(timeOf(offlineSince.value, Date.now(), language.value))}</p>
    )}
  </div>
)
