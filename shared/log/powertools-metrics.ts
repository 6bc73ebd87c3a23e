import { Metrics } from '@aws-lambda-powertools/metrics'
import { type Figure, figuresOf } from './figures.ts'
import type { Log } from './log.ts'

/** Adds up what an invocation counted until it ends. */
export interface Counter {
  count(figure: Figure): void
  /** Writes it, if there is anything, and begins from nothing. */
  publish(): void
}

const inOwnBlob = ({ name, value }: NonNullable<Figure['by']>): Metrics => new Metrics().addDimension(name, value)

/** One EMF line for the door's own figures, and one for each team, trigger or channel that others are told apart by. */
export const powertoolsCounter = (): Counter => {
  const plain = new Metrics()
  const apart = new Map<string, Metrics>()
  const metricsFor = (by: Figure['by']): Metrics => {
    if (!by) return plain
    const key = `${by.name}=${by.value}`
    const metrics = apart.get(key) ?? inOwnBlob(by)
    apart.set(key, metrics)
    return metrics
  }

  return {
    count: ({ name, unit, value, by }) => {
      metricsFor(by).addMetric(name, unit, value)
    },
    publish: () => {
      // Powertools warns where nothing was counted, which is so in most invocations.
      for (const metrics of [plain, ...apart.values()]) if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics()
      apart.clear()
    },
  }
}

/** Events also become CloudWatch metrics, written with the log line that the function writes anyway. */
export const withMetrics =
  (log: Log, { count }: Pick<Counter, 'count'>): Log =>
  (event) => {
    log(event)
    figuresOf(event).forEach(count)
  }
