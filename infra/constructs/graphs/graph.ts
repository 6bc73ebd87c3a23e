import { Duration } from 'aws-cdk-lib'
import {
  GraphWidget,
  type GraphWidgetProps,
  type IMetric,
  type IWidget,
  LegendPosition,
  MathExpression,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch'

/** Of the grid's 24 columns. */
export const whole = 24
export const half = 12
export const third = 8
export const quarter = 6

export const often = Duration.minutes(5)
/** For what is seldom: shares and percentiles of a handful say nothing. */
export const hourly = Duration.hours(1)

/** A row of the dashboard, side by side. */
export type Row = readonly IWidget[]

export const heading = (markdown: string): Row => [new TextWidget({ markdown, width: whole, height: 1 })]

interface GraphLook extends Omit<GraphWidgetProps, 'title' | 'width' | 'left' | 'leftYAxis'> {
  readonly axis?: string
  readonly max?: number
}

/** A graph from nothing upwards, its unit beside the axis. */
export const graph = (
  title: string,
  width: number,
  left: readonly IMetric[],
  { axis, max, ...look }: GraphLook = {},
): GraphWidget =>
  new GraphWidget({
    title,
    width,
    height: 6,
    left: [...left],
    leftYAxis: { min: 0, showUnits: false, ...(axis && { label: axis }), ...(max !== undefined && { max }) },
    legendPosition: LegendPosition.BOTTOM,
    ...look,
  })

/** Seconds are counted, and minutes are read. The name has to be the only such one in its graph. */
export const inMinutes = (name: string, seconds: IMetric, label: string, period = often): MathExpression =>
  new MathExpression({ expression: `${name} / 60`, usingMetrics: { [name]: seconds }, label, period })
