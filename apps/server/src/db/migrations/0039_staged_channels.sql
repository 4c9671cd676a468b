-- The channel of each fact that waits for confirmation stands beside it: joined to its
-- key, a million facts would be hashed, and written in the order of the hash.
alter table metric_import_part
  -- channels of the part, each once
  add column channels text[] not null default '{}',
  -- by fact the place of its channel among them; 0 = none; null = no fact of the part has one
  add column channel smallint[];
alter table metric_import_part alter column channel set storage external;

-- Drafts of before. The owner of the tables is bound by the policies too, which name
-- no workspace here: they are lifted for this one transaction.
alter table metric_import_part no force row level security;
with named as (
  select p.workspace_id, p.import_id, n.id, n.channel
  from metric_import_part p, json_to_recordset(p.keys) as n(id uuid, channel text) where n.channel is not null),
found as (
  select p.workspace_id, p.import_id, p.part, array_agg(distinct n.channel) as channels
  from metric_import_part p
  join named n on n.workspace_id = p.workspace_id and n.import_id = p.import_id and n.id = any (p.key_id)
  group by 1, 2, 3)
update metric_import_part p set
  channels = f.channels,
  channel = (
    select array_agg(coalesce(array_position(f.channels, n.channel), 0)::smallint order by u.place)
    from unnest(p.key_id) with ordinality u(id, place)
    left join named n on n.workspace_id = p.workspace_id and n.import_id = p.import_id and n.id = u.id)
from found f
where f.workspace_id = p.workspace_id and f.import_id = p.import_id and f.part = p.part;
alter table metric_import_part force row level security;
