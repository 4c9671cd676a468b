-- A row of facts had a column for each of 71 metrics, of which a file has five: writing a
-- million of them took a fifth of its time for columns that are empty. The metrics that
-- nearly every file has keep their columns, the others stand together in one that is null
-- where a fact has none of them. Whoever reads or deletes facts says `fact` as before, a
-- view that shows each metric by its name; whoever writes new ones says `fact_row`.

-- In the order in which the product names its metrics: a row is built by place.
create type fact_rest as (
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
  deep_conversions double precision,
  own_count1 double precision,
  own_count2 double precision,
  own_count3 double precision,
  own_count4 double precision,
  own_count5 double precision,
  own_count6 double precision,
  own_level1 double precision,
  own_level2 double precision,
  reach double precision,
  visitors double precision,
  buyers double precision,
  users double precision,
  new_audience double precision,
  active_users double precision,
  retained_users double precision,
  repurchasing_users double precision,
  target_audience double precision,
  cohort_users double precision,
  dormant_users double precision,
  awakened_users double precision,
  position double precision,
  search_index double precision,
  followers double precision,
  awareness double precision,
  favourability double precision
);
create table fact_row (
  workspace_id uuid not null,
  source_id uuid not null,
  day date not null,
  key_id uuid not null,
  hour smallint not null,
  until date,
  import_id uuid not null,
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
  rest fact_rest
);

-- The owner of the tables is bound by the policies too, which name no workspace here.
alter table fact no force row level security;
insert into fact_row (workspace_id, source_id, day, key_id, hour, until, import_id, channel, plan_id, task_id, strategy, creator, impressions, clicks, cost_micros, conversions, revenue_micros, orders, engagements, leads, sessions, pageviews, rest)
  select workspace_id, source_id, day, key_id, hour, until, import_id, channel, plan_id, task_id, strategy, creator, impressions, clicks, cost_micros, conversions, revenue_micros, orders, engagements, leads, sessions, pageviews,
    case when num_nonnulls(reads, likes, comments, shares, saves, follows, views, views_3s, completed_views, events, new_users, new_customers, customers, incremental_revenue_micros, gross_profit_micros, category_revenue_micros, units, add_to_carts, refunds_micros, revenue_direct_micros, revenue_indirect_micros, messages, message_openings, installs, store_visits, coupons_issued, coupons_redeemed, ugc_items, mentions_own, mentions_category, complaints, new_interested, conversions_by_billing, conversions_by_click, deep_conversions, reach, visitors, buyers, users, new_audience, active_users, retained_users, repurchasing_users, target_audience, cohort_users, dormant_users, awakened_users, position, search_index, followers, awareness, favourability, own_count1, own_count2, own_count3, own_count4, own_count5, own_count6, own_level1, own_level2) > 0 then row(reads, likes, comments, shares, saves, follows, views, views_3s, completed_views, events, new_users, new_customers, customers, incremental_revenue_micros, gross_profit_micros, category_revenue_micros, units, add_to_carts, refunds_micros, revenue_direct_micros, revenue_indirect_micros, messages, message_openings, installs, store_visits, coupons_issued, coupons_redeemed, ugc_items, mentions_own, mentions_category, complaints, new_interested, conversions_by_billing, conversions_by_click, deep_conversions, own_count1, own_count2, own_count3, own_count4, own_count5, own_count6, own_level1, own_level2, reach, visitors, buyers, users, new_audience, active_users, retained_users, repurchasing_users, target_audience, cohort_users, dormant_users, awakened_users, position, search_index, followers, awareness, favourability)::fact_rest end
  from fact;
drop table fact;
-- Metrics of the workspace's own were to stand here once; they have names of their own now.
alter table fact_replaced drop column extra;

alter table fact_row add primary key (workspace_id, day, source_id, key_id, hour);
create index fact_by_plan on fact_row (workspace_id, plan_id, day) where plan_id is not null;
create index fact_by_hand on fact_row (workspace_id, source_id, key_id) where import_id = source_id;
create index fact_of_retention on fact_row (workspace_id, plan_id, day)
  where (rest).retained_users is not null or (rest).repurchasing_users is not null;

alter table fact_row enable row level security;
alter table fact_row force row level security;
create policy workspace_only on fact_row to yingce_app
  using (workspace_id = (select app_workspace_id())) with check (workspace_id = (select app_workspace_id()));
grant select, insert, update, delete on fact_row to yingce_app;

