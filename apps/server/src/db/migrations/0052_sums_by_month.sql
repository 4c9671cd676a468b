-- A board of a year added up 365 sums by day of each channel. What stands alone on its day
-- is added up by month too, from the sums by day and in the same step as they: whole months of a
-- question are read from here, the days at its ends and what does not stand alone from metric_day.
create table metric_month (
  workspace_id uuid not null,
  source_id uuid not null,
  -- the first of the month
  day date not null,
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
  deep_conversions double precision,
  own_count1 double precision,
  own_count2 double precision,
  own_count3 double precision,
  own_count4 double precision,
  own_count5 double precision,
  own_count6 double precision
);
create index metric_month_by_source on metric_month (workspace_id, source_id, day);
create index metric_month_by_day on metric_month (workspace_id, day);
alter table metric_month enable row level security;
alter table metric_month force row level security;
create policy workspace_only on metric_month to yingce_app
  using (workspace_id = (select app_workspace_id())) with check (workspace_id = (select app_workspace_id()));
grant select, insert, update, delete on metric_month to yingce_app;

create function first_of_month(p_day date) returns date
language sql immutable as $$ select p_day - extract(day from p_day)::integer + 1 $$;

-- Sums the given months of a source anew. The caller holds the lock on the source.
-- Days that lack different metrics stay apart: a ratio asks each for all its parts.
-- p_months: their first days.
create function roll_up_metric_months(p_workspace uuid, p_source uuid, p_months date[]) returns void
language plpgsql volatile as $$
begin
  delete from metric_month where workspace_id = p_workspace and source_id = p_source and day = any (p_months);
  execute (
    select format(
      'insert into metric_month (workspace_id, source_id, day, channel, plan_id, task_id, strategy, creator, %1$s)
       select $1, $2, first_of_month(f.day), f.channel, f.plan_id, f.task_id, f.strategy, f.creator, %2$s
       from metric_day f
       where f.workspace_id = $1 and f.source_id = $2 and f.is_alone and f.day >= $4 and f.day < $5 and first_of_month(f.day) = any ($3)
       group by 3, 4, 5, 6, 7, 8, array[%3$s]',
      string_agg(format('%I', attname), ', ' order by attnum),
      string_agg(format('sum(f.%I)%s', attname, case when attname like '%\_micros' then '::bigint' else '' end), ', ' order by attnum),
      string_agg(format('f.%I is null', attname), ', ' order by attnum))
    from pg_attribute
    where attrelid = 'metric_month'::regclass and attnum > 0 and not attisdropped
      and attname not in ('workspace_id', 'source_id', 'day', 'channel', 'plan_id', 'task_id', 'strategy', 'creator'))
    using p_workspace, p_source, p_months, (select min(m) from unnest(p_months) m), (select max(m) + 31 from unnest(p_months) m);
end $$;

-- Sums the given days of a source anew. The caller holds the lock on the source.
-- p_columns: metrics that its facts of these days may have; null = any.
-- p_import: its staged facts are all there is of these days, and assigned to nothing yet;
-- null = the days are summed from the facts.
create or replace function roll_up_metric_days(p_workspace uuid, p_source uuid, p_days date[], p_columns text[] default null, p_import uuid default null) returns void
language plpgsql volatile as $$
declare
  flows text[];
  facts_sql constant text :=
    'select f.day, k.level, k.depth || '':'' || k.level as rank, f.channel, f.plan_id, f.task_id, f.strategy, f.creator, count(*)::integer as facts%1$s
     from fact f join metric_key k on k.workspace_id = $1 and k.source_id = $2 and k.id = f.key_id
     where f.workspace_id = $1 and f.source_id = $2 and f.day >= $4 and f.day <= $5 and f.day = any ($3)
     group by f.day, k.level, k.depth, f.channel, f.plan_id, f.task_id, f.strategy, f.creator';
  staged_sql constant text :=
    'select f.day, f.level, f.depth || '':'' || f.level as rank, f.channel, null::uuid as plan_id, null::uuid as task_id, null::text as strategy, null::text as creator, sum(f.facts)::integer as facts%1$s
     from (
       select n.day, n.level, n.depth, n.facts, coalesce(n.channel, s.channel) as channel%2$s
       from metric_import_part p
       join metric_source s on s.workspace_id = $1 and s.id = $2
       cross join json_to_recordset(p.sums) as n(day date, level text, depth smallint, channel text, facts integer%3$s)
       where p.workspace_id = $1 and p.import_id = $6 and n.day = any ($3)
     ) f
     group by f.day, f.level, f.depth, f.channel';
begin
  delete from metric_day where workspace_id = p_workspace and source_id = p_source and day = any (p_days);
  select coalesce(array_agg(attname::text order by attnum), '{}') into flows from pg_attribute
    where attrelid = 'metric_day'::regclass and attnum > 0 and not attisdropped
      and attname not in ('workspace_id', 'source_id', 'day', 'level', 'channel', 'plan_id', 'task_id', 'strategy', 'creator', 'facts', 'is_alone')
      and (p_columns is null or attname = any (p_columns));
  -- Each metric stands in the rows of the coarsest level that has it on that day.
  execute (
    select format(
      'insert into metric_day (workspace_id, source_id, day, level, channel, plan_id, task_id, strategy, creator, facts, is_alone%1$s)
       select $1, $2, s.day, s.level, s.channel, s.plan_id, s.task_id, s.strategy, s.creator, s.facts, count(*) over (partition by s.day, s.channel, s.plan_id) = 1%2$s
       from (%3$s) s
       window w as (partition by s.day)',
      coalesce(string_agg(format(', %I', flow), '' order by at), ''),
      coalesce(string_agg(format(', case when min(case when s.%1$I is not null then s.rank end) over w = s.rank then s.%1$I end', flow), '' order by at), ''),
      format(
        case when p_import is null then facts_sql else staged_sql end,
        coalesce(string_agg(format(', sum(f.%1$I)%2$s as %1$I', flow, case when flow like '%\_micros' then '::bigint' else '' end), '' order by at), ''),
        coalesce(string_agg(format(', n.%I', flow), '' order by at), ''),
        coalesce(string_agg(format(', %I %s', flow, case when flow like '%\_micros' then 'bigint' else 'double precision' end), '' order by at), '')))
    from unnest(flows) with ordinality as u(flow, at))
    using p_workspace, p_source, p_days, (select min(d) from unnest(p_days) d), (select max(d) from unnest(p_days) d), p_import;
  perform roll_up_metric_months(p_workspace, p_source, (select coalesce(array_agg(distinct first_of_month(d)), '{}') from unnest(p_days) d));
end $$;

-- The sums that are there. The owner of the tables is bound by the policies too, which name no
-- workspace here: they are lifted for this one transaction.
alter table metric_day no force row level security;
alter table metric_month no force row level security;
do $$
declare
  one record;
begin
  for one in
    select workspace_id, source_id, array_agg(distinct first_of_month(day)) as months from metric_day group by workspace_id, source_id
  loop
    perform roll_up_metric_months(one.workspace_id, one.source_id, one.months);
  end loop;
end $$;
alter table metric_day force row level security;
alter table metric_month force row level security;
