import { askToNotify } from '../desk/alerts.ts'
import { announce } from '../desk/announce.ts'
import { useDesk } from '../desk/open-desk.ts'
import { notify, sound } from '../desk/preferences.ts'
import { isLanguage, language, languages, words } from '../words/language.ts'

const toggleNotify = async (): Promise<void> => {
  if (notify.peek()) notify.value = false
  else if (await askToNotify()) notify.value = true
  else announce(words.peek().next.notifyBlocked)
}

export const LanguageChoice = () => (
  <label>
    <span class="hidden">{words.value.app.language}</span>
    <select
      value={language.value}
      onChange={({ currentTarget: { value } }) => {
        if (isLanguage(value)) language.value = value
      }}
    >
      {Object.entries(languages).map(([tag, name]) => (
        <option key={tag} value={tag} lang={tag}>
          {name}
        </option>
      ))}
    </select>
  </label>
)

export const TopBar = ({ onHelp, onSignOut }: { onHelp: () => void; onSignOut: () => void }) => {
  const { known } = useDesk()
  const { app, next } = words.value
  return (
    <header class="top">
      <button type="button" class="skip" onClick={skip}>
        {app.skip}
      </button>
      <p class="company">
        <strong>{app.name}</strong> <span dir="auto">{known.company.name}</span>
      </p>
      <div class="top-right">
        <label class="choice">
          <input
            type="checkbox"
            checked={sound.value}
            onChange={({ currentTarget }) => {
              sound.value = currentTarget.checked
            }}
          />
          {next.sound}
        </label>
        <label class="choice">
          <input type="checkbox" checked={notify.value} onChange={() => void toggleNotify()} />
          {next.notify}
        </label>
        <LanguageChoice />
        <button type="button" class="quiet" onClick={onHelp} aria-label={app.help}>
          ?
        </button>
        <span class="me" dir="auto">
          {known.agent.name}
        </span>
        <button type="button" class="quiet" onClick={onSignOut}>
          {app.signOut}
        </button>
      </div>
    </header>
  )
}

/** The address names the page, so it cannot name a place on it as well. */
const skip = (): void => {
  const heading = document.querySelector('main h1')
  if (heading instanceof HTMLElement) heading.focus()
}
