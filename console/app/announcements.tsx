import { announcements, dismiss } from '../desk/announce.ts'
import { words } from '../words/language.ts'

export const Announcements = () => (
  <div class="announcements" role="status" aria-live="polite">
    {announcements.value.map(({ id, text, action }) => (
      <div class="announcement" key={id}>
        <span dir="auto">{text}</span>
        {action && (
          <button
            type="button"
            onClick={() => {
              action.run()
              dismiss(id)
            }}
          >
            {action.label}
          </button>
        )}
        <button type="button" class="quiet" aria-label={words.value.app.close} onClick={() => dismiss(id)}>
          ×
        </button>
      </div>
    ))}
  </div>
)
