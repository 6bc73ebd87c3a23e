import { useDesk } from '../desk/open-desk.ts'
import { takeFrom } from '../desk/preferences.ts'
import { words } from '../words/language.ts'

/** Takes the longest conversation, or waits for the first that comes; where from is the agent's to choose. */
export const NextButton = () => {
  const { next, known } = useDesk()
  const { next: said } = words.value
  const taking = next.taking.value
  const waits = taking === 'watching' || taking === 'claiming'
  const mine = known.teams.filter((team) => team.mine)
  const told = { idle: '', claiming: said.claiming, watching: said.watching, 'at-capacity': said.atCapacity }[taking]
  return (
    <div class="next">
      <button type="button" class={waits ? 'waits' : 'main'} onClick={waits ? next.stop : next.start}>
        {waits ? said.stop : said.next}
      </button>
      {mine.length > 1 && (
        <label>
          <span class="hidden">{said.from}</span>
          <select
            value={takeFrom.value ?? ''}
            onChange={({ currentTarget: { value } }) => {
              takeFrom.value = value === '' ? undefined : value
            }}
          >
            <option value="">{said.allMine}</option>
            {mine.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <p class="next-told" role="status">
        {told}
      </p>
    </div>
  )
}
