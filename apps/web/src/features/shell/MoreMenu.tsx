import { useNavigate, useRouterState } from '@tanstack/react-router'
import { Dropdown } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isUnder, TEAM, WORK } from './nav-items.ts'
import { ShellIcon } from './ShellIcon.tsx'

const ITEMS = [...WORK, ...TEAM].filter(({ isDeskOnly }) => isDeskOnly)

/** 更多: the places that the narrow bar of a phone has no room for; a wide window shows them in the rail. */
export function MoreMenu() {
  const { t } = useTranslation('shell')
  const navigate = useNavigate()
  const here = useRouterState({ select: ({ location }) => location.pathname })
  const current = ITEMS.find(({ to }) => isUnder(here, to))
  const [isOpen, setIsOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isOpen) return
    let frame = requestAnimationFrame(function enter() {
      const menu = box.current
      if (menu?.contains(document.activeElement) === true) return
      const items = [...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
      const chosen = items.find(({ className }) => className.includes('-selected')) ?? items[0]
      chosen?.focus()
      frame = requestAnimationFrame(enter)
    })
    return () => cancelAnimationFrame(frame)
  }, [isOpen])
  return (
    <Dropdown
      // The keys go into the menu, which opens above the bar. antd tries once, when a busy phone may not have drawn it.
      autoFocus
      onOpenChange={setIsOpen}
      popupRender={(menu) => <div ref={box}>{menu}</div>}
      trigger={['click']}
      placement="topRight"
      menu={{
        selectedKeys: current === undefined ? [] : [current.key],
        items: ITEMS.map(({ to, key, icon }) => ({
          key,
          icon: <ShellIcon name={icon} />,
          label: t(`nav.${key}`),
          onClick: () => void navigate({ to }),
        })),
      }}
    >
      <button
        type="button"
        className={`rail-link rail-more phone-only${current === undefined ? '' : ' on'}`}
        aria-haspopup="menu"
        {...(current === undefined ? {} : { 'aria-current': 'page' as const })}
      >
        <ShellIcon name="more" />
        <span>{t('nav.more')}</span>
      </button>
    </Dropdown>
  )
}
