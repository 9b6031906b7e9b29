-- Views named for the questions people ask of the tables. They hold nothing of their own.

create view academic_share_by_year as
  select substr(time_window, 6)::int as year, selection,
         coalesce(max(number) filter (where value = 'academia'), 0) as academia,
         coalesce(max(number) filter (where value = 'collaboration'), 0) as collaboration,
         coalesce(max(number) filter (where value = 'industry'), 0) as industry,
         sum(members)::bigint as known,
         max(unknown) as unknown,
         bool_or(provisional) as provisional
  from tallies
  where measure = 'releaseShare' and dimension = 'affiliation' and time_window like 'year:%'
  group by time_window, selection;
comment on view academic_share_by_year is 'How much of each year''s releases academia makes alone, with industry, and industry alone (set rule). One row for each year and selection.';
comment on column academic_share_by_year.year is 'Year of publication.';
comment on column academic_share_by_year.selection is 'Among which releases: all | withCompute (those whose training compute is known) | …';
comment on column academic_share_by_year.academia is 'Share of releases by academia alone, among those whose affiliation is known; from 0 to 1.';
comment on column academic_share_by_year.collaboration is 'Share of releases by academia and industry together.';
comment on column academic_share_by_year.industry is 'Share of releases by industry alone.';
comment on column academic_share_by_year.known is 'Number of releases of the selection whose affiliation is known: what the shares divide by.';
comment on column academic_share_by_year.unknown is 'Number of releases for which it cannot be said whether they belong.';
comment on column academic_share_by_year.provisional is 'True while the last 60 days are in the year: late entries are still to come.';

create view compute_by_affiliation_by_year as
  select substr(c.time_window, 6)::int as year, c.value as affiliation,
         c.number as compute, c.low as compute_low, c.high as compute_high,
         s.number as share, s.low as share_low, s.high as share_high,
         c.members as releases, c.unknown, c.imputed, c.provisional
  from tallies c
  left join tallies s on s.measure = 'computeShare' and s.selection = c.selection and s.dimension = c.dimension
    and s.value = c.value and s.time_window = c.time_window
  where c.measure = 'compute' and c.selection = 'withCompute' and c.dimension = 'affiliation'
    and c.time_window like 'year:%';
comment on view compute_by_affiliation_by_year is 'Who spends the training compute of each year: sums and shares of added compute by kind of maker, of releases that disclose enough.';
comment on column compute_by_affiliation_by_year.year is 'Year of publication.';
comment on column compute_by_affiliation_by_year.affiliation is 'Kind of maker, set rule.';
comment on column compute_by_affiliation_by_year.compute is 'Sum of added training compute, in FLOP.';
comment on column compute_by_affiliation_by_year.compute_low is '5th percentile of the sum, in FLOP.';
comment on column compute_by_affiliation_by_year.compute_high is '95th percentile of the sum, in FLOP.';
comment on column compute_by_affiliation_by_year.share is 'Share of all compute of the year that is known; from 0 to 1.';
comment on column compute_by_affiliation_by_year.share_low is '5th percentile of the share.';
comment on column compute_by_affiliation_by_year.share_high is '95th percentile of the share.';
comment on column compute_by_affiliation_by_year.releases is 'Number of releases in the sum.';
comment on column compute_by_affiliation_by_year.unknown is 'Number of releases that may belong but cannot be summed.';
comment on column compute_by_affiliation_by_year.imputed is 'Number of releases left out because their compute is imputed.';
comment on column compute_by_affiliation_by_year.provisional is 'True while the last 60 days are in the year.';

create view open_weights_share_by_year as
  with counted as (
    select substr(time_window, 6)::int as year,
           coalesce(sum(number) filter (where value = 'unrestricted'), 0) as unrestricted,
           coalesce(sum(number) filter (where value in ('restricted-use', 'non-commercial')), 0) as limited,
           coalesce(sum(number) filter (where value <> 'unknown'), 0) as known,
           coalesce(sum(number) filter (where value = 'unknown'), 0) as unknown,
           bool_or(provisional) as provisional
    from tallies
    where measure = 'releases' and selection = 'all' and dimension = 'openness' and time_window like 'year:%'
    group by time_window)
  select year, unrestricted / nullif(known, 0) as unrestricted, (unrestricted + limited) / nullif(known, 0) as downloadable,
         known::bigint as known, unknown::bigint as unknown,
         (unrestricted + limited) / (known + unknown) as downloadable_at_least,
         (unrestricted + limited + unknown) / (known + unknown) as downloadable_at_most, provisional
  from counted where known + unknown > 0;
comment on view open_weights_share_by_year is 'How open the weights of each year''s releases are. Open weights are not open source: each rung is named.';
comment on column open_weights_share_by_year.year is 'Year of publication.';
comment on column open_weights_share_by_year.unrestricted is 'Share of releases whose weights may be downloaded under a licence without user cap or field of use; from 0 to 1.';
comment on column open_weights_share_by_year.downloadable is 'Share of releases whose weights may be downloaded under any licence.';
comment on column open_weights_share_by_year.known is 'Number of releases whose openness is known: what both shares divide by.';
comment on column open_weights_share_by_year.unknown is 'Number of releases that say nothing of it.';
comment on column open_weights_share_by_year.downloadable_at_least is 'The share if none of the unknown may be downloaded.';
comment on column open_weights_share_by_year.downloadable_at_most is 'The share if all of the unknown may be downloaded.';
comment on column open_weights_share_by_year.provisional is 'True while the last 60 days are in the year.';

