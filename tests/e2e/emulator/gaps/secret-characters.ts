import { withProperties } from '../template.ts'
import type { Gap } from './gap.ts'
import { secretSample, secretType } from './secret-sample.ts'

const punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'

export const secretCharacters: Gap = {
  workaround: 'ExcludePunctuation of a generated secret is not heeded, so every such character is excluded by itself',
  isThere: async (probe) => {
    const outputs = await probe.deploy('gap-secret-characters', secretSample)
    return !/^[A-Za-z0-9]{44}$/.test(await probe.secretText(outputs?.Reference ?? ''))
  },
  mend: (template) =>
    withProperties(template, secretType, (properties) => {
      const generated = properties.GenerateSecretString as Readonly<Record<string, unknown>> | undefined
      if (!generated?.ExcludePunctuation) return properties
      return { ...properties, GenerateSecretString: { ...generated, ExcludeCharacters: punctuation } }
    }),
}
