import { s3Client } from '../attachment/s3-client.ts'
import { eventBridgeClient } from '../handoff/eventbridge-event-sink.ts'
import { eventBridgeReportBus } from './eventbridge-report-bus.ts'
import type { Delivery } from './report-store.ts'
import { s3ReportFiles } from './s3-report-files.ts'
import { snsClient, snsReportNews } from './sns-report-news.ts'

export interface DeliveryNames {
  readonly bucket: string
  readonly topic: string
  readonly bus: string
}

/** Imported while the door runs: a company without a delivery never reads it. */
export const openDelivery = ({ bucket, topic, bus }: DeliveryNames): Delivery => ({
  bucket,
  files: s3ReportFiles(s3Client(), bucket),
  bus: eventBridgeReportBus(eventBridgeClient(), bus),
  news: snsReportNews(snsClient(), topic),
})