create view releases_at_least_by_year as
  select substr(time_window, 6)::int as year, value as tier, number::bigint as releases, low, high, unknown, imputed,
         provisional
  from tallies
  where measure = 'releases' and selection = 'all' and dimension = 'tier' and value <> 'unknown'
    and time_window like 'year:%';
comment on view releases_at_least_by_year is 'How many releases of each year reach 1e21, 1e23, … FLOP of cumulative training compute.';
comment on column releases_at_least_by_year.year is 'Year of publication.';
comment on column releases_at_least_by_year.tier is 'The line, for example ≥1e25 (FLOP). A release counts in every line it reaches.';
comment on column releases_at_least_by_year.releases is 'Number of releases that reach it by their point figure.';
comment on column releases_at_least_by_year.low is '5th percentile of that number by draws from the intervals.';
comment on column releases_at_least_by_year.high is '95th percentile of that number.';
comment on column releases_at_least_by_year.unknown is 'Number of releases whose compute is unknown.';
comment on column releases_at_least_by_year.imputed is 'Number of releases left out because their compute is imputed.';
comment on column releases_at_least_by_year.provisional is 'True while the last 60 days are in the year.';

create view disclosure_by_year as
  select substr(time_window, 6)::int as year, value as affiliation, number as compute_known, members as releases_known,
         members + non_members + unknown as releases_of_all, imputed, provisional
  from tallies
  where measure = 'computeKnown' and selection = 'all' and dimension = 'affiliation' and time_window like 'year:%';
comment on view disclosure_by_year is 'Who still says enough for a figure of training compute, by year and kind of maker. Every share of compute is of those who do.';
comment on column disclosure_by_year.year is 'Year of publication.';
comment on column disclosure_by_year.affiliation is 'Kind of maker, set rule.';
comment on column disclosure_by_year.compute_known is 'Share of its releases with known compute in FLOP; imputed ones do not count. From 0 to 1.';
comment on column disclosure_by_year.releases_known is 'Number of its releases with known compute.';
comment on column disclosure_by_year.releases_of_all is 'Number of releases of all makers in the year.';
comment on column disclosure_by_year.imputed is 'Number of its releases with an imputed figure only.';
comment on column disclosure_by_year.provisional is 'True while the last 60 days are in the year.';

create view frontier_records as
  with tops as (
    select c.*, max(compute) over (order by day) as largest_so_far, max(compute) over before as largest_before
    from compute_over_time c
    window before as (order by day groups between unbounded preceding and 1 preceding))
  select day, family_id, release, variant, organizations, affiliation, weights, compute, compute_low, compute_high, method,
         compute / largest_before as times_the_record_before
  from tops
  where compute = largest_so_far and compute > coalesce(largest_before, 0);
comment on view frontier_records is 'The largest training run of its time: each row is a model with more known compute than all before it.';
comment on column frontier_records.day is 'Day it was published, UTC.';
comment on column frontier_records.family_id is 'Id of the release.';
comment on column frontier_records.release is 'Name of the release.';
comment on column frontier_records.variant is 'Name of the variant.';
comment on column frontier_records.organizations is 'Names of the makers.';
comment on column frontier_records.affiliation is 'Kind of maker, set rule.';
comment on column frontier_records.weights is 'Openness of the weights.';
comment on column frontier_records.compute is 'Training compute, cumulative, in FLOP.';
comment on column frontier_records.compute_low is '5th percentile of compute, in FLOP.';
comment on column frontier_records.compute_high is '95th percentile of compute, in FLOP.';
comment on column frontier_records.method is 'How the value came about.';
comment on column frontier_records.times_the_record_before is 'Factor over the record that it broke. Null for the first.';

create view growth_of_compute as
  select selection, doubling_months, low as doubling_months_low, high as doubling_months_high, growth_per_year, n, unknown, r2,
         from_day, to_day
  from trends where trend = 'doubling-time';
comment on view growth_of_compute is 'How fast the training compute of models grows, by selection of models.';
comment on column growth_of_compute.selection is 'Which models: allWithCompute | runningTop10From2018 | …';
comment on column growth_of_compute.doubling_months is 'Doubling time in months.';
comment on column growth_of_compute.doubling_months_low is '5th percentile by bootstrap, in months.';
comment on column growth_of_compute.doubling_months_high is '95th percentile, in months. Null when some samples do not grow.';
comment on column growth_of_compute.growth_per_year is 'Factor a year.';
comment on column growth_of_compute.n is 'Number of models in the fit.';
comment on column growth_of_compute.unknown is 'Number of releases of the span whose compute is unknown.';
comment on column growth_of_compute.r2 is 'Share of the variance that the line explains.';
comment on column growth_of_compute.from_day is 'First day of the fit, UTC.';
comment on column growth_of_compute.to_day is 'Last day of the fit, UTC.';
