// What the reader has chosen; everything that is shown follows from it.

const FACETS = {
  modality: (statement) => [statement.modality],
  polarity: (statement) => [statement.polarity],
  types: (statement) =>
    [statement.subject, statement.object].filter((entity) => entity >= 0).map((entity) => model.entities[entity].type),
  relations: (statement) => [statement.relation],
};
const listeners = [];
const state = {
  ...unfiltered(),
  view: "graph",
  selection: null,
  scope: model.hasCore ? { kind: "core" } : { kind: "all" },
};

/** Filters: what is switched off in each facet, and words that a sentence must have. */
function unfiltered() {
  return { off: Object.fromEntries(Object.keys(FACETS).map((facet) => [facet, new Set()])), text: "" };
}

function change(patch) {
  Object.assign(state, patch);
  if ("off" in patch || "text" in patch) state.passing = null;
  listeners.forEach((listener) => listener(patch));
}

/** Whether a statement passes the filters, those of facet `but` aside. */
function passes(statement, but) {
  for (const [facet, values] of Object.entries(state.off)) {
    if (facet !== but && values.size && FACETS[facet](statement).some((value) => values.has(value))) return false;
  }
  return state.text === "" || searchText(statement).includes(folded(state.text));
}

/** The statements that pass the filters, and concern the entity that the reader has chosen to see alone. */
function passing() {
  state.passing ??= model.statements.filter((statement) => passes(statement));
  return state.scope.chosen
    ? state.passing.filter((statement) => concerns(statement, state.scope.entity))
    : state.passing;
}

function concerns(statement, entity) {
  return involved(statement).some(([, other]) => other === entity);
}

function setOff(facet, values) {
  change({ off: { ...state.off, [facet]: new Set(values) } });
}

function toggle(facet, value) {
  const values = new Set(state.off[facet]);
  if (!values.delete(value)) values.add(value);
  setOff(facet, values);
}

/** Everything of a facet but `value` switched off. */
function only(facet, value) {
  const all = new Set(model.statements.flatMap(FACETS[facet]));
  all.delete(value);
  setOff(facet, all);
}

/** How many statements there are of each value of a facet, the other filters applied. */
function tallied(facet) {
  const counts = new Map();
  for (const statement of model.statements) {
    const fits = passes(statement, facet);
    for (const value of new Set(FACETS[facet](statement))) counts.set(value, (counts.get(value) ?? 0) + (fits ? 1 : 0));
  }
  return counts;
}

/** Which statements: "all", "facts", "rest", or "" for any other choice of polarity and modality. */
function preset() {
  const { modality, polarity } = state.off;
  if (!modality.size && !polarity.size) return "all";
  const factual = MODALITIES.slice(1).every((value) => modality.has(value)) && !modality.has("asserted");
  return factual && polarity.has("negated") && !polarity.has("affirmed") ? "facts" : "";
}

function choosePreset(name) {
  const facts = name === "facts";
  change({
    off: {
      ...state.off,
      modality: new Set(facts ? MODALITIES.slice(1) : []),
      polarity: new Set(facts ? ["negated"] : []),
    },
  });
}