-- As whoever asks: the policy of the rows holds for the view.
create view fact with (security_invoker = true) as
  select workspace_id, source_id, day, key_id, hour, until, import_id, channel, plan_id, task_id, strategy, creator, impressions, clicks, cost_micros, conversions, revenue_micros, orders, engagements, leads, sessions, pageviews,
    (rest).reads,
    (rest).likes,
    (rest).comments,
    (rest).shares,
    (rest).saves,
    (rest).follows,
    (rest).views,
    (rest).views_3s,
    (rest).completed_views,
    (rest).events,
    (rest).new_users,
    (rest).new_customers,
    (rest).customers,
    (rest).incremental_revenue_micros,
    (rest).gross_profit_micros,
    (rest).category_revenue_micros,
    (rest).units,
    (rest).add_to_carts,
    (rest).refunds_micros,
    (rest).revenue_direct_micros,
    (rest).revenue_indirect_micros,
    (rest).messages,
    (rest).message_openings,
    (rest).installs,
    (rest).store_visits,
    (rest).coupons_issued,
    (rest).coupons_redeemed,
    (rest).ugc_items,
    (rest).mentions_own,
    (rest).mentions_category,
    (rest).complaints,
    (rest).new_interested,
    (rest).conversions_by_billing,
    (rest).conversions_by_click,
    (rest).deep_conversions,
    (rest).own_count1,
    (rest).own_count2,
    (rest).own_count3,
    (rest).own_count4,
    (rest).own_count5,
    (rest).own_count6,
    (rest).own_level1,
    (rest).own_level2,
    (rest).reach,
    (rest).visitors,
    (rest).buyers,
    (rest).users,
    (rest).new_audience,
    (rest).active_users,
    (rest).retained_users,
    (rest).repurchasing_users,
    (rest).target_audience,
    (rest).cohort_users,
    (rest).dormant_users,
    (rest).awakened_users,
    (rest).position,
    (rest).search_index,
    (rest).followers,
    (rest).awareness,
    (rest).favourability
  from fact_row;
grant select, update, delete on fact to yingce_app;

create or replace function mirror_manual_facts(p_workspace uuid, p_gone uuid[], p_there uuid[]) returns void
language plpgsql volatile as $$
declare
  one record;
  days date[];
begin
  insert into metric_source (workspace_id, id, name, kind, currency, created_at, updated_at)
    select distinct p_workspace, manual_source_id(p_workspace, p.currency), 'manual ' || p.currency, 'manual', p.currency, now(), now()
    from metric_fact m join plan p on p.workspace_id = p_workspace and p.id = m.plan_id
    where m.workspace_id = p_workspace and m.id = any (p_there)
    on conflict do nothing;
  -- One at a time per workspace: the days are summed anew.
  perform 1 from metric_source where workspace_id = p_workspace and kind = 'manual' order by id for no key update;
  for one in select id, currency from metric_source where workspace_id = p_workspace and kind = 'manual' order by id loop
    with gone as (
      delete from fact where workspace_id = p_workspace and source_id = one.id and import_id = source_id and key_id = any (p_gone || p_there) returning day
    )
    select coalesce(array_agg(distinct day), '{}') into days from gone;
    delete from metric_key where workspace_id = p_workspace and source_id = one.id and id = any (p_gone || p_there);
    insert into metric_key (workspace_id, source_id, id, level, depth, channel, content)
      select p_workspace, one.id, m.id, 'channel/content', 2, m.channel, m.content
      from metric_fact m join plan p on p.workspace_id = p_workspace and p.id = m.plan_id and p.currency = one.currency
      where m.workspace_id = p_workspace and m.id = any (p_there);
    with there as (
      insert into fact_row (workspace_id, source_id, day, key_id, hour, import_id, channel, plan_id, impressions, clicks, conversions, cost_micros, revenue_micros, leads, orders, rest)
        select p_workspace, one.id, m.day, m.id, -1, one.id, m.channel, m.plan_id, m.impressions, m.clicks, m.conversions, m.cost * 10000, m.revenue * 10000, m.leads, m.orders,
          case when num_nonnulls(m.reach, m.reads, m.views, m.likes, m.comments, m.shares, m.saves, m.store_visits, m.new_customers, m.followers, m.visitors, m.buyers, m.active_users, m.cohort_users, m.retained_users, m.repurchasing_users, m.coupons_issued, m.coupons_redeemed, m.ugc_items, m.mentions_own, m.mentions_category, m.complaints, m.search_index, m.own_count1, m.own_count2, m.own_count3, m.own_count4, m.own_count5, m.own_count6, m.own_level1, m.own_level2) > 0 then row(m.reads, m.likes, m.comments, m.shares, m.saves, null, m.views, null, null, null, null, m.new_customers, null, null, null, null, null, null, null, null, null, null, null, null, m.store_visits, m.coupons_issued, m.coupons_redeemed, m.ugc_items, m.mentions_own, m.mentions_category, m.complaints, null, null, null, null, m.own_count1, m.own_count2, m.own_count3, m.own_count4, m.own_count5, m.own_count6, m.own_level1, m.own_level2, m.reach, m.visitors, m.buyers, null, null, m.active_users, m.retained_users, m.repurchasing_users, null, m.cohort_users, null, null, null, m.search_index, m.followers, null, null)::fact_rest end
        from metric_fact m join plan p on p.workspace_id = p_workspace and p.id = m.plan_id and p.currency = one.currency
        where m.workspace_id = p_workspace and m.id = any (p_there)
        returning day
    )
    select days || coalesce(array_agg(distinct day), '{}') into days from there;
    if cardinality(days) > 0 then
      perform roll_up_metric_days(p_workspace, one.id, days);
    end if;
  end loop;
end $$;
