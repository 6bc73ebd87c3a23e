import { join } from 'node:path'
import type { TriggerConfig } from '#shared/config/config.ts'
import { writeModel } from '#shared/triggers/classifier/model.ts'
import { hasExamples } from '#shared/triggers/own-listen.ts'
import { readExampleFolder } from '#shared/triggers/training/example-folder.ts'
import { trainOwnTopics } from '#shared/triggers/training/own-topics.ts'
import { otherMessages } from '#shared/triggers/training/own-topics-background.ts'
import { projectFolder } from '../bundle/door-entries.ts'

/** The classifier of a company's own topics, as bytes; undefined where it teaches none by examples. */
export const trainOwn = (triggers: Pick<TriggerConfig, 'own'>): Uint8Array | undefined => {
  if (!hasExamples(triggers)) return undefined
  const lines = readExampleFolder(join(projectFolder, 'shared/triggers/examples'))
  const background = otherMessages(
    lines,
    triggers.own.flatMap(({ examples }) => examples),
  )
  const model = trainOwnTopics(triggers.own, background)
  return model && writeModel(model)
}
