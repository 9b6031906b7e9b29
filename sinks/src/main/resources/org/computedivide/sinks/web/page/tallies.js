// Every tally by measure, window and dimension, each with its interval, its n and its unknowns; and who is behind.

import { read } from './api.js';
import { byId, el, name, table } from './dom.js';
import { count, months, percent, scientific, selection, words } from './format.js';

const MEASURES = {
  releases: 'Releases', releaseShare: 'Share of releases', compute: 'Training compute', computeShare: 'Share of compute',
  medianCompute: 'Median compute', divideRatio: 'Industry’s median over academia’s', hardwareRatio: 'Hardware with a company over without',
  hhi: 'Concentration (Herfindahl)', top3Share: 'Share of the three largest makers',
  overLine: 'Over the line, by point', overLineExpected: 'Over the line, expected', overLineLikely: 'Over the line, more likely than not',
  computeKnown: 'Compute known', parametersKnown: 'Parameters known', dataKnown: 'Training data known', hardwareKnown: 'Hardware known',
  openWeightsShare: 'Weights may be downloaded', openCodeShare: 'Training code open', industryCodeCorrelation: 'Company taking part and open code',
  cost: 'Cost, own hardware', costRental: 'Cost, rented', costStated: 'Cost as stated', energy: 'Energy', carbon: 'Carbon', chipHours: 'Chip-hours',
  derivatives: 'Derivatives', medianLag: 'Median days until seen',
};
const DIMENSIONS = {
  affiliation: 'kind of maker (set rule)', affiliationByShare: 'kind of maker (30 % rule)', openness: 'weights', licenseClass: 'licence',
  country: 'country', bloc: 'bloc', domain: 'domain', tier: 'compute tier', legalLine: 'line in law', claim: 'claim of the paper',
  trainingCode: 'training code', chipClass: 'class of chip', baseMaker: 'maker of the base', industryTakesPart: 'whether a company takes part',
  maker: 'maker', organization: 'maker with its subsidiaries', concentration: 'way of dividing', total: 'nothing: all together',
  'affiliation×openness': 'kind of maker and weights', 'affiliation×domain': 'kind of maker and domain', 'affiliation×tier': 'kind of maker and tier',
  'affiliation×baseMaker': 'kind of maker and of the base', 'bloc×chipClass': 'bloc and class of chip', 'country×openness': 'country and weights',
};
const SELECTIONS = ['', 'all', 'withCompute', 'notable', 'notableWithCompute', 'notableLikely', 'notableLikelyWithCompute', 'runningTop1', 'runningTop3', 'runningTop5', 'runningTop10', 'runningTop20', 'runningTop50',
  'top10PerYear', 'atLeast1e21', 'atLeast1e23', 'atLeast1e24', 'atLeast1e25', 'atLeast1e26'];
const MOST = 200;

const years = Array.from({ length: new Date().getUTCFullYear() - 2009 }, (_, i) => new Date().getUTCFullYear() - i);
const WINDOWS = new Map([['365d', 'last 365 days'], ['90d', 'last 90 days'], ['30d', 'last 30 days'], ['7d', 'last 7 days'], ['all', 'all time'],
  ...years.map(year => [`year:${year}`, String(year)]), ['undated', 'without a date']]);

export function startTallies(failed) {
  fill('measure', Object.entries(MEASURES));
  fill('dimension', Object.entries(DIMENSIONS));
  fill('selection', SELECTIONS.map(value => [value, value ? selection(value) : 'every selection']));
  fill('window', [...WINDOWS]);
  chosen('measure', 'releaseShare');
  chosen('selection', 'all');
  byId('tally-choice').addEventListener('change', () => showTallies().catch(failed));
}

function fill(part, options) {
  byId(`tally-${part}`).replaceChildren(...options.map(([value, said]) => el('option', { value }, said)));
}

function chosen(part, value) {
  byId(`tally-${part}`).value = value;
}

