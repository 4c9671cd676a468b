import { countUnreadNotices } from '@yingce/contracts/notice/notice'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../api/call.ts'

/** How many of my notices are unread; the live stream makes it ask again. */
export function useUnreadCount(): number {
  const { data } = useQuery({
    queryKey: ['notices', 'unread'],
    queryFn: ({ signal }) => call(countUnreadNotices, { signal }),
  })
  return data?.count ?? 0
}
