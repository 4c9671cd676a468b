import { foldText, headerText } from '@yingce/domain/sheets/header-text'

export type CustomerColumn = 'id' | 'frequency' | 'recency' | 'age' | 'meanValue' | 'date' | 'amount'

/** Names that files give these columns; compared without case, width, spaces and units. */
const NAMES: Readonly<Record<CustomerColumn, readonly string[]>> = {
  id: ['id', 'customer', 'customer_id', 'customerid', 'cust', 'user', 'user_id', 'member_id', 'uid'].concat([
    '客户',
    '客户id',
    '客户编号',
    '用户',
    '用户id',
    '用户编号',
    '会员',
    '会员id',
    '会员编号',
    '顾客',
    '编号',
  ]),
  frequency: ['frequency', 'freq', 'x', 'repeat_purchases', 'repeat purchases', 'repeats'].concat([
    '复购次数',
    '重复购买次数',
    '复购频次',
    '购买频次',
    '频次',
    '频率',
  ]),
  recency: ['recency', 't_x', 'tx', 't.x'].concat([
    '近度',
    '最近购买时间',
    '末次购买时间',
    '首末次间隔',
    '首末购间隔',
    '最近一次购买',
  ]),
  age: ['t', 'age', 'tenure', 't_cal', 'customer_age', 'observed', 'observation_time'].concat([
    '观察时长',
    '观察期',
    '观察时间',
    '客龄',
    '客户年龄',
    '首购至今',
  ]),
  meanValue: ['monetary', 'monetary_value', 'mean_value', 'average_value', 'avg_value', 'm_x', 'zbar'].concat(
    ['平均金额', '平均消费', '复购平均金额', '复购均额', '平均客单价', '客单价'],
  ),
  date: [
    'date',
    'day',
    'purchase_date',
    'order_date',
    'order_time',
    'transaction_date',
    'invoicedate',
  ].concat([
    '日期',
    '购买日期',
    '下单日期',
    '交易日期',
    '订单日期',
    '下单时间',
    '支付时间',
    '成交日期',
    '购买时间',
  ]),
  amount: ['amount', 'value', 'sales', 'spend', 'revenue', 'price', 'total', 'order_value', 'gmv'].concat([
    '金额',
    '实付金额',
    '订单金额',
    '成交金额',
    '支付金额',
    '消费金额',
    '交易金额',
    '销售额',
  ]),
}

const columns = new Map(
  Object.entries(NAMES).flatMap(([column, names]) =>
    names.map((name) => [foldText(name), column as CustomerColumn] as const),
  ),
)

/** Where each column stands, from 0; the first of two with one meaning counts. */
export function findCustomerColumns(header: readonly string[]): ReadonlyMap<CustomerColumn, number> {
  const found = new Map<CustomerColumn, number>()
  for (const [index, written] of header.entries()) {
    const { folded, bare } = headerText(written)
    const column = columns.get(folded) ?? columns.get(bare)
    if (column !== undefined && !found.has(column)) found.set(column, index)
  }
  return found
}
