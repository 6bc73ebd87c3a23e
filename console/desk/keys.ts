/** What a key asks for; the page that can do it does it. */
export type Command =
  | 'next'
  | 'lines'
  | 'following'
  | 'preceding'
  | 'reply'
  | 'note'
  | 'accept'
  | 'giveBack'
  | 'transfer'
  | 'handBack'
  | 'resolve'
  | 'brief'
  | 'help'

/** In the order in which the help lists them. */
export const singleKeysOf: Readonly<Record<Command, string>> = {
  next: 'n',
  lines: 'l',
  following: 'j',
  preceding: 'k',
  reply: 'r',
  note: 'i',
  accept: 'a',
  giveBack: 'x',
  transfer: 't',
  handBack: 'b',
  resolve: 'e',
  brief: 'o',
  help: '?',
}

export interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  /** Somewhere that takes text, or in a window of its own. */
  readonly typing: boolean
  readonly singleKeys: boolean
}

const commands = Object.fromEntries(Object.entries(singleKeysOf).map(([command, key]) => [key, command as Command]))

/** The command behind a key; undefined where the key is the browser's, or somebody is writing. */
export const commandOf = ({ key, ctrlKey, metaKey, altKey, typing, singleKeys }: Pressed): Command | undefined => {
  if (typing || ctrlKey || metaKey || altKey || !singleKeys) return undefined
  return Object.hasOwn(commands, key) ? commands[key] : undefined
}

/** Sends what is written, on every keyboard. */
export const sends = ({ key, ctrlKey, metaKey }: Pick<Pressed, 'key' | 'ctrlKey' | 'metaKey'>): boolean =>
  key === 'Enter' && (ctrlKey || metaKey)
