-- Tasks that were known as a meeting's by a line of their remark (“来自 …”, “From …”)
-- point at it from now on, also where the meeting was renamed since: the log knows
-- its former names. Of several meetings of that name it is the last one from before
-- the task. The remark stays as it is; each change stands in the log.

with named as (
  select workspace_id, plan_id, id, created_at, name from meeting
  union
  select m.workspace_id, m.plan_id, m.id, m.created_at, former.name
  from change_log c
  join meeting m on m.workspace_id = c.workspace_id and m.plan_id = c.plan_id and m.id = c.entity_id
  cross join lateral (values (c.changes -> 'name' ->> 0), (c.changes -> 'name' ->> 1)) as former (name)
  where c.entity = 'meeting' and c.changes ? 'name' and former.name is not null
), agreed as (
  select distinct on (t.workspace_id, t.plan_id, t.id) t.workspace_id, t.plan_id, t.id, n.id as meeting_id
  from task t
  cross join lateral regexp_split_to_table(t.remark, '\n') as line (text)
  join named n on n.workspace_id = t.workspace_id and n.plan_id = t.plan_id
    and btrim(line.text, E' \t\r') in ('来自 ' || n.name, 'From ' || n.name)
  where t.meeting_id is null and (t.remark like '%来自 %' or t.remark like '%From %')
  order by t.workspace_id, t.plan_id, t.id, n.created_at <= t.created_at desc, abs(extract(epoch from t.created_at - n.created_at)), n.id
), changed as (
  update task t set meeting_id = a.meeting_id, version = t.version + 1, updated_at = now()
  from agreed a where t.workspace_id = a.workspace_id and t.plan_id = a.plan_id and t.id = a.id
  returning t.workspace_id, t.plan_id, t.id, t.version, t.meeting_id
), tick as (
  insert into workspace_tick as w (workspace_id, seq) select workspace_id, count(*) from changed group by workspace_id
  on conflict (workspace_id) do update set seq = w.seq + excluded.seq
  returning workspace_id, seq
)
insert into change_log (workspace_id, seq, batch, plan_id, entity, entity_id, version, action, changes, source, at)
select c.workspace_id,
  tick.seq - count(*) over own + row_number() over (own order by c.plan_id, c.id),
  tick.seq - count(*) over own + 1,
  c.plan_id, 'task', c.id, c.version, 'update', jsonb_build_object('meetingId', jsonb_build_array(null, c.meeting_id)), 'job', now()
from changed c join tick on tick.workspace_id = c.workspace_id
window own as (partition by c.workspace_id);
