// The statements as a table: the same as the drawing, for those who would rather read, or cannot see it.

const PAGE = 150; // rows shown at a time
const COLUMNS = [
  { key: "subject", cell: (statement) => entityLink(statement.subject), sort: (statement) => wordsOf(statement)[0] },
  { key: "relation", cell: relationCell, sort: relationWords },
  { key: "object", cell: objectCell, sort: (statement) => wordsOf(statement)[2] },
  { key: "status", cell: statusCell, sort: (statement) => statusLabel(statement) },
  {
    key: "time",
    cell: (statement) => statement.time && isolated(timeWords(statement.time)),
    sort: (statement) => statement.time?.start ?? "9999",
  },
  {
    key: "places",
    cell: (statement) => isolated(statement.places.map((place) => model.entities[place].label).join(", ")),
    sort: (statement) => statement.places.map((place) => model.entities[place].label).join() || "\uffff",
  },
  {
    key: "article",
    cell: (statement) => isolated(articleName(articleOf(statement))),
    sort: (statement) => articleName(articleOf(statement)),
  },
];
const order = { column: null, down: false };

function articleOf(statement) {
  return model.articles[model.sentences[statement.evidence[0][0]][0]];
}

function relationCell(statement) {
  const open = () => select({ kind: "statement", number: statement.number }, { focus: true });
  return button(relationWords(statement), {
    class: `link relation status-${statusOf(statement)}`,
    "aria-label": inWords(statement),
    click: open,
  });
}

function objectCell(statement) {
  return statement.object < 0 ? isolated(statement.literal ?? "", { class: "phrase" }) : entityLink(statement.object);
}

function statusCell(statement) {
  return el(
    "span",
    { class: `badge status-${statusOf(statement)}` },
    statusSymbol(statusOf(statement)),
    statusLabel(statement),
  );
}

function showList() {
  const list = byId("list");
  list.hidden = state.view !== "list";
  if (list.hidden) return;
  const statements = sorted(passing());
  const body = el("tbody", {}, statements.slice(0, PAGE).map(listRow));
  const head = el("thead", {}, el("tr", {}, columns().map(columnHead)));
  replaceContent(
    list,
    statements.length && el("table", {}, el("caption", { class: "unseen" }, say("list_caption")), head, body),
    moreRows(body, statements, PAGE),
  );
}

function sorted(statements) {
  const column = COLUMNS.find(({ key }) => key === order.column);
  if (!column) return statements;
  const keyed = statements.map((statement) => [column.sort(statement), statement]);
  keyed.sort(([a], [b]) => collator.compare(a, b) * (order.down ? -1 : 1));
  return keyed.map(([, statement]) => statement);
}

function columnHead({ key }) {
  const name = say(words[`column_${key}`] ? `column_${key}` : key);
  const direction = order.column === key && (order.down ? "descending" : "ascending");
  const sort = () => {
    Object.assign(order, { column: key, down: order.column === key && !order.down });
    showList();
    byId(`sort-${key}`).focus();
  };
  return el(
    "th",
    { scope: "col", "aria-sort": direction || null },
    button(name, { id: `sort-${key}`, title: say("sort_by", { name }), click: sort }),
  );
}

/** The columns that tell rows apart: not the article where there is only one. */
function columns() {
  return COLUMNS.filter(({ key }) => key !== "article" || model.articles.length > 1);
}

function listRow(statement) {
  const chosen = state.selection?.kind === "statement" && state.selection.number === statement.number;
  const open = ({ target }) => target.closest("button") || select({ kind: "statement", number: statement.number });
  return el(
    "tr",
    { class: chosen ? "chosen" : null, "data-statement": statement.id, click: open },
    columns().map(({ key, cell }) => el("td", { class: `cell-${key}` }, cell(statement))),
  );
}

function moreRows(body, statements, shown) {
  const left = statements.length - shown;
  if (left <= 0) return null;
  const add = ({ currentTarget }) => {
    body.append(...statements.slice(shown, shown + PAGE).map(listRow));
    currentTarget.replaceWith(moreRows(body, statements, shown + PAGE) ?? "");
  };
  return button(say("more", { n: Math.min(left, PAGE) }), { class: "small more", click: add });
}

function markRow() {
  const id = state.selection?.kind === "statement" ? model.statements[state.selection.number].id : null;
  for (const row of byId("list").querySelectorAll("tr[data-statement]"))
    row.classList.toggle("chosen", row.dataset.statement === id);
}
