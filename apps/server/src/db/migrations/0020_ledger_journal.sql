-- The ledger holds all money of a plan (F3): commitments, costs, rebates and
-- credit with payee, account and receipt. What the tracker posts stays an
-- expense of its task; what is posted with its details has the source 'journal'.

alter table ledger_entry
  alter column task_id drop not null,
  add column kind text not null default 'expense'
    check (kind in ('contract', 'top_up', 'expense', 'consumption', 'rebate', 'bonus_credit')),
  add column budget_line_id uuid,
  add column category text
    check (category in ('media', 'creator', 'materials', 'production', 'venue', 'labour', 'other')),
  add column payee text,
  add column account text,
  add column receipt text,
  add column commitment_id uuid,
  add column reversal_of uuid,
  drop constraint ledger_entry_source_check,
  add constraint ledger_entry_source_check
    check (source in ('tracker', 'opening', 'reversal', 'sample', 'journal')),
  add constraint ledger_entry_tracker_has_task check (source = 'journal' or task_id is not null),
  add constraint ledger_entry_sign check (source <> 'journal' or (amount > 0) = (reversal_of is null));

-- An entry is taken back once.
create unique index ledger_entry_reversed_once on ledger_entry (workspace_id, plan_id, reversal_of)
  where reversal_of is not null;
create index ledger_entry_journal on ledger_entry (workspace_id, plan_id, id) where source = 'journal';

-- Which entries finance has held against their receipts; the entry itself is never edited.
create table ledger_reconciliation (
  workspace_id uuid not null,
  plan_id uuid not null,
  entry_id uuid not null,
  receipt text,
  member_id uuid,
  at timestamptz not null,
  primary key (workspace_id, plan_id, entry_id),
  foreign key (workspace_id, plan_id) references plan (workspace_id, id) on delete cascade
);
alter table ledger_reconciliation enable row level security;
alter table ledger_reconciliation force row level security;
create policy workspace_only on ledger_reconciliation to yingce_app
  using (workspace_id = (select app_workspace_id())) with check (workspace_id = (select app_workspace_id()));
grant select, insert, update, delete on ledger_reconciliation to yingce_app;

alter table budget_line add column is_hard_limit boolean not null default false;
