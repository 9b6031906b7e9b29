// How often our intervals held, where a source disclosed later what we had estimated.

import { byId, el, name, table } from './dom.js';
import { count, moment, percent, scientific, words } from './format.js';

export function showCalibration(groups, rows) {
  const tested = groups.reduce((sum, group) => sum + group.disclosed, 0);
  const inside = groups.reduce((sum, group) => sum + group.inside, 0);
  byId('calibration').replaceChildren(...(tested === 0 ? [el('p.empty', 'No source has disclosed a compute yet that we had estimated before.')] : [
    el('p.say', `${count(inside)} of ${count(tested)} later disclosures (${percent(inside / tested)}) lie inside our earlier 90 % interval; 85 to 95 % is wanted.`),
    table(['Method', 'Confidence', 'Held', 'Median error', 'Median width'], groups.map(group => [
      words(group.method), group.confidence, `${count(group.inside)} of ${count(group.disclosed)}`,
      `${group.median_error.toFixed(2)} decades`, `${group.median_decades.toFixed(1)} decades`])),
    el('details.as-table', el('summary', 'Each disclosure'), table(['Release', 'We said', 'Disclosed', 'Held', 'Seen'], rows.map(row => [
      el('a', { href: `#/releases/${encodeURIComponent(row.family_id)}` }, name(row.name || row.family_id)),
      `${scientific(row.estimate)} [${scientific(row.low)}, ${scientific(row.high)}] by ${words(row.method).toLowerCase()}`,
      `${scientific(row.disclosed)} FLOP, ${words(row.disclosed_as).toLowerCase()}`, row.inside ? 'yes' : 'no', moment(row.disclosed_at)]))),
  ]));
}
