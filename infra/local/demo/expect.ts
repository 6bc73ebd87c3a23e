/** A scene did not go as it should; the message says what was expected. */
export class SceneError extends Error {
  override readonly name = 'SceneError'
}

export const expect: (holds: unknown, what: string) => asserts holds = (holds, what) => {
  if (!holds) throw new SceneError(`expected that ${what}`)
}
