import type { Scene, Stage } from './stage.ts'

/** What became of one scene. */
export interface Played {
  readonly scene: Scene
  readonly milliseconds: number
  /** What was expected and was not so. */
  readonly failure?: string
}

export interface Watching {
  begins?(scene: Scene, number: number): void
  ends?(played: Played): void
}

/** Plays scenes one after the other, whatever becomes of each, on the stage of any deployment. */
export const playScenes = async (
  scenes: readonly Scene[],
  stage: Stage,
  { begins, ends }: Watching = {},
): Promise<readonly Played[]> => {
  const played: Played[] = []
  for (const [index, scene] of scenes.entries()) {
    begins?.(scene, index + 1)
    const from = performance.now()
    const failure = await scene.play(stage).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    )
    const milliseconds = Math.round(performance.now() - from)
    const one = { scene, milliseconds, ...(failure !== undefined && { failure }) }
    played.push(one)
    ends?.(one)
  }
  return played
}
