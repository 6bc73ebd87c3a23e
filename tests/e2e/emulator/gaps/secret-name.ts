import { withProperties } from '../template.ts'
import type { Gap } from './gap.ts'
import { secretSample, secretType } from './secret-sample.ts'

/** CDK reads a secret's name out of its ARN by its first two parts: AWS makes names of the logical id and one suffix. */
export const secretNameOf = (suffix: string): Gap => ({
  workaround: 'a secret without a name gets three parts or more where AWS makes two, so it is given a name',
  isThere: async (probe) => {
    const outputs = await probe.deploy('gap-secret-name', secretSample)
    return (await probe.secretName(outputs?.Reference ?? '')).split('-').length !== 2
  },
  mend: (template) =>
    withProperties(template, secretType, (properties, id) => ({ Name: `${id}-${suffix}`, ...properties })),
})
