-- What people wrote in the place of a document's generated sentences; figures,
-- tables and charts are always the data's.

create table document_text (
  workspace_id uuid not null,
  plan_id uuid not null,
  document text not null,
  locale text not null,
  -- Monday of the week of a weekly report; empty for documents of the whole plan
  period text not null,
  section text not null,
  text text not null,
  version integer not null,
  member_id uuid,
  updated_at timestamptz not null,
  primary key (workspace_id, plan_id, document, locale, period, section),
  foreign key (workspace_id, plan_id) references plan (workspace_id, id) on delete cascade
);

alter table document_text enable row level security;
alter table document_text force row level security;
create policy workspace_only on document_text to yingce_app
  using (workspace_id = (select app_workspace_id())) with check (workspace_id = (select app_workspace_id()));
grant select, insert, update, delete on document_text to yingce_app;
