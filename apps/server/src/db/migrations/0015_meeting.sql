-- When a plan meets, and who has confirmed the own brief of its kick-off.

create table meeting_rhythm (
  workspace_id uuid not null,
  plan_id uuid not null,
  kind text not null check (kind in ('stand_up', 'weekly', 'monthly')),
  days integer[] not null,
  time text not null,
  minutes integer not null check (minutes > 0),
  primary key (workspace_id, plan_id, kind),
  foreign key (workspace_id, plan_id) references plan (workspace_id, id) on delete cascade
);

create table brief_confirmation (
  workspace_id uuid not null,
  plan_id uuid not null,
  meeting_id uuid not null,
  member_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, plan_id, meeting_id, member_id),
  foreign key (workspace_id, plan_id, meeting_id) references meeting (workspace_id, plan_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade
);

do $$
declare
  name text;
begin
  foreach name in array array['meeting_rhythm', 'brief_confirmation'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy workspace_only on %I to yingce_app using (workspace_id = (select app_workspace_id())) with check (workspace_id = (select app_workspace_id()))',
      name);
    execute format('grant select, insert, update, delete on %I to yingce_app', name);
  end loop;
end $$;
