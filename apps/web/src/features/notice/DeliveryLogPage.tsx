import {
  DELIVERY_STATES,
  type DeliveryView,
  listDeliveries,
  retryDelivery,
} from '@yingce/contracts/notice/delivery'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { paths } from '../../paths.ts'
import { formatMoment } from '../../ui/format.ts'
import { PageLoading } from '../../ui/PageLoading.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import './notice.css'
import { keptFailureText } from './failure-text.ts'

const LOOKS = {
  waiting: { tone: 'warn', shape: '◑' },
  sending: { tone: 'accent', shape: '◐' },
  sent: { tone: 'ok', shape: '●' },
  dead: { tone: 'bad', shape: '■' },
} as const

function DeliveryRow({ delivery }: { delivery: DeliveryView }) {
  const { t } = useTranslation('notice')
  const client = useQueryClient()
  const retry = useMutation({
    mutationFn: () => call(retryDelivery, { params: { deliveryId: delivery.id } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['notice-deliveries'] }),
  })
  const { tone, shape } = LOOKS[delivery.state]
  return (
    <tr>
      <td className="nowrap">{formatMoment(delivery.createdAt)}</td>
      <td>
        {delivery.channelName}
        {delivery.memberName !== null && <div className="figure-note">{delivery.memberName}</div>}
      </td>
      <td>
        {delivery.title}
        {delivery.itemCount > 1 && (
          <span className="figure-note"> {t('log.items', { count: delivery.itemCount })}</span>
        )}
        {delivery.lastError !== null && (
          <div className="delivery-error">{keptFailureText(delivery.lastError)}</div>
        )}
        {delivery.attempts.length > 1 && (
          <details>
            <summary className="figure-note">{t('log.tries', { count: delivery.attempts.length })}</summary>
            <ol>
              {delivery.attempts.map((attempt) => (
                <li key={attempt.at} className="figure-note">
                  {formatMoment(attempt.at)} · {t(`log.outcome.${attempt.outcome ?? 'cut'}`)}
                  {attempt.code !== null && ` · ${attempt.code}`}
                </li>
              ))}
            </ol>
          </details>
        )}
        {retry.isError && <ProblemNote error={retry.error} />}
      </td>
      <td className="nowrap">
        <span className={`tag tag-${tone}`}>
          <span aria-hidden="true">{shape}</span> {t(`log.state.${delivery.state}`)}
        </span>
        {delivery.nextTryAt !== null && (
          <div className="figure-note">{t('log.next', { at: formatMoment(delivery.nextTryAt) })}</div>
        )}
      </td>
      <td>
        {delivery.state === 'dead' && (
          <Button size="small" loading={retry.isPending} onClick={() => retry.mutate()}>
            {t('log.again')}
          </Button>
        )}
      </td>
    </tr>
  )
}

/** What left for outside or was to leave, with every try and its answer. */
export function DeliveryLogPage() {
  const { t } = useTranslation('notice')
  const [state, setState] = useState<DeliveryView['state'] | 'all'>('all')
  const list = useInfiniteQuery({
    queryKey: ['notice-deliveries', state],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) =>
      call(listDeliveries, { query: { cursor: pageParam, ...(state === 'all' ? {} : { state }) }, signal }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
  if (list.isPending) return <PageLoading />
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div className="page">
      <div className="page-head">
        <h1 id="log-title">{t('log.title')}</h1>
        <Select
          aria-label={t('log.filter')}
          className="notice-mode"
          value={state}
          onChange={setState}
          options={(['all', ...DELIVERY_STATES] as const).map((value) => ({
            value,
            label: t(`log.state.${value}`),
          }))}
        />
        <span className="spacer" />
        <Link to={paths.noticeSettings}>{t('settings.title')}</Link>
      </div>
      {list.isError && <ProblemNote error={list.error} />}
      {items.length === 0 ? (
        <p className="empty">{t('log.none')}</p>
      ) : (
        <div className="table-scroll" tabIndex={0} role="group" aria-labelledby="log-title">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('log.at')}</th>
                <th scope="col">{t('log.channel')}</th>
                <th scope="col">{t('log.message')}</th>
                <th scope="col">{t('log.stateTitle')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('log.again')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((delivery) => (
                <DeliveryRow key={delivery.id} delivery={delivery} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('inbox.more')}
        </Button>
      )}
    </div>
  )
}
