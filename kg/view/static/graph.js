// Where it starts: the parts are joined, and whatever the reader changes is shown.

function startPage() {
  showTally();
  if (!model.statements.length) return showEmpty();
  startTheme(restyle);
  startFilters();
  startSearch();
  startCanvas();
  startTools();
  listeners.push(refresh);
  refresh(state);
  fit();
  addEventListener("hashchange", followAddress);
  if (location.hash) followAddress();
  else if (model.start) select({ kind: "entity", number: model.byEntity.get(model.start).number });
}

/** Shows what a change touches. */
function refresh(patch) {
  const shownChanged = ["off", "text", "scope"].some((key) => key in patch);
  if ("view" in patch) showView();
  if (shownChanged) {
    updateDrawing();
    showFilters();
    if ("scope" in patch) fit();
  }
  if (shownChanged || "view" in patch) showStrip();
  if (shownChanged || "view" in patch) showList();
  if ("selection" in patch || "scope" in patch) showPanel();
  if ("selection" in patch && !shownChanged) restyle();
  markRow();
}

function showTally() {
  const counts = [
    ["statements", model.statements],
    ["entities", model.entities],
    ["articles", model.articles],
  ];
  byId("tally").textContent = counts.map(([key, items]) => say(`count_${key}`, { n: items.length })).join(" · ");
}

function showView() {
  const graph = state.view === "graph";
  byId("sheet").hidden = !graph;
  byId("view-graph").setAttribute("aria-pressed", String(graph));
  byId("view-list").setAttribute("aria-pressed", String(!graph));
}

/** The line above the graph: how much of everything is shown, and why not all of it. */
function showStrip() {
  const statements = passing();
  byId("shown").textContent = say("count_shown", { n: statements.length, total: model.statements.length });
  replaceContent(
    byId("chips"),
    scopeChip(),
    state.text && chip(say("text_filter", { text: state.text }), () => change({ text: "" })),
  );
  const entities = [...drawing.points.keys()].filter((key) => key < model.entities.length).length;
  byId("canvas").setAttribute("aria-label", say("canvas_label", { entities, statements: statements.length }));
  showNothing(state.view === "graph" ? !drawing.counts.size : !statements.length);
}

/** Says why there is nothing to see, if there is nothing. */
function showNothing(empty) {
  const nothing = byId("nothing");
  const { kind, entity } = state.scope;
  const silent = kind === "entity" && !concerning(model.entities[entity]).length;
  const title = silent ? say("silent_title", { name: model.entities[entity].label }) : say("nothing_title");
  const text = say(silent ? "silent_text" : "nothing_text");
  nothing.hidden = !empty;
  replaceContent(
    nothing,
    el("h2", {}, isolated(title)),
    el("p", {}, text),
    button(say("reset"), { class: "small", click: reset }),
  );
}

function scopeChip() {
  const { kind, entity, chosen } = state.scope;
  const total = [...model.nodes.values()].filter(({ drawn, literal }) => drawn && !literal).length;
  const n = [...drawing.points.keys()].filter((key) => key < model.entities.length).length;
  const whole = { kind: model.hasCore ? "core" : "all" };
  if (kind === "entity")
    return chip(say(chosen ? "scope_entity" : "scope_drawn", { name: model.entities[entity].label }), () =>
      chooseScope(whole),
    );
  if (!model.hasCore) return null;
  const [label, text, other] =
    kind === "core"
      ? [say("scope_core", { n, total, drawn: drawnStatements() }), say("show_all"), "all"]
      : [say("scope_all", { total }), say("show_core"), "core"];
  return el(
    "span",
    { class: "chip" },
    label,
    button(text, { id: "scope", class: "small", click: () => chooseScope({ kind: other }) }),
  );
}

function drawnStatements() {
  return [...drawing.counts.values()].reduce((sum, count) => sum + count, 0);
}

function chip(text, remove) {
  const label = say("remove_filter", { name: text });
  return el(
    "span",
    { class: "chip" },
    isolated(text),
    button(icon(ICONS.close), { class: "icon", "aria-label": label, title: label, click: remove }),
  );
}

function showEmpty() {
  startTheme(() => {});
  document.body.classList.add("empty");
  const nothing = byId("nothing");
  nothing.hidden = false;
  replaceContent(nothing, el("h2", {}, say("empty_title")), el("p", {}, say("empty_text")));
}

function startTools() {
  const tools = {
    "zoom-in": [ICONS.plus, () => zoomBy(1.3)],
    "zoom-out": [ICONS.minus, () => zoomBy(1 / 1.3)],
    "zoom-fit": [ICONS.fit, fit],
    "save-picture": [ICONS.picture, savePicture],
  };
  for (const [id, [path, action]] of Object.entries(tools)) {
    replaceContent(byId(id), icon(path));
    byId(id).addEventListener("click", action);
  }
  byId("view-graph").addEventListener("click", lookAtGraph);
  byId("view-list").addEventListener("click", () => change({ view: "list" }));
  byId("skip").addEventListener("click", skipToList);
  document.addEventListener("keydown", (event) => event.key === "Escape" && (openFilters(false), clearSelection()));
}

function lookAtGraph() {
  change({ view: "graph" });
  requestAnimationFrame(() => {
    if (drawing.unseen) fit();
    bringIntoView();
  });
}

function skipToList(event) {
  event.preventDefault();
  change({ view: "list" });
  byId("sort-subject")?.focus();
}

/** For tests: how many statements there are and are shown, selecting by id, and where a statement is on the screen. */
window.kgView = Object.freeze({
  statementCount: model.statements.length,
  entityCount: model.entities.length,
  shownCount: () => passing().length,
  drawnNodes: () => drawing.points.size,
  drawnEdges: () => drawing.counts.size,
  scale: () => drawing.network.getScale(),
  select(id) {
    const found = model.byStatement.get(id) ?? model.byEntity.get(id);
    if (found) select({ kind: model.byStatement.has(id) ? "statement" : "entity", number: found.number });
    return Boolean(found);
  },
  locate(id) {
    const statement = model.byStatement.get(id);
    const point = drawing.network.canvasToDOM(
      statement ? pointOnEdge(statement.edge, 0.5) : drawing.network.getPosition(model.byEntity.get(id).number),
    );
    const box = byId("canvas").getBoundingClientRect();
    return { x: box.left + point.x, y: box.top + point.y };
  },
});

startPage();
