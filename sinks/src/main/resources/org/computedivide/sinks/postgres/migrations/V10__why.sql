-- What a sceptic asks of a number: the words around its quote, which other values were read and why they lost, what stands aside.

alter table facts add column value_start bigint not null default -1;
alter table facts add column value_end bigint not null default -1;
alter table facts add column words_before text not null default '';
alter table facts add column words_after text not null default '';
comment on column facts.value_start is 'First character of the value in the quote, in UTF-16 units; -1 when it is not known.';
comment on column facts.value_end is 'Character of the quote after the value''s last one; -1 when it is not known.';
comment on column facts.words_before is 'Some sentences of the source before the quote, verbatim; empty when the value is not from the text.';
comment on column facts.words_after is 'Some sentences of the source after the quote, verbatim; empty when the value is not from the text.';

alter table variants add column set_aside text[] not null default '{}';
alter table variants add column candidates jsonb not null default '[]';
comment on column variants.set_aside is 'Facts of the family that others contradict by a factor of a thousand, one sentence each: source/nativeId, field, why.';
comment on column variants.candidates is 'The other values that were read for this variant: observation, field, number, text, rule, and why they do not stand.';

create view record_jumps as
  select family_id, release, variant, day, compute, times_the_record_before as times, compute / times_the_record_before as former_record
  from frontier_records
  where times_the_record_before > 10;
comment on view record_jumps is 'Records of more than ten times the one before: each asks for a review, since most are errors of a source.';
comment on column record_jumps.family_id is 'Id of the release.';
comment on column record_jumps.release is 'Name of the release.';
comment on column record_jumps.variant is 'Name of the variant.';
comment on column record_jumps.day is 'Day it was published, UTC.';
comment on column record_jumps.compute is 'Its training compute in FLOP.';
comment on column record_jumps.times is 'How many times the former record it has.';
comment on column record_jumps.former_record is 'The largest training compute until that day, in FLOP.';

-- When our interval stood and when the compute was disclosed are the first sights of the sources, not those of their last revisions.
drop view calibration;
drop view disclosed_later;
create view disclosed_later as
  with member as (
    select r.family_id, (m ->> 'source') || '/' || (m ->> 'nativeId') as key, (m ->> 'observedAt')::timestamptz as revised,
           coalesce(nullif((m ->> 'firstObservedAt')::timestamptz, 'epoch'), (m ->> 'observedAt')::timestamptz) as seen
    from releases r, jsonb_array_elements(r.members) m),
  estimate as (
    select v.family_id, v.variant_id, v.name, e ->> 'method' as method, coalesce(e ->> 'tier', 'computed') as tier, e ->> 'confidence' as confidence,
           (e ->> 'value')::double precision as value, (e ->> 'low')::double precision as low,
           (e ->> 'high')::double precision as high, coalesce((e ->> 'used')::boolean, false) as used, coalesce(e ->> 'note', '') as note,
           coalesce(e ->> 'boundary', 'unknown') as boundary, coalesce(e -> 'sources', '[]') as sources,
           coalesce((select max(member.seen) from member where member.family_id = v.family_id and e -> 'sources' ? member.key),
                    (select min(member.seen) from member where member.family_id = v.family_id)) as seen,
           coalesce((select max(member.revised) from member where member.family_id = v.family_id and e -> 'sources' ? member.key),
                    (select min(member.revised) from member where member.family_id = v.family_id)) as revised
    from variants v, jsonb_array_elements(v.estimates) e)
  select distinct on (d.seen, d.family_id, d.variant_id, e.method)
         d.family_id, d.variant_id, d.name, e.method, e.confidence, e.value as estimate, e.low, e.high, e.seen as estimated_at,
         d.value as disclosed, d.method as disclosed_as, d.seen as disclosed_at, d.value between e.low and e.high as inside,
         abs(log(e.value / d.value)) as error, log(e.high / e.low) as decades,
         e.revised >= d.seen as revised_since
  from estimate d join estimate e on e.family_id = d.family_id and e.variant_id = d.variant_id
  where d.tier in ('maker', 'curated') and d.used and e.tier in ('computed', 'imputed') and e.seen < d.seen
    and d.value > 0 and e.value > 0 and e.low > 0 and e.note not like 'set aside%'
    and e.boundary not in ('with-data-generation', 'project')
    and not exists (select from jsonb_array_elements_text(e.sources) as own where d.sources ? own)
  order by d.seen, d.family_id, d.variant_id, e.method, e.value;
comment on view disclosed_later is 'One row for each training compute that a source disclosed after our estimate was possible, and each method that had estimated it: was it inside our interval? Estimates that rest on the disclosing source itself are left out.';
comment on column disclosed_later.family_id is 'Id of the family.';
comment on column disclosed_later.variant_id is 'Normalised name of the variant; empty when the family has one only.';
comment on column disclosed_later.name is 'Name for people.';
comment on column disclosed_later.method is 'How we had estimated it: operation-counting | hardware-time | combined | fine-tune | imputed.';
comment on column disclosed_later.confidence is 'How sure we said we were: high | medium | low.';
comment on column disclosed_later.estimate is 'Our estimate from what was seen before, by the methods of today, in FLOP.';
comment on column disclosed_later.low is '5th percentile of the estimate, in FLOP.';
comment on column disclosed_later.high is '95th percentile of the estimate, in FLOP.';
comment on column disclosed_later.estimated_at is 'When the last of the sources that the estimate rests on was first seen: from then on our interval stood.';
comment on column disclosed_later.disclosed is 'What was disclosed, in FLOP.';
comment on column disclosed_later.disclosed_as is 'reported (by the maker) | curated (by a table).';
comment on column disclosed_later.disclosed_at is 'When the disclosing source was first seen.';
comment on column disclosed_later.inside is 'Whether the disclosed value lies in our 90 % interval.';
comment on column disclosed_later.error is 'Absolute difference of estimate and disclosed value, in decades.';
comment on column disclosed_later.decades is 'Width of our interval, in decades.';
comment on column disclosed_later.revised_since is 'True when a source of the estimate was revised after the disclosure, so that the estimate may rest on later words; such rows are not counted in calibration.';

create view calibration as
  select method, confidence, count(*) as disclosed, count(*) filter (where inside) as inside,
         (count(*) filter (where inside))::double precision / count(*) as share,
         percentile_cont(0.5) within group (order by error) as median_error,
         percentile_cont(0.5) within group (order by decades) as median_decades
  from disclosed_later
  where not revised_since
  group by method, confidence;
comment on view calibration is 'How often our 90 % intervals held where a compute was disclosed later, by method and confidence; 0.85 to 0.95 is wanted.';
comment on column calibration.method is 'operation-counting | hardware-time | combined | fine-tune | imputed.';
comment on column calibration.confidence is 'How sure we said we were: high | medium | low.';
comment on column calibration.disclosed is 'Number of later disclosures.';
comment on column calibration.inside is 'How many of them lie in our interval.';
comment on column calibration.share is 'The same as a share, from 0 to 1.';
comment on column calibration.median_error is 'Median of the absolute error, in decades.';
comment on column calibration.median_decades is 'Median width of the interval, in decades.';
