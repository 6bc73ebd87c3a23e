import { type Command, singleKeysOf } from '../desk/keys.ts'
import { singleKeys } from '../desk/preferences.ts'
import { Window } from '../parts/window.tsx'
import { words } from '../words/language.ts'

const Key = ({ name, does }: { name: string; does: string }) => (
  <div>
    <dt>
      <kbd>{name}</kbd>
    </dt>
    <dd>{does}</dd>
  </div>
)

export const Help = ({ onClose }: { onClose: () => void }) => {
  const { keys } = words.value
  return (
    <Window title={keys.title} onClose={onClose}>
      <label class="choice">
        <input
          type="checkbox"
          checked={singleKeys.value}
          onChange={({ currentTarget }) => {
            singleKeys.value = currentTarget.checked
          }}
        />
        {keys.single}
      </label>
      <p class="hint">{keys.singleHint}</p>
      <dl class="keys">
        {(Object.entries(singleKeysOf) as [Command, string][]).map(([command, key]) => (
          <Key key={command} name={key} does={keys[command]} />
        ))}
        <Key name="Ctrl + Enter" does={keys.send} />
        <Key name="Esc" does={keys.leave} />
      </dl>
    </Window>
  )
}
