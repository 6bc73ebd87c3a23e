import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeModel } from '#shared/triggers/classifier/model.ts'
import { learnt, readExampleFolder } from '#shared/triggers/training/example-folder.ts'
import { train, usualTraining } from '#shared/triggers/training/train.ts'
import { projectFolder } from './bundle/door-entries.ts'
import { trainingFlags } from './training-flags.ts'

const usage = `npm run train -- [--check]
  --check  writes nothing: compares what the examples make with the weights that are checked in`

const { check } = trainingFlags(usage)
const file = join(projectFolder, 'shared/triggers/weights.bin')
const lines = readExampleFolder(join(projectFolder, 'shared/triggers/examples'))
console.error(`${lines.length} authored lines`)
const weights = writeModel(
  train(lines, { ...usualTraining, heads: learnt, onProgress: (progress) => console.error(progress) }),
)
if (check) {
  const same = Buffer.from(weights).equals(readFileSync(file))
  console.log(same ? 'the weights are those that the examples make' : 'the examples make other weights: npm run train')
  process.exitCode = same ? 0 : 1
} else {
  writeFileSync(file, weights)
  console.log(`${weights.length} bytes written to shared/triggers/weights.bin`)
}
