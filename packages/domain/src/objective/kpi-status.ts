/** 达标 / 预警 / 未达标 / 无数据 / 未开始. */
export const KPI_STATUSES = ['met', 'at_risk', 'missed', 'no_data', 'not_started'] as const
export type KpiStatus = (typeof KPI_STATUSES)[number]
