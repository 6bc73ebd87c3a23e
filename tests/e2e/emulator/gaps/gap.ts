import type { Probe } from '../probe.ts'
import type { Template } from '../template.ts'

/** Something that AWS does and the emulator does not. */
export interface Gap {
  /** What is done about it, for the list at the end of a run. */
  readonly workaround: string
  /** Deploys next to nothing and looks, so that a workaround goes when its gap does. */
  isThere(probe: Probe): Promise<boolean>
  /** The template as the emulator can take it; CDK itself never sees this one. */
  mend(template: Template): Template
}
