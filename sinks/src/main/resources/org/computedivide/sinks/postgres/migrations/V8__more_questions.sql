-- What trends rest on, what training costs to rent, and views for more of the questions that people ask.

alter table trends add column subjects text[] not null default '{}';
alter table trends add column caveat text not null default '';
comment on column trends.subjects is 'Family ids that the value rests on, the subject first.';
comment on column trends.caveat is 'What the reader of the number must be told; empty when nothing.';
comment on column trends.trend is 'doubling-time | landmark | growth | frontier | lag | first-passed | projection.';
comment on column trends.low is '5th percentile: of doubling_months for a fit, else of number.';
comment on column trends.high is '95th percentile: of doubling_months for a fit, else of number.';
comment on column tallies.low is '5th percentile by draws from the intervals of its members; null when the number is exact, and for at most a minute after it changed.';
comment on column tallies.exact is 'True when the number rests on no estimate: it has no interval.';

alter table releases add column cost_rental double precision;
alter table releases add column cost_rental_low double precision;
alter table releases add column cost_rental_high double precision;
alter table releases add column cost_stated double precision;
alter table releases add column cost_stated_low double precision;
alter table releases add column cost_stated_high double precision;
alter table releases add column base_maker text not null default 'none';
comment on column releases.cost_rental is 'What its chip-hours cost at list price for rent, in USD. Null when chips or hours are unknown.';
comment on column releases.cost_rental_low is '5th percentile of cost_rental, in USD.';
comment on column releases.cost_rental_high is '95th percentile of cost_rental, in USD.';
comment on column releases.cost_stated is 'Cost of the training as its maker states it, in USD. Null when nobody states it.';
comment on column releases.cost_stated_low is 'Lower end of what is stated, in USD.';
comment on column releases.cost_stated_high is 'Upper end of what is stated, in USD.';
comment on column releases.base_maker is 'Kind of organisation that made the model it was built on: academia | industry | government | nonprofit | unknown; none when it names no base.';

create view academic_share_of_records_by_year as
  select substr(time_window, 6)::int as year, selection, value as affiliation, number as share, low, high, worst_low, worst_high, members, unknown, caveat, provisional
  from tallies
  where measure = 'releaseShare' and dimension = 'affiliation' and (selection like 'runningTop%' or selection = 'top10PerYear') and time_window like 'year:%';
comment on view academic_share_of_records_by_year is 'Who makes the largest models of their day: share of each kind of maker among the running top 1 to 50 and the ten largest of each year.';
comment on column academic_share_of_records_by_year.year is 'Year of publication.';
comment on column academic_share_of_records_by_year.selection is 'runningTop10: among the ten largest up to its day (causal); top10PerYear: among the ten largest of the year (with hindsight).';
comment on column academic_share_of_records_by_year.affiliation is 'Kind of maker, set rule.';
comment on column academic_share_of_records_by_year.share is 'Share of the selected whose maker is known; from 0 to 1.';
comment on column academic_share_of_records_by_year.low is '5th percentile.';
comment on column academic_share_of_records_by_year.high is '95th percentile.';
comment on column academic_share_of_records_by_year.worst_low is 'The share if none of the unknown belonged.';
comment on column academic_share_of_records_by_year.worst_high is 'The share if all of the unknown belonged.';
comment on column academic_share_of_records_by_year.members is 'Number of releases counted.';
comment on column academic_share_of_records_by_year.unknown is 'Number of releases of which it cannot be said.';
comment on column academic_share_of_records_by_year.caveat is 'What the reader must be told; empty when nothing.';
comment on column academic_share_of_records_by_year.provisional is 'True while the last 60 days are in the year.';



create view divide_ratio_by_year as
  select substr(time_window, 6)::int as year, measure, number as times, low, high, members, unknown, caveat, provisional
  from tallies where measure in ('divideRatio', 'hardwareRatio') and dimension = 'total' and time_window like 'year:%';
comment on view divide_ratio_by_year is 'How much more compute the median release of industry took than that of academia, and how much more hardware the median team with a company had than one without.';
comment on column divide_ratio_by_year.year is 'Year of publication.';
comment on column divide_ratio_by_year.measure is 'divideRatio: median compute of industry alone over academia alone. hardwareRatio: median chips times peak, with a company over without.';
comment on column divide_ratio_by_year.times is 'The ratio of the two medians.';
comment on column divide_ratio_by_year.low is '5th percentile; null for hardware, which is stated.';
comment on column divide_ratio_by_year.high is '95th percentile.';
comment on column divide_ratio_by_year.members is 'Number of releases counted.';
comment on column divide_ratio_by_year.unknown is 'Number of releases of which it cannot be said.';
comment on column divide_ratio_by_year.caveat is 'What the reader must be told; empty when nothing.';
comment on column divide_ratio_by_year.provisional is 'True while the last 60 days are in the year.';



