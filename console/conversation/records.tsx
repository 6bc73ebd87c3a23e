import type { Handoff } from '../api/shapes.ts'
import { At } from '../parts/at.tsx'
import { Said } from '../parts/said.tsx'
import { called } from '../words/times.ts'
import { flatFields } from './flat-fields.ts'

type Record = Handoff['brief']['records'][number]

const One = ({ record: { source, fetchedAt, fields, failure, why } }: { record: Record }) => (
  <li>
    <p>
      <strong>{called(source, {})}</strong>{' '}
      <span class="hint">
        <At time={fetchedAt} />
      </span>
    </p>
    {why !== undefined && (
      <p class="hint">
        <Said>{why}</Said>
      </p>
    )}
    {failure !== undefined && (
      <p class="problem">
        <Said>{failure}</Said>
      </p>
    )}
    <dl class="facts">
      {flatFields(fields).map(([name, value]) => (
        <div key={name}>
          <dt>
            <Said>{name}</Said>
          </dt>
          <dd>
            <Said>{value}</Said>
          </dd>
        </div>
      ))}
    </dl>
  </li>
)

/** What was looked up, field by field as the company's own systems name them. */
export const Records = ({ records }: { records: readonly Record[] }) => (
  <ul class="records">
    {records.map((record, index) => (
      <One key={index} record={record} />
    ))}
  </ul>
)
