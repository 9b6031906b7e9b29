-- A correction says which tallies it moves, and which alerts it makes wrong.

alter table corrections add column moved jsonb not null default '[]';
alter table corrections add column wrong_alerts text[] not null default '{}';
comment on column corrections.moved is 'Tallies of calendar years that it moves: key of the tally, by how much, and the unit (releases | FLOP).';
comment on column corrections.wrong_alerts is 'What alerts of this release said and is no longer so: stream, then edge.';

create view tallies_moved_by_corrections as
  select c.id, c.observed_at, c.family_id, c.name, c.field, c.why, m ->> 'tally' as tally, (m ->> 'by')::double precision as moved_by,
         m ->> 'unit' as unit, t.number as tally_now
  from corrections c cross join lateral jsonb_array_elements(c.moved) m left join tallies t on t.key = m ->> 'tally';
comment on view tallies_moved_by_corrections is 'One row for each tally that a correction moved, and by how much.';
comment on column tallies_moved_by_corrections.id is 'Id of the correction.';
comment on column tallies_moved_by_corrections.observed_at is 'When the evidence for it was seen.';
comment on column tallies_moved_by_corrections.family_id is 'Id of the release.';
comment on column tallies_moved_by_corrections.name is 'Name of the release.';
comment on column tallies_moved_by_corrections.field is 'What changed.';
comment on column tallies_moved_by_corrections.why is 'Why it changed.';
comment on column tallies_moved_by_corrections.tally is 'Key of the tally: measure|selection|dimension=value|window.';
comment on column tallies_moved_by_corrections.moved_by is 'What the correction added to it; negative when it shrank. In the unit of this row.';
comment on column tallies_moved_by_corrections.unit is 'releases | FLOP.';
comment on column tallies_moved_by_corrections.tally_now is 'The tally as it stands now. Null when nothing is in it any more.';
