-- What the facts that wait for confirmation add up to by day, level and channel, counted
-- while they are read: sums of days of which nothing was there before are written from
-- it, without reading the facts again.
alter table metric_import_part
  -- [{day, level, depth, channel, facts, <metric>…}]; null = staged before there were sums
  add column sums json;

-- Sums the given days of a source anew. The caller holds the lock on the source.
-- p_columns: metrics that its facts of these days may have; null = any.
-- p_import: its staged facts are all there is of these days, and assigned to nothing yet;
-- null = the days are summed from the facts.
drop function roll_up_metric_days(uuid, uuid, date[], text[]);
create function roll_up_metric_days(p_workspace uuid, p_source uuid, p_days date[], p_columns text[] default null, p_import uuid default null) returns void
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
end $$;
