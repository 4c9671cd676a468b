import './progress-line.css'

/** Work that goes on without a known end; what it is stands beside it. */
export function ProgressLine() {
  return <span className="progress-line" />
}
