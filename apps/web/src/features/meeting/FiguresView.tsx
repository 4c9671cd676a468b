import type { MeetingFigures } from '@yingce/contracts/meeting/meeting'
import { tellsFillIns } from '@yingce/domain/meeting/fill-ins'
import { useTranslation } from 'react-i18next'
import { formatDay, formatFen, formatRatio } from '../../ui/format.ts'
import { quantityText } from '../../ui/quantity-text.ts'
import { reachedText } from '../../ui/reached-text.ts'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { FilledIn } from './FilledIn.tsx'
import { LineList } from './LineList.tsx'

type Line = MeetingFigures['done'][number]
const SHOWN = 8

function Lines({ planId, title, lines }: { planId: string; title: string; lines: readonly Line[] }) {
  const { t } = useTranslation('meeting')
  return (
    <section className="card" aria-label={title}>
      <div className="card-head">
        <h3>{title}</h3>
        <small>{t('count', { count: lines.length })}</small>
      </div>
      {lines.length === 0 ? (
        <p className="figure-note">{t('none')}</p>
      ) : (
        <LineList planId={planId} lines={lines.slice(0, SHOWN)} />
      )}
      {lines.length > SHOWN && <p className="figure-note">{t('more', { count: lines.length - SHOWN })}</p>}
    </section>
  )
}

/** Figures that the meeting opens with; nobody has to read them out. */
export function FiguresView({ planId, figures }: { planId: string; figures: MeetingFigures }) {
  const { t } = useTranslation('meeting')
  const { back, ahead, spend } = figures
  const isLookingBack = back.from <= back.to
  const span = ({ from, to }: typeof back) =>
    from === to ? formatDay(from, from) : `${formatDay(from, from)} – ${formatDay(to, from)}`
  return (
    <>
      {figures.isFrozen && <p className="figure-note">{t('frozen')}</p>}
      <div className="meeting-figures">
        {isLookingBack && (
          <section className="card" aria-label={t('spend')}>
            <div className="card-head">
              <h3>{t('spend')}</h3>
              <small>{span(back)}</small>
            </div>
            <div className="figure">
              {formatFen(spend.spent)} <small>/ {t('planned', { amount: formatFen(spend.planned) })}</small>
            </div>
            {spend.spent === null && spend.planned !== null && <p className="figure-note">{t('noSpend')}</p>}
            {spend.until !== null && spend.until < back.to && (
              <p className="figure-note">{t('spendUntil', { day: formatDay(spend.until, back.from) })}</p>
            )}
            {spend.missing.length > 0 && (
              <p className="figure-note">
                {t('spendMissing', {
                  days: spend.missing.map((day) => formatDay(day, back.from)).join(t('listMark')),
                })}
              </p>
            )}
            {spend.from === 'channels' && <p className="figure-note">{t('fromChannels')}</p>}
            {spend.difference !== null && (
              <p className={spend.difference > 0 ? 'meeting-over' : 'figure-note'}>
                {t(spend.difference > 0 ? 'over' : 'under', {
                  amount: formatFen(Math.abs(spend.difference)),
                })}
              </p>
            )}
            <ul className="meeting-lines">
              {spend.lines.slice(0, SHOWN).map((line) => (
                <li key={line.taskId}>
                  {line.taskId === null ? t('ofNoTask') : line.name} <b>{formatFen(line.spent)}</b>{' '}
                  <span className="figure-note">
                    {line.difference === null
                      ? t('planned', { amount: formatFen(line.planned) })
                      : t(line.difference > 0 ? 'over' : 'under', {
                          amount: formatFen(Math.abs(line.difference)),
                        })}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {tellsFillIns(figures.kind) && <FilledIn planId={planId} figures={figures} />}
        {isLookingBack && (
          <Lines planId={planId} title={t('done', { span: span(back) })} lines={figures.done} />
        )}
        <Lines planId={planId} title={t('due', { span: span(ahead) })} lines={figures.due} />
        <Lines planId={planId} title={t('late')} lines={figures.late} />
        <section className="card" aria-label={t('blocked')}>
          <div className="card-head">
            <h3>{t('blocked')}</h3>
            <small>{t('count', { count: figures.blocked.length })}</small>
          </div>
          {figures.blocked.length === 0 ? (
            <p className="figure-note">{t('none')}</p>
          ) : (
            <ul className="meeting-lines">
              {figures.blocked.slice(0, SHOWN).map((item) => (
                <li key={item.id}>
                  {item.severity !== null && (
                    <span className={item.severity === 'serious' ? 'tag tag-bad' : 'tag'}>
                      {t(`fields:choice.${item.severity}`)}
                    </span>
                  )}{' '}
                  {item.text}{' '}
                  <span className="figure-note">
                    {[item.owner, item.solution, item.dueDate].filter((part) => part !== null).join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
      {figures.kpis.length > 0 && (
        <div className="card">
          <div className="card-head">
            <h3>{t('targets')}</h3>
          </div>
          <div className="table-scroll" role="region" aria-label={t('targets')} tabIndex={0}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t('kpi.metric')}</th>
                  <th scope="col">{t('kpi.target')}</th>
                  <th scope="col">{t('kpi.actual')}</th>
                  <th scope="col" className="number">
                    {t('kpi.attainment')}
                  </th>
                  <th scope="col">{t('kpi.status')}</th>
                </tr>
              </thead>
              <tbody>
                {figures.kpis.map((kpi, index) => (
                  <tr key={index}>
                    <td>
                      {kpi.metric}{' '}
                      {kpi.source !== kpi.metric && <span className="figure-note">{kpi.source}</span>}
                    </td>
                    <td className="nowrap">{quantityText(kpi.targetText, kpi.metric)}</td>
                    <td className="nowrap">{reachedText(kpi)}</td>
                    <td className="number">{formatRatio(kpi.attainment)}</td>
                    <td>
                      <StatusTag status={kpi.status} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      )}
    </>
  )
}
