// The panel beside the graph: what is selected, or what all the articles say when nothing is.

const TOP = 8; // entities in the overview
let cameFrom = null;

function showPanel() {
  const panel = byId("panel");
  const { selection } = state;
  panel.classList.toggle("open", Boolean(selection || state.problem));
  replaceContent(
    panel,
    selection && closeButton(),
    state.problem && el("p", { class: "problem", role: "alert" }, isolated(state.problem)),
    panelContent(selection),
  );
  panel.scrollTop = 0;
}

function panelContent(selection) {
  if (!selection) return overview();
  if (selection.kind === "entity") return entityPanel(model.entities[selection.number]);
  if (selection.kind === "statement") return statementPanel(model.statements[selection.number]);
  return groupPanel(selection);
}

/** Several statements of one edge, or all with one phrase. */
function groupPanel(selection) {
  const statements = statementsOf(selection);
  const [subject, , object] = wordsOf(statements[0]);
  if (selection.kind === "edge") {
    return [
      el("h2", {}, isolated(say("between", { subject, object }))),
      statementGroup(say("same_edge", { n: statements.length }), statements),
    ];
  }
  return [
    el("p", { class: "kind" }, shapeSymbol("box", "literal"), " ", say("literal")),
    el("h2", {}, isolated(object)),
    statementGroup(say("as_object"), statements),
  ];
}

function closeButton() {
  return button(icon(ICONS.close), {
    class: "button icon close",
    "aria-label": say("close"),
    title: say("close"),
    click: clearSelection,
  });
}

// -- the overview ------------------------------------------------------------------------------------------------------

function overview() {
  if (!model.statements.length) return null;
  return [
    el("h2", {}, say("overview_title")),
    el("p", {}, say("overview_text")),
    el("h3", {}, say("overview_status")),
    el("ul", { class: "bars" }, statusCounts().map(statusBar)),
    el("h3", {}, say("overview_top")),
    el("ol", { class: "top" }, topEntities().map(topItem)),
  ];
}

/** Pairs of status and number of statements, those that are there. */
function statusCounts() {
  const counts = new Map([...MODALITIES, "negated"].map((status) => [status, 0]));
  model.statements.forEach((statement) => counts.set(statusOf(statement), counts.get(statusOf(statement)) + 1));
  return [...counts].filter(([, count]) => count);
}

function statusBar([status, count]) {
  const label = status === "negated" ? say("polarity_negated") : say(`modality_${status}`);
  const meter = bar(count / model.statements.length, { class: `meter status-${status}` });
  return el(
    "li",
    {},
    statusSymbol(status),
    el("span", {}, label),
    meter,
    el("span", { class: "number" }, inDigits.format(count)),
  );
}

function topEntities() {
  const weight = ({ roles }) => roles.subject.length + roles.object.length;
  return [...model.entities]
    .sort((a, b) => weight(b) - weight(a) || a.number - b.number)
    .slice(0, TOP)
    .filter(weight);
}

function topItem(entity) {
  const count = el("span", { class: "number" }, inDigits.format(concerning(entity).length));
  return el("li", {}, typeSymbol(entity.type), entityLink(entity.number), count);
}

// -- coming and going on the keyboard ----------------------------------------------------------------------------------

function enterPanel() {
  const panel = byId("panel");
  if (!panel.contains(document.activeElement) && document.activeElement !== document.body)
    cameFrom = document.activeElement;
  panel.focus({ preventScroll: true });
}

function leavePanel() {
  if (cameFrom?.isConnected) cameFrom.focus({ preventScroll: true });
  cameFrom = null;
}
