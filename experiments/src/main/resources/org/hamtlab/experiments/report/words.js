// Names and columns that several sections share.

const refusalWords = Object.fromEntries((analysis.codes || []).map(each => [each.code, each.sentence]));
const confidence = shareOf(analysis.confidence);
const label = id => (byId.get(id) || {label: id}).label;
const several = (number, word) => `${whole(number)} ${word}${number === 1 ? '' : 's'}`;
const baseline = byId.get(plan.baseline) || {};
const keys = plan.keySets.length === 1 ? [] : [{name: 'keys', value: row => row.keys}];
const number = (name, value, show) => ({name, kind: 'number', value: row => Number(value(row)), show: row => (show || whole)(value(row))});
const reasons = each => each.refusals.map((code, at) => `${code}: ${(each.reasons || [])[at] || refusalWords[code] || ''}`).join('\n');
const courses = cell => Object.entries(cell.courses || {}).map(([course, forks]) => `${forks} ${course}`).join(', ');
const small = value => Number(value) < 0.001 ? '< 0.001' : digits(value, 2);

// A phrase that may break after a brace or a comma.
const breakable = text => text.split(/(?<=[{,])/).flatMap((part, at) => at === 0 ? [part] : [element('wbr'), part]);

// A treatment's name is a button that pins it, wherever it stands.
function named(row) {
  if (!byId.has(row.treatment)) return label(row.treatment);
  const button = element('button', {type: 'button', class: 'name'}, breakable(label(row.treatment)));
  button.addEventListener('click', () => pin(row.treatment));
  return button;
}
const treatment = {name: 'treatment', value: row => label(row.treatment), show: named, title: row => row.phrase || (byId.get(row.treatment) || {}).phrase || ''};
const folded = (summary, ...content) => element('details', {}, element('summary', {}, summary), ...content);
