-- A task that a meeting agreed on points at it.

alter table task add column meeting_id uuid;
create index task_by_meeting on task (workspace_id, plan_id, meeting_id) where meeting_id is not null;
