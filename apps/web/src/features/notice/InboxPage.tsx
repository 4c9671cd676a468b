import type { NoticeView } from '@yingce/contracts/notice/notice'
import { noticeTextIn } from '@yingce/domain/notice/notice-kinds'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../i18n.ts'
import { paths } from '../../paths.ts'
import { formatMoment } from '../../ui/format.ts'
import { PageLoading } from '../../ui/PageLoading.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { useInbox } from './use-inbox.ts'
import { useUnreadCount } from './use-unread-count.ts'
import './notice.css'

const LOOKS = {
  info: { tone: 'plain', shape: '○' },
  warning: { tone: 'warn', shape: '▲' },
  critical: { tone: 'bad', shape: '■' },
} as const

function NoticeCard({ notice, onOpen }: { notice: NoticeView; onOpen: () => void }) {
  const { t } = useTranslation('notice')
  const { tone, shape } = LOOKS[notice.severity]
  const locale = currentLocale()
  const body = noticeTextIn(notice.body, locale)
  return (
    <article className={notice.readAt === null ? 'card notice unread' : 'card notice'}>
      <div className="notice-head">
        <span className={`tag tag-${tone}`}>
          <span aria-hidden="true">{shape}</span> {t(`kind.${notice.kind}`)}
        </span>
        {notice.planName !== null && <span className="figure-note">{notice.planName}</span>}
        <time className="figure-note" dateTime={notice.createdAt}>
          {formatMoment(notice.createdAt)}
        </time>
      </div>
      <a
        className="notice-title"
        href={notice.link}
        onClick={(event) => {
          // Another tab or window is left to the browser.
          if (event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          onOpen()
        }}
      >
        {notice.readAt === null && <span className="visually-hidden">{t('unreadMark')}</span>}
        {noticeTextIn(notice.title, locale)}
      </a>
      {body !== '' && <p className="notice-body">{body}</p>}
    </article>
  )
}

/** Everything that was told to me, newest first; opening one marks it as read. */
export function InboxPage() {
  const { t } = useTranslation('notice')
  const navigate = useNavigate()
  const [isUnreadOnly, setUnreadOnly] = useState(false)
  const unread = useUnreadCount()
  const { list, items, read } = useInbox(isUnreadOnly)
  const open = (notice: NoticeView) => {
    if (notice.readAt === null) read.mutate([notice.id])
    void navigate({ to: notice.link })
  }
  if (list.isPending) return <PageLoading />
  return (
    <div className="page page-narrow">
      <div className="page-head">
        <h1>{t('inbox.title')}</h1>
        <span className="figure-note" role="status">
          {t('inbox.unread', { count: unread })}
        </span>
        <span className="spacer" />
        <Segmented
          aria-label={t('inbox.filter')}
          value={isUnreadOnly ? 'unread' : 'all'}
          onChange={(value) => setUnreadOnly(value === 'unread')}
          options={[
            { value: 'all', label: t('inbox.all') },
            { value: 'unread', label: t('inbox.unreadOnly') },
          ]}
        />
        <Button disabled={unread === 0} loading={read.isPending} onClick={() => read.mutate(null)}>
          {t('inbox.readAll')}
        </Button>
      </div>
      {list.isError && <ProblemNote error={list.error} />}
      {read.isError && <ProblemNote error={read.error} />}
      {list.isSuccess && items.length === 0 && (
        <div className="empty">
          <p>{isUnreadOnly ? t('inbox.noneUnread') : t('inbox.none')}</p>
          <Link to={paths.noticeSettings}>{t('inbox.toSettings')}</Link>
        </div>
      )}
      <ul className="notice-list">
        {items.map((notice) => (
          <li key={notice.id}>
            <NoticeCard notice={notice} onOpen={() => open(notice)} />
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('inbox.more')}
        </Button>
      )}
    </div>
  )
}
