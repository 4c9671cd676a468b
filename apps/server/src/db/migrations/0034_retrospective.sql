-- Retrospectives that were scheduled by themselves (R3), and the kind of meeting for them.

alter table meeting drop constraint meeting_kind_check;
alter table meeting add constraint meeting_kind_check
  check (kind in ('kick_off', 'stand_up', 'weekly', 'monthly', 'retrospective', 'other'));

create table scheduled_retrospective (
  workspace_id uuid not null,
  plan_id uuid not null,
  -- no key to the meeting: one that somebody deleted is not scheduled again
  meeting_id uuid not null,
  -- of the meeting as it was left; a later one says that somebody has touched it
  version integer not null,
  primary key (workspace_id, plan_id),
  foreign key (workspace_id, plan_id) references plan (workspace_id, id) on delete cascade
);

alter table scheduled_retrospective enable row level security;
alter table scheduled_retrospective force row level security;
create policy workspace_only on scheduled_retrospective to yingce_app
  using (workspace_id = (select app_workspace_id())) with check (workspace_id = (select app_workspace_id()));
grant select, insert, update, delete on scheduled_retrospective to yingce_app;