create view concentration_of_compute_by_year as
  select substr(time_window, 6)::int as year, value as way, measure, number, low, high, members, unknown, provisional
  from tallies where dimension = 'concentration' and time_window like 'year:%';
comment on view concentration_of_compute_by_year is 'On how few makers the compute of each year is concentrated: the Herfindahl index, and the shares of the largest 1, 3 and 10.';
comment on column concentration_of_compute_by_year.year is 'Year of publication.';
comment on column concentration_of_compute_by_year.way is 'equalSplit: shared by the makers of a release. firstOrganization: all to the first.';
comment on column concentration_of_compute_by_year.measure is 'hhi | top1Share | top3Share | top10Share | organizations.';
comment on column concentration_of_compute_by_year.number is 'The index or share (0 to 1), or the number of makers.';
comment on column concentration_of_compute_by_year.low is '5th percentile.';
comment on column concentration_of_compute_by_year.high is '95th percentile.';
comment on column concentration_of_compute_by_year.members is 'Number of releases counted.';
comment on column concentration_of_compute_by_year.unknown is 'Number of releases of which it cannot be said.';
comment on column concentration_of_compute_by_year.provisional is 'True while the last 60 days are in the year.';



create view cost_energy_carbon_by_year as
  select substr(time_window, 6)::int as year, dimension, value, measure, number, low, high, unit, members, unknown, provisional
  from tallies where measure in ('cost', 'costRental', 'costStated', 'energy', 'carbon', 'chipHours', 'medianCost') and time_window like 'year:%';
comment on view cost_energy_carbon_by_year is 'What the training of each years releases cost, took and emitted, of those that state chips and hours; imputed figures never enter.';
comment on column cost_energy_carbon_by_year.year is 'Year of publication.';
comment on column cost_energy_carbon_by_year.dimension is 'total | affiliation | openness | country | bloc | chipClass.';
comment on column cost_energy_carbon_by_year.value is 'Value of the dimension.';
comment on column cost_energy_carbon_by_year.measure is 'cost (amortised own hardware) | costRental (list price) | costStated (by the maker) | energy (at the facility) | carbon | chipHours | medianCost.';
comment on column cost_energy_carbon_by_year.number is 'The sum, or the median.';
comment on column cost_energy_carbon_by_year.low is '5th percentile; null for what is stated.';
comment on column cost_energy_carbon_by_year.high is '95th percentile.';
comment on column cost_energy_carbon_by_year.unit is 'USD | kWh | kg CO2e | chip-hours.';
comment on column cost_energy_carbon_by_year.members is 'Number of releases counted.';
comment on column cost_energy_carbon_by_year.unknown is 'Number of releases of which it cannot be said.';
comment on column cost_energy_carbon_by_year.provisional is 'True while the last 60 days are in the year.';



create view lines_in_law_by_year as
  with counted as (
    select substr(time_window, 6)::int as year, dimension, value as line, measure, number, low, high, unknown, provisional
    from tallies where measure in ('overLine', 'overLineExpected', 'overLineLikely') and time_window like 'year:%')
  select p.year, p.dimension, p.line, p.number as by_point, e.number as expected, l.number as likely, p.low, p.high, p.unknown, p.provisional
  from counted p
  join counted e on e.measure = 'overLineExpected' and e.year = p.year and e.dimension = p.dimension and e.line = p.line
  join counted l on l.measure = 'overLineLikely' and l.year = p.year and l.dimension = p.dimension and l.line = p.line
  where p.measure = 'overLine';
comment on view lines_in_law_by_year is 'How many releases of each year are over each line of compute: the tiers, and the lines in law that were in force on their day and speak of them.';
comment on column lines_in_law_by_year.year is 'Year of publication.';
comment on column lines_in_law_by_year.dimension is 'tier | legalLine.';
comment on column lines_in_law_by_year.line is '≥1e25 (FLOP), or the id of the line in law.';
comment on column lines_in_law_by_year.by_point is 'Number over it by the point figure.';
comment on column lines_in_law_by_year.expected is 'Expected number, from the intervals.';
comment on column lines_in_law_by_year.likely is 'Number that are over it with a probability above one half.';
comment on column lines_in_law_by_year.low is '5th percentile of the number by draws.';
comment on column lines_in_law_by_year.high is '95th percentile.';
comment on column lines_in_law_by_year.unknown is 'Number of releases that the line may speak of and whose compute is unknown.';
comment on column lines_in_law_by_year.provisional is 'True while the last 60 days are in the year.';



create view openness_of_code_by_year as
  select substr(time_window, 6)::int as year, dimension, value, measure, number, worst_low, worst_high, members, non_members, unknown, provisional
  from tallies where measure in ('openCodeShare', 'openWeightsShare', 'industryCodeCorrelation') and time_window like 'year:%';
