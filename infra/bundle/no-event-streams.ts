/** Stands in for what the SDK imports once an operation streams: none that a door calls does. */
export const eventStreamSerdeProvider = (): never => {
  throw new Error('The bundles hold no event streams: bundle-doors.ts leaves them out')
}

export class EventStreamSerde {
  constructor() {
    eventStreamSerdeProvider()
  }
}
