import { type Command, commandOf } from './keys.ts'
import { singleKeys } from './preferences.ts'

type Doing = () => void

/** The last one asked is the first one told: a page on top of another has the word. */
const listeners = new Map<Command, Doing[]>()

/** Does `doing` whenever its key is pressed. @returns the end of it */
export const onCommand = (command: Command, doing: Doing): (() => void) => {
  listeners.set(command, [...(listeners.get(command) ?? []), doing])
  return () =>
    listeners.set(
      command,
      (listeners.get(command) ?? []).filter((one) => one !== doing),
    )
}

const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) ||
    target.closest('dialog') !== null)

export const listenToKeys = (): void =>
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return
    const command = commandOf({ ...pressed(event), typing: takesText(event.target), singleKeys: singleKeys.peek() })
    const doing = command && listeners.get(command)?.at(-1)
    if (!doing) return
    event.preventDefault()
    doing()
  })

const pressed = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => ({ key, ctrlKey, metaKey, altKey })
