// Returns the element of a row that a key moves to; null if the key is not in `steps`.
function walk(event, row, steps) {
  if (!(event.key in steps)) return null;
  event.preventDefault();
  return row[clamp(row.indexOf(event.target) + steps[event.key], row.length - 1)];
}

function clamp(value, most) {
  return Math.max(Math.min(value, most), 0);
}