comment on view openness_of_code_by_year is 'Who opens training code and weights: the share by whether a company takes part, and the correlation of the two. Association, not cause.';
comment on column openness_of_code_by_year.year is 'Year of publication.';
comment on column openness_of_code_by_year.dimension is 'total | industryTakesPart | affiliation.';
comment on column openness_of_code_by_year.value is 'Value of the dimension.';
comment on column openness_of_code_by_year.measure is 'openCodeShare | openWeightsShare | industryCodeCorrelation (phi, from -1 to 1).';
comment on column openness_of_code_by_year.number is 'The share among those that say, or the correlation.';
comment on column openness_of_code_by_year.worst_low is 'The share if none of the silent opened.';
comment on column openness_of_code_by_year.worst_high is 'The share if all of the silent opened.';
comment on column openness_of_code_by_year.members is 'Number of releases that open; for the correlation, that say.';
comment on column openness_of_code_by_year.non_members is 'Number of releases known not to.';
comment on column openness_of_code_by_year.unknown is 'Number of releases of which it cannot be said.';
comment on column openness_of_code_by_year.provisional is 'True while the last 60 days are in the year.';



create view models_built_on_by_year as
  select substr(time_window, 6)::int as year, split_part(value, '×', 1) as affiliation, split_part(value, '×', 2) as base_maker, number::bigint as releases, unknown, provisional
  from tallies where measure = 'releases' and selection = 'all' and dimension = 'affiliation×baseMaker' and time_window like 'year:%';
comment on view models_built_on_by_year is 'Whose models each kind of maker builds on: for example how many academic releases are built on a model of industry.';
comment on column models_built_on_by_year.year is 'Year of publication.';
comment on column models_built_on_by_year.affiliation is 'Kind of maker of the release, set rule.';
comment on column models_built_on_by_year.base_maker is 'Kind of maker of its base; none when it names no base.';
comment on column models_built_on_by_year.releases is 'Number of releases.';
comment on column models_built_on_by_year.unknown is 'Number of releases of which it cannot be said.';
comment on column models_built_on_by_year.provisional is 'True while the last 60 days are in the year.';



create view months_behind as
  select split_part(selection, '→', 1) as who, split_part(selection, '→', 2) as behind, number as months, low, high, n, from_day as reached_on, subjects, caveat, day
  from trends where trend = 'lag';
comment on view months_behind is 'How many months the largest training run of academia, open weights, China, Europe is behind: since the other group first had as much. Of compute, not of what models can do.';
comment on column months_behind.who is 'academia | openWeights | China | EU27 | UK.';
comment on column months_behind.behind is 'The group that it is measured against.';
comment on column months_behind.months is 'Months since the other group first had as much; 0 when it leads.';
comment on column months_behind.low is '5th percentile.';
comment on column months_behind.high is '95th percentile.';
comment on column months_behind.n is 'Number of models of the group with known compute.';
comment on column months_behind.reached_on is 'Day on which the other group reached it.';
comment on column months_behind.subjects is 'Family ids: the largest of the group, and the first as large of the other.';
comment on column months_behind.caveat is 'What the reader must be told; empty when nothing.';
comment on column months_behind.day is 'The day on which this was true, UTC.';



create view first_passed as
  select split_part(selection, '≥', 1) as who, '≥' || split_part(selection, '≥', 2) as tier, from_day as day, number as decimal_year, low, high, subjects, caveat
  from trends where trend = 'first-passed';
comment on view first_passed is 'When each group first passed each compute tier, and with which model.';
comment on column first_passed.who is 'all | industry | academia | openWeights | USA | China | EU27 | UK.';
comment on column first_passed.tier is 'The line in FLOP.';
comment on column first_passed.day is 'Day of the first release at or over it, by the point figure.';
comment on column first_passed.decimal_year is 'The same as year with fraction.';
comment on column first_passed.low is '5th percentile, as year with fraction.';
comment on column first_passed.high is '95th percentile; null when in some draws it was not passed.';
comment on column first_passed.subjects is 'Family id of that release.';
comment on column first_passed.caveat is 'What the reader must be told; empty when nothing.';



create view next_thresholds as
  select selection as threshold, number as decimal_year, low, high, n, caveat, day
  from trends where trend = 'projection';
comment on view next_thresholds is 'When the records would pass the next powers of ten if they went on along their line since 2018. No forecast.';
comment on column next_thresholds.threshold is 'frontier≥1e27: a training run of 1e27 FLOP.';
comment on column next_thresholds.decimal_year is 'Year with fraction at which the line crosses it.';
comment on column next_thresholds.low is '5th percentile.';
comment on column next_thresholds.high is '95th percentile.';
comment on column next_thresholds.n is 'Number of records in the fit.';
comment on column next_thresholds.caveat is 'What the reader must be told; empty when nothing.';
comment on column next_thresholds.day is 'The day on which this was true, UTC.';