export async function showTallies() {
  const { items } = await read('tallies', { measure: byId('tally-measure').value, window: byId('tally-window').value, limit: 10000 });
  const dimension = offer('dimension', items.map(row => row.dimension));
  const told = items.filter(row => row.dimension === dimension);
  const among = offer('selection', ['', ...told.map(row => row.selection)]);
  const rows = told.filter(row => !among || row.selection === among).toSorted((a, b) => b.number - a.number);
  byId('tally-rows').replaceChildren(rows.length ? written(rows.slice(0, MOST)) : el('p.empty', 'Nothing is counted of this in this window.'));
  byId('tally-note').textContent = note(rows);
}

/** Only what there is can be chosen; what was chosen gives way when it is not there. */
function offer(part, values) {
  const there = new Set(values);
  const list = byId(`tally-${part}`);
  for (const option of list.options) option.disabled = !there.has(option.value);
  if (!there.has(list.value)) list.value = [...list.options].find(option => !option.disabled)?.value ?? list.value;
  return list.value;
}

function note(rows) {
  if (!rows.length) return '';
  const day = rows.map(row => row.to_day).filter(Boolean).toSorted().at(-1) ?? '';
  return [day ? `to ${day}` : '', rows.some(row => row.provisional) ? 'provisional: late entries are still to come' : '',
    rows.length > MOST ? `the largest ${MOST} of ${count(rows.length)}` : ''].filter(Boolean).join(' · ');
}

function written(rows) {
  const several = new Set(rows.map(row => row.selection)).size > 1;
  const head = ['Value', ...(several ? ['Among'] : []), 'Number', '90 % interval', 'If none or all of the unknown belonged', 'n', 'Not', 'Unknown'];
  return table(head, rows.map(row => [name(label(row)), ...(several ? [selection(row.selection)] : []),
    el('b', number(row, row.number)), range(row, row.low, row.high) || (row.exact ? 'exact' : 'being drawn'),
    range(row, row.worst_low, row.worst_high) || '–', count(row.members), count(row.non_members),
    el('span', count(row.unknown), row.imputed ? el('span.quiet.small', ` (${count(row.imputed)} imputed, left out)`) : null,
      row.caveat ? el('p.small.quiet', row.caveat) : null)]));
}

function label(row) {
  return row.dimension === 'total' ? 'All' : row.value.split('×').map(words).join(' × ');
}

function range(row, low, high) {
  return low === null || low === undefined || high === null || high === undefined ? '' : `${number(row, low)} – ${number(row, high)}`;
}

function number(row, value) {
  if (row.unit === 'fraction') return `${(100 * value).toFixed(value < 0.1 ? 1 : 0)} %`;
  const said = Math.abs(value) >= 1e7 ? scientific(value) : count(Number(Number(value).toPrecision(4)));
  return ['releases', 'index', 'correlation'].includes(row.unit) ? said : `${said} ${row.unit === 'times' ? '×' : row.unit}`;
}

/** Months behind, and when the records would pass the next powers of ten. */
export function showBehind(lags, next) {
  const rows = lags.map(row => [`${group(row.who)} behind ${within(group(row.behind))}`, row.months === 0 ? 'leads' : `${months(row.months)} months`,
    row.low === null ? '' : `${months(row.low)} – ${months(row.high)}`, row.caveat]);
  const dates = next.map(row => [`Records reach ${row.threshold.split('≥')[1]} FLOP`, year(row.decimal_year),
    row.low === null ? '' : `${year(row.low)} – ${year(row.high)}`, row.caveat]);
  byId('behind').replaceChildren(rows.length + dates.length
    ? table(['Question', 'Answer', '90 % interval', 'What to know'], [...rows, ...dates])
    : el('p.empty', 'No record yet. It appears with the first releases whose compute is known.'));
}

function group(value) {
  return { openWeights: 'Open weights', EU27: 'EU', all: 'Everybody', USA: 'USA', UK: 'UK' }[value] ?? words(value);
}

/** As it stands within a sentence; USA stays USA. */
function within(word) {
  return word === word.toUpperCase() ? word : word.toLowerCase();
}

function year(decimal) {
  const date = new Date(Date.UTC(Math.floor(decimal), 0, 1 + (decimal % 1) * 365));
  return date.toISOString().slice(0, 7);
}
