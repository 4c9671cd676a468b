-- Sums by day are read whole years at a time. What every question looks at stands first,
-- where a row need not be taken apart to its last column for it; the few rows that are
-- not alone have an index of their own.
alter table metric_day no force row level security;
alter table metric_day rename to metric_day_of_before;
drop index metric_day_by_source, metric_day_by_day;
create table metric_day (
  workspace_id uuid not null,
  source_id uuid not null,
  day date not null,
  facts integer not null,
  -- is it the only row of its source, day, channel and plan?
  is_alone boolean not null,
  level text not null,
  channel text,
  plan_id uuid,
  task_id uuid,
  strategy text,
  creator text,
  impressions double precision,
  clicks double precision,
  cost_micros bigint,
  conversions double precision,
  revenue_micros bigint,
  orders double precision,
  engagements double precision,
  leads double precision,
  sessions double precision,
  pageviews double precision,
  reads double precision,
  likes double precision,
  comments double precision,
  shares double precision,
  saves double precision,
  follows double precision,
  views double precision,
  views_3s double precision,
  completed_views double precision,
  events double precision,
  new_users double precision,
  new_customers double precision,
  customers double precision,
  incremental_revenue_micros bigint,
  gross_profit_micros bigint,
  category_revenue_micros bigint,
  units double precision,
  add_to_carts double precision,
  refunds_micros bigint,
  revenue_direct_micros bigint,
  revenue_indirect_micros bigint,
  messages double precision,
  message_openings double precision,
  installs double precision,
  store_visits double precision,
  coupons_issued double precision,
  coupons_redeemed double precision,
  ugc_items double precision,
  mentions_own double precision,
  mentions_category double precision,
  complaints double precision,
  new_interested double precision,
  conversions_by_billing double precision,
  conversions_by_click double precision,
  deep_conversions double precision
);
insert into metric_day (workspace_id, source_id, day, facts, is_alone, level, channel, plan_id, task_id, strategy, creator, impressions, clicks, cost_micros, conversions, revenue_micros, orders, engagements, leads, sessions, pageviews, reads, likes, comments, shares, saves, follows, views, views_3s, completed_views, events, new_users, new_customers, customers, incremental_revenue_micros, gross_profit_micros, category_revenue_micros, units, add_to_carts, refunds_micros, revenue_direct_micros, revenue_indirect_micros, messages, message_openings, installs, store_visits, coupons_issued, coupons_redeemed, ugc_items, mentions_own, mentions_category, complaints, new_interested, conversions_by_billing, conversions_by_click, deep_conversions)
  select workspace_id, source_id, day, facts, is_alone, level, channel, plan_id, task_id, strategy, creator, impressions, clicks, cost_micros, conversions, revenue_micros, orders, engagements, leads, sessions, pageviews, reads, likes, comments, shares, saves, follows, views, views_3s, completed_views, events, new_users, new_customers, customers, incremental_revenue_micros, gross_profit_micros, category_revenue_micros, units, add_to_carts, refunds_micros, revenue_direct_micros, revenue_indirect_micros, messages, message_openings, installs, store_visits, coupons_issued, coupons_redeemed, ugc_items, mentions_own, mentions_category, complaints, new_interested, conversions_by_billing, conversions_by_click, deep_conversions from metric_day_of_before;
drop table metric_day_of_before;
create index metric_day_by_source on metric_day (workspace_id, source_id, day);
create index metric_day_alone on metric_day (workspace_id, day) where is_alone;
create index metric_day_of_several on metric_day (workspace_id, day) where not is_alone;

alter table metric_day enable row level security;
alter table metric_day force row level security;
create policy workspace_only on metric_day to yingce_app
  using (workspace_id = (select app_workspace_id())) with check (workspace_id = (select app_workspace_id()));
grant select, insert, update, delete on metric_day to yingce_app;
