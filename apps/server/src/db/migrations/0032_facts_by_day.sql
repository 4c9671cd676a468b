-- Facts are asked for by period: the days lead, whichever sources they are of, and
-- what is imported day after day lies at the end.
alter table fact drop constraint fact_pkey;
alter table fact add primary key (workspace_id, day, source_id, key_id, hour);
-- Figures that people fill in are found by their key, whatever its day.
create index fact_by_hand on fact (workspace_id, source_id, key_id) where import_id = source_id;

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
      insert into fact (workspace_id, source_id, day, key_id, hour, import_id, channel, plan_id,
          impressions, clicks, conversions, cost_micros, revenue_micros)
        select p_workspace, one.id, m.day, m.id, -1, one.id, m.channel, m.plan_id,
          m.impressions, m.clicks, m.conversions, m.cost * 10000, m.revenue * 10000
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

-- Is it the only row of its source, day, channel and plan? Rows that are not are of
-- several levels, tasks, strategies or creators, and are grouped when they are asked for.
alter table metric_day add column is_alone boolean not null default false;

-- Sums the given days of a source anew. The caller holds the lock on the source.
-- p_columns: metrics that its facts of these days may have; null = any.
drop function roll_up_metric_days(uuid, uuid, date[]);
create function roll_up_metric_days(p_workspace uuid, p_source uuid, p_days date[], p_columns text[] default null) returns void
language plpgsql volatile as $$
declare
  flows text[];
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
       from (
         select f.day, k.level, k.depth || '':'' || k.level as rank, f.channel, f.plan_id, f.task_id, f.strategy, f.creator, count(*)::integer as facts%3$s
         from fact f join metric_key k on k.workspace_id = $1 and k.source_id = $2 and k.id = f.key_id
         where f.workspace_id = $1 and f.source_id = $2 and f.day >= $4 and f.day <= $5 and f.day = any ($3)
         group by f.day, k.level, k.depth, f.channel, f.plan_id, f.task_id, f.strategy, f.creator
       ) s
       window w as (partition by s.day)',
      coalesce(string_agg(format(', %I', flow), '' order by at), ''),
      coalesce(string_agg(format(', case when min(case when s.%1$I is not null then s.rank end) over w = s.rank then s.%1$I end', flow), '' order by at), ''),
      coalesce(string_agg(format(', sum(f.%1$I)%2$s as %1$I', flow, case when flow like '%\_micros' then '::bigint' else '' end), '' order by at), ''))
    from unnest(flows) with ordinality as u(flow, at))
    using p_workspace, p_source, p_days, (select min(d) from unnest(p_days) d), (select max(d) from unnest(p_days) d);
end $$;

-- The rows of before. The owner of the tables is bound by the policies too, which name
-- no workspace here: they are lifted for this one transaction.
alter table metric_day no force row level security;
update metric_day d set is_alone = true from (
  select workspace_id, source_id, day, channel, plan_id from metric_day group by 1, 2, 3, 4, 5 having count(*) = 1) one
where d.workspace_id = one.workspace_id and d.source_id = one.source_id and d.day = one.day
  and (d.channel, d.plan_id) is not distinct from (one.channel, one.plan_id);
alter table metric_day force row level security;
