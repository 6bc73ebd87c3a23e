import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '../../bundle/door-entries.ts'
import { readStage, type Stage } from '../../stage.ts'
import { contextOf, type TakenOptions } from './options.ts'

/** Which deployment a command is about. */
export interface Destination extends Stage {
  readonly profile: string | undefined
  /** The `-c` options as given, to hand on and to repeat in what is printed. */
  readonly contextWords: readonly string[]
}

/** The same stage that the synthesis will see: what is given, else what cdk.json says. @throws {CommandError} */
export const destinationOf = ({ values }: TakenOptions): Destination => {
  const context: Readonly<Record<string, unknown>> = { ...projectContext(), ...contextOf(values.context) }
  return {
    ...readStage({ tryGetContext: (name: string) => context[name] }),
    profile: values.profile?.[0],
    contextWords: (values.context ?? []).flatMap((pair) => ['-c', pair]),
  }
}

const projectContext = (): Readonly<Record<string, unknown>> =>
  JSON.parse(readFileSync(join(projectFolder, 'cdk.json'), 'utf8')).context
