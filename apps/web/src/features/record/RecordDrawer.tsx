import { ENTITIES, type Entity } from '@yingce/domain/records/entities'
import { listHistory, type HistoryEntry } from '@yingce/contracts/record/history'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { formatMoment } from '../../ui/format.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Attachments } from '../attachment/Attachments.tsx'
import type { AnyRecord } from './store/local-edit.ts'
import type { RecordStore } from './store/record-store.ts'
import { useFieldName } from './use-own-metric-columns.ts'
import { useRecordRights } from './use-record-rights.ts'
import { FieldText } from './FieldText.tsx'
import { SidePanel } from '../../ui/Dialog.tsx'

interface RecordDrawerProps {
  planId: string
  entity: Entity
  store: RecordStore
  recordId: string
  actionsOf?: (record: AnyRecord) => ReactNode
  onClose: () => void
}

function Change({
  planId,
  entry,
  entity,
  onRestore,
}: {
  planId: string
  entry: HistoryEntry
  entity: Entity
  onRestore: ((field: string, value: unknown) => void) | null
}) {
  const { t } = useTranslation('record')
  const nameOf = useFieldName(entity)
  return (
    <li>
      <div className="figure-note">
        {t('history.by', {
          by: entry.by ?? t('history.system'),
          at: formatMoment(entry.at),
          source: t(`history.source.${entry.source}`),
        })}
      </div>
      {entry.action !== 'update' ? (
        <div>{t(`history.${entry.action}`)}</div>
      ) : (
        <ul className="history-fields">
          {entry.changes.map((change) => (
            <li key={change.field}>
              {nameOf(change.field) ?? change.field}:{' '}
              <FieldText planId={planId} entity={entity} field={change.field} value={change.from} /> →{' '}
              <FieldText planId={planId} entity={entity} field={change.field} value={change.to} />
              {onRestore !== null && change.field in ENTITIES[entity] && (
                <button
                  type="button"
                  className="link-button"
                  onClick={() => onRestore(change.field, change.from)}
                >
                  {t('history.restore')}
                  <span className="visually-hidden"> {nameOf(change.field) ?? change.field}</span>
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

/** One record in full with its history: who, when, from what to what; an old value can be brought back. */
export function RecordDrawer({ planId, entity, store, recordId, actionsOf, onClose }: RecordDrawerProps) {
  const { t } = useTranslation('record')
  const nameOf = useFieldName(entity)
  const { canUpdate } = useRecordRights(entity)
  useSyncExternalStore(store.subscribe, store.snapshot)
  const record = store.get(recordId)
  const history = useInfiniteQuery({
    queryKey: ['plan', planId, 'history', recordId],
    queryFn: ({ signal, pageParam }) =>
      call(listHistory, {
        params: { planId },
        query: { recordId, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
  const restore =
    record === undefined
      ? null
      : (field: string, value: unknown) =>
          store.edit([
            {
              id: recordId,
              values: { [field]: value },
              unread: {},
              baseVersion: record.version,
              isOverwriting: false,
            },
          ])
  const title =
    record === undefined
      ? t('gone')
      : String(
          Object.values(record.values).find(
            (value) => typeof value === 'string' && value !== record.values['phaseId'],
          ) ?? '',
        )
  return (
    <SidePanel
      title={String(record?.values['name'] ?? title)}
      onClose={onClose}
      size={460}
      rootClassName="record-drawer"
    >
      {record !== undefined && (
        <dl className="record-fields">
          {Object.keys(ENTITIES[entity])
            .filter((field) => field !== 'phaseId' && nameOf(field) !== null)
            .map((field) => (
              <div key={field}>
                <dt>{nameOf(field)}</dt>
                <dd>
                  {record.unread[field] === undefined ? (
                    <FieldText planId={planId} entity={entity} field={field} value={record.values[field]} />
                  ) : (
                    <span className="unread-text">▲ {record.unread[field]}</span>
                  )}
                </dd>
              </div>
            ))}
        </dl>
      )}
      {record !== undefined && actionsOf !== undefined && (
        <div className="drawer-actions">{actionsOf(record)}</div>
      )}
      {record !== undefined && (
        <Attachments planId={planId} entity={entity} recordId={recordId} canAdd={canUpdate} hasHeading />
      )}
      <h2 className="drawer-heading">{t('history.title')}</h2>
      {history.isError && <ProblemNote error={history.error} />}
      <ol className="history">
        {history.data?.pages
          .flatMap((page) => page.items)
          .map((entry) => (
            <Change key={entry.seq} planId={planId} entry={entry} entity={entity} onRestore={restore} />
          ))}
      </ol>
      {history.hasNextPage && (
        <Button onClick={() => void history.fetchNextPage()} loading={history.isFetchingNextPage}>
          {t('history.more')}
        </Button>
      )}
    </SidePanel>
  )
}
