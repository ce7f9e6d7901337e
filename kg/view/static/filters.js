// The filters, which are the legend as well: how statements are drawn, how types look, which relations there are.

const MANY = 12; // relations from which they can be searched
const facets = new Map();

function startFilters() {
  const relation = (number) => model.relations[number];
  replaceContent(
    byId("filters"),
    filterHead(),
    presets(),
    facetGroup("modality", say("group_modality"), MODALITIES, {
      label: (value) => say(`modality_${value}`),
      symbol: statusSymbol,
    }),
    facetGroup("polarity", say("group_polarity"), POLARITIES, {
      label: (value) => say(`polarity_${value}`),
      symbol: (value) => statusSymbol(value === "negated" ? value : "asserted"),
    }),
    facetGroup("types", say("group_types"), null, {
      label: (value) => capitalized(model.types[value].label),
      symbol: typeSymbol,
    }),
    facetGroup("relations", say("group_relations"), null, {
      label: (value) => relation(value).label,
      title: (value) => relation(value).open && say("open_relation_hint"),
      open: (value) => relation(value).open,
    }),
  );
  byId("filters-button").addEventListener("click", () => openFilters(!byId("filters").classList.contains("open")));
}

function openFilters(open) {
  byId("filters").classList.toggle("open", open);
  byId("filters-button").setAttribute("aria-expanded", String(open));
}

function filterHead() {
  const close = button(icon(ICONS.close), {
    class: "button icon narrow-only",
    "aria-label": say("filters_close"),
    click: () => openFilters(false),
  });
  return el(
    "div",
    { class: "filter-head" },
    el("h2", {}, say("filters")),
    button(say("reset"), { class: "small", id: "reset", click: reset }),
    close,
  );
}

function presets() {
  const choice = (name) =>
    button(say(`preset_${name}`), { id: `preset-${name}`, "aria-pressed": "false", click: () => choosePreset(name) });
  return el(
    "div",
    { class: "segments", role: "group", "aria-label": say("preset_label") },
    choice("all"),
    choice("facts"),
  );
}

/** A group of switches; `values` in order, or null for all there are, the most frequent first. */
function facetGroup(name, title, values, look) {
  const counts = tallied(name);
  const order = values
    ? values.filter((value) => counts.has(value))
    : [...counts.keys()].sort(
        (a, b) => counts.get(b) - counts.get(a) || collator.compare(look.label(a), look.label(b)),
      );
  const rows = order.map((value) => switchRow(name, value, look));
  const list = el(
    "ul",
    {},
    rows.map(({ row }) => row),
  );
  facets.set(name, rows);
  return el(
    "fieldset",
    { class: `facet facet-${name}` },
    el("legend", {}, title),
    order.length > 2 && allOrNone(name, order, title),
    order.length > MANY && finder(name, rows),
    list,
  );
}

function switchRow(name, value, look) {
  const box = el("input", { type: "checkbox", checked: true, change: () => toggle(name, value) });
  const count = el("span", { class: "number" });
  const text = el(
    "span",
    { class: look.open?.(value) ? "open-relation" : null, title: look.title?.(value) || null },
    isolated(look.label(value)),
  );
  const just = button(say("only"), {
    class: "only",
    "aria-label": say("only_label", { name: look.label(value) }),
    click: () => only(name, value),
  });
  return {
    value,
    box,
    count,
    key: folded(look.label(value)),
    row: el("li", {}, el("label", {}, box, look.symbol?.(value), text), just, count),
  };
}

function allOrNone(name, order, title) {
  const all = button(say("select_all"), {
    "aria-label": `${title}: ${say("select_all")}`,
    click: () => setOff(name, []),
  });
  const none = button(say("select_none"), {
    "aria-label": `${title}: ${say("select_none")}`,
    click: () => setOff(name, order),
  });
  return el("p", { class: "all-none" }, all, " · ", none);
}

function finder(name, rows) {
  const narrow = ({ currentTarget }) =>
    rows.forEach(({ row, key }) => {
      row.hidden = !key.includes(folded(currentTarget.value));
    });
  return el("input", {
    type: "search",
    class: "finder",
    placeholder: say(`${name}_hint`),
    "aria-label": say(`${name}_hint`),
    input: narrow,
  });
}

function showFilters() {
  for (const [name, rows] of facets) {
    const counts = tallied(name);
    for (const { value, box, count, row } of rows) {
      box.checked = !state.off[name].has(value);
      count.textContent = inDigits.format(counts.get(value));
      row.classList.toggle("void", !counts.get(value));
    }
  }
  for (const name of ["all", "facts"]) byId(`preset-${name}`).setAttribute("aria-pressed", String(preset() === name));
}

function reset() {
  byId("search").value = "";
  change({ ...unfiltered(), scope: { kind: model.hasCore ? "core" : "all" } });
  clearSelection();
  fit();
}
