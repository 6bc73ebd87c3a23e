import type { TriggerConfig } from '../config/config.ts'
import { createClassifier } from './classifier/classifier.ts'
import { readModel } from './classifier/model.ts'
import type { Listen } from './listen.ts'

/** Rows of the own topics' table: a few dozen examples fill no more. A power of two, as the built-in one is. */
export const OWN_TABLE_SIZE = 1 << 14

/** The built-in classifier, and a company's own beside it where it has topics by examples. @throws {ModelError} */
export const listenWith = (builtIn: Uint8Array, own?: Uint8Array): Listen => {
  const listen = createClassifier(readModel(builtIn))
  if (own === undefined) return listen
  const ownListen = createClassifier(readModel(own, OWN_TABLE_SIZE))
  return (text, denied, head) => [...listen(text, denied, head), ...ownListen(text, denied, head)]
}

/** Whether a company teaches topics of its own by examples: then a classifier for them lies beside the built-in one. */
export const hasExamples = ({ own }: Pick<TriggerConfig, 'own'>): boolean =>
  own.some(({ examples }) => examples.length > 0)
