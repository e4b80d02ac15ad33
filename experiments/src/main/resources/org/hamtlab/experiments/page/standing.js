// Lets the tables and figures that stand in a page sort, copy and save themselves; without scripts they are read as they stand.

const NUMBER = '[-+−]?(?:\\d[\\d,]*(?:\\.\\d+)?(?:e[-+]?\\d+)?|Infinity)';
const [LEADING, SINGLE, INTERVAL] = [`^${NUMBER}`, `^${NUMBER}$`, `^(${NUMBER}) \\[(${NUMBER}), (${NUMBER})\\]$`]
    .map(pattern => new RegExp(pattern, 'i'));
const numeric = text => Number(text.replace('−', '-').replaceAll(',', ''));

const said = cell => cell.textContent.trim();
// What a cell is sorted by: its exact value, or the number with which it begins.
function amount(cell) {
  const [leading] = said(cell).match(LEADING) || [];
  return Number(cell.dataset.value ?? (leading === undefined ? NaN : numeric(leading)));
}
// What stands for a cell in a file: a number where the cell is nothing else.
function field(cell) {
  const isAmount = cell.dataset.value !== undefined || SINGLE.test(said(cell));
  return isAmount ? amount(cell) : said(cell) === '–' ? '' : said(cell);
}

function fields(name, cell, rows) {
  if (!rows.every(row => INTERVAL.test(said(cell(row))))) return [{name, value: row => field(cell(row))}];
  return [name, name + ' low', name + ' high'].map((part, at) =>
    ({name: part, value: row => numeric(said(cell(row)).match(INTERVAL)[at + 1])}));
}

function column(head, at, rows) {
  const cell = row => row.cells[at];
  const isNumber = head.classList.contains('number');
  return {
    name: said(head),
    kind: head.className,
    value: row => isNumber ? amount(cell(row)) : said(cell(row)),
    show: row => [...cell(row).cloneNode(true).childNodes],
    fields: isNumber ? fields(said(head), cell, rows) : undefined
  };
}

for (const box of document.querySelectorAll('div.table')) {
  const rows = [...box.querySelectorAll('tbody tr')];
  const columns = [...box.querySelectorAll('th')].map((head, at) => column(head, at, rows));
  box.replaceWith(table(said(box.querySelector('.caption')), columns, rows, Number(box.dataset.first || Infinity)));
}
for (const caption of document.querySelectorAll('figcaption')) {
  const picture = caption.parentNode.querySelector('svg');
  caption.append(saver(said(caption), () => standalone(picture)));
}
