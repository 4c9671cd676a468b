import { listNotices, readNotices } from '@yingce/contracts/notice/notice'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/call.ts'

const PAGE = 50

/** My notices page by page, and marking them as read. */
export function useInbox(isUnreadOnly: boolean) {
  const client = useQueryClient()
  const list = useInfiniteQuery({
    queryKey: ['notices', 'list', isUnreadOnly],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) =>
      call(listNotices, {
        query: { limit: PAGE, cursor: pageParam, ...(isUnreadOnly ? { isUnread: 'true' as const } : {}) },
        signal,
      }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
  const read = useMutation({
    mutationFn: (ids: string[] | null) => call(readNotices, { body: ids === null ? {} : { ids } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['notices'] }),
  })
  return {
    list,
    items: list.data?.pages.flatMap(({ items }) => items) ?? [],
    total: list.data?.pages[0]?.total ?? 0,
    read,
  }
}
