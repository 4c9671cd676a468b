const PATHS = {
  alerts: 'M10 3.5 17.5 16.5h-15zM10 8.5v3.5M10 14v.5',
  today: 'M3.5 5.5h13v11h-13zM3.5 9h13M7 3.5v3M13 3.5v3M7.5 13l1.8 1.8 3.4-3.4',
  inbox:
    'M10 3a4.5 4.5 0 0 0-4.5 4.5c0 4-2 5.5-2 5.5h13s-2-1.5-2-5.5A4.5 4.5 0 0 0 10 3ZM8.5 16a1.6 1.6 0 0 0 3 0',
  plans: 'M3 4.5h14M3 10h9M3 15.5h11',
  imports: 'M10 3v9m0 0 3.5-3.5M10 12 6.5 8.5M3.5 14v2.5h13V14',
  templates: 'M3.5 3.5h5v5h-5zM11.5 3.5h5v5h-5zM3.5 11.5h5v5h-5zM11.5 11.5h5v5h-5z',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  members:
    'M7.5 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2.5 17c0-3 2.2-5 5-5s5 2 5 5M13 3.4a3 3 0 0 1 0 5.2M14.5 12.4c1.9.6 3 2.3 3 4.6',
  settings:
    'M10 12.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM10 2.5v2M10 15.5v2M2.5 10h2M15.5 10h2M4.7 4.7l1.4 1.4M13.9 13.9l1.4 1.4M15.3 4.7l-1.4 1.4M6.1 13.9l-1.4 1.4',
} as const

export type ShellIconName = keyof typeof PATHS | 'brand'

/** The rail's line icons, drawn here so that no icon font or package is loaded for so few. */
export function ShellIcon({ name }: { name: ShellIconName }) {
  if (name === 'brand') {
    return (
      <svg className="brand-mark" viewBox="0 0 20 20" aria-hidden="true">
        <rect width="20" height="20" rx="5" fill="var(--accent)" />
        <path
          d="M5 6.5h10M5 10h10M5 13.5h6"
          stroke="var(--on-accent)"
          strokeWidth="1.8"
          strokeLinecap="round"
        />
      </svg>
    )
  }
  return (
    <svg
      className="rail-icon"
      viewBox="0 0 20 20"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
